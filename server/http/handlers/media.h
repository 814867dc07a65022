// What a file is, by its bytes and not by its name: PDF, PNG or JPEG within limits (S-34).
//
// Reads structure only as far as a limit needs it; pictures are never decoded.

#pragma once
#include "core/fault.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thi::http {

constexpr std::size_t document_bytes_max = 10'000'000;
constexpr std::size_t pdf_pages_max = 500;
constexpr std::uint64_t picture_pixels_max = 40'000'000;

// "application/pdf", "image/png" or "image/jpeg": a literal. Refused (`unsupported_type`,
// `too_large`) where the file is another thing, is cut off, is too large inside, or is a PDF that
// runs programs, carries files or is encrypted.
core::Result<std::string_view> media_type_of(std::string_view bytes);

} // namespace thi::http
