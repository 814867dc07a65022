// What all line formats of the log share: lines, plain decimals and digests in base64.

#pragma once
#include "crypto/hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thi::journal {

// Takes a text apart line by line. Every line must end in LF.
class LineReader {
  public:
    explicit LineReader(std::string_view text) : rest_(text) {}

    // The next line without its LF; nothing where no LF is left.
    std::optional<std::string_view> next();
    std::string_view rest() const { return rest_; }
    bool done() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

// ASCII digits without sign or leading zero, at most `most`.
std::optional<std::uint64_t> parse_decimal(std::string_view text, std::uint64_t most = UINT64_MAX);
void append_decimal(std::string& text, std::uint64_t number);

// Canonical base64 of exactly 32 bytes.
std::optional<crypto::Digest> parse_digest(std::string_view text);

} // namespace thi::journal
