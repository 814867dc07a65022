#include "http/access_log.h"

#include "text/json.h"

#include <array>
#include <charconv>

namespace thi::http {
namespace {

constexpr std::size_t error_bytes_max = 300;

void append_number(std::string& out, std::string_view name, std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(",\"").append(name).append("\":").append(digits.data(), end.ptr);
}

// What was thrown may hold any bytes, so it is made plain text before it is JSON.
std::string plain(std::string_view text) {
    std::string plain;
    for (const char c : text.substr(0, error_bytes_max))
        plain.push_back(c >= 0x20 && c < 0x7f ? c : '?');
    return plain;
}

void append_text(std::string& out, std::string_view name, std::string_view value) {
    out.append(",\"").append(name).append("\":").append(text::canonical(plain(value)));
}

} // namespace

std::string access_line(const AccessEntry& entry) {
    std::string line;
    line.reserve(256);
    line.append("{\"log\":\"access\"");
    append_number(line, "at", core::to_ms(entry.at));
    append_text(line, "id", entry.id);
    append_text(line, "from", entry.from);
    append_text(line, "method", entry.method);
    append_text(line, "path", entry.path);
    append_number(line, "status", entry.status);
    append_number(line, "took_ms", entry.took_ms);
    append_number(line, "bytes_in", static_cast<std::int64_t>(entry.bytes_in));
    append_number(line, "bytes_out", static_cast<std::int64_t>(entry.bytes_out));
    if (!entry.refused.empty()) append_text(line, "refused", entry.refused);
    if (!entry.error.empty()) append_text(line, "error", entry.error);
    return line.append("}");
}

} // namespace thi::http
