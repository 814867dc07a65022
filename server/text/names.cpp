#include "text/names.h"

namespace thi::text {

std::optional<std::int64_t> value_of(std::span<const Name> names, std::string_view text) {
    for (const auto& name : names)
        if (name.text == text) return name.value;
    return std::nullopt;
}

std::string_view text_of(std::span<const Name> names, std::int64_t value) {
    for (const auto& name : names)
        if (name.value == value) return name.text;
    return {};
}

} // namespace thi::text
