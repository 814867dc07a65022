#include "http/handlers/media.h"

#include "core/refusal.h"

#include <algorithm>
#include <optional>

namespace thi::http {
namespace {

constexpr std::string_view pdf = "application/pdf";
constexpr std::string_view png = "image/png";
constexpr std::string_view jpeg = "image/jpeg";

core::Fault unknown_kind() {
    return core::refuse(core::Code::unsupported_type,
                        "Chỉ nhận tệp PDF, PNG hoặc JPEG; tệp này là loại khác hoặc bị hỏng.",
                        "Only PDF, PNG and JPEG are taken; this file is another kind or damaged.");
}

core::Fault active_pdf() {
    return core::refuse(core::Code::unsupported_type,
                        "Tệp PDF có mã chạy, tệp đính kèm hoặc mật khẩu thì không nhận.",
                        "A PDF with scripts, attachments or a password is not taken.");
}

core::Fault too_big_inside() {
    return core::refuse(core::Code::too_large, "Tài liệu có quá nhiều trang hoặc ảnh quá lớn.",
                        "The document has too many pages, or the picture is too large.");
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

core::Result<std::string_view> pixels_within(std::string_view type, std::uint64_t width,
                                             std::uint64_t height) {
    if (width == 0 || height == 0) return unknown_kind();
    if (width * height > picture_pixels_max) return too_big_inside();
    return type;
}

constexpr bool is_name_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// How often `name` stands in the bytes as a whole name of PDF.
std::size_t count_name(std::string_view bytes, std::string_view name) {
    std::size_t count = 0;
    for (auto at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
        const auto end = at + name.size();
        if (end >= bytes.size() || !is_name_byte(bytes[end])) ++count;
    }
    return count;
}

// Pages are counted where they stand in the open; those inside of compressed streams are not, and
// the file's size bounds them.
std::size_t count_pages(std::string_view bytes) {
    std::size_t count = 0;
    constexpr std::string_view type = "/Type";
    for (auto at = bytes.find(type); at != std::string_view::npos; at = bytes.find(type, at + 1)) {
        const auto value = bytes.find_first_not_of(" \r\n\t", at + type.size());
        if (value == std::string_view::npos) break;
        const auto rest = bytes.substr(value);
        if (rest.starts_with("/Page") && (rest.size() == 5 || !is_name_byte(rest[5]))) ++count;
    }
    return count;
}

core::Result<std::string_view> check_pdf(std::string_view bytes) {
    constexpr std::size_t trailer_within = 2048;
    const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), trailer_within));
    if (tail.find("%%EOF") == std::string_view::npos ||
        tail.find("startxref") == std::string_view::npos)
        return unknown_kind();
    for (const auto* active : {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles",
                               "/RichMedia", "/XFA", "/Encrypt"})
        if (count_name(bytes, active) > 0) return active_pdf();
    if (count_pages(bytes) > pdf_pages_max) return too_big_inside();
    return pdf;
}

// Every chunk within the file, from IHDR to IEND.
core::Result<std::string_view> check_png(std::string_view bytes) {
    constexpr std::size_t signature = 8;
    constexpr std::size_t frame = 12; // Length, type and checksum of a chunk.
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    for (std::size_t at = signature; bytes.size() - at >= frame;) {
        const std::size_t length = big_endian(bytes, at, 4);
        const auto type = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - frame) return unknown_kind();
        const bool first = at == signature;
        if (first != (type == "IHDR") || (first && length != 13)) return unknown_kind();
        if (first) {
            width = big_endian(bytes, at + 8, 4);
            height = big_endian(bytes, at + 12, 4);
        }
        at += frame + length;
        if (type == "IEND")
            return at == bytes.size() ? pixels_within(png, width, height) : unknown_kind();
    }
    return unknown_kind();
}

constexpr bool is_frame_header(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Segments up to the frame header, which says the size; the end must be there.
core::Result<std::string_view> check_jpeg(std::string_view bytes) {
    if (!bytes.ends_with("\xFF\xD9")) return unknown_kind();
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (bytes[at] != '\xFF') return unknown_kind();
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const std::size_t length = big_endian(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2 || marker == 0xDA) return unknown_kind();
        if (is_frame_header(marker))
            return pixels_within(jpeg, big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
        at += 2 + length;
    }
    return unknown_kind();
}

} // namespace

core::Result<std::string_view> media_type_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.")) return check_pdf(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return check_png(bytes);
    if (bytes.starts_with("\xFF\xD8\xFF")) return check_jpeg(bytes);
    return unknown_kind();
}

} // namespace thi::http
