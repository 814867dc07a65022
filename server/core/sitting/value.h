// Values: can this item have this answer? Form only; whether it is right is scoring's business.

#pragma once
#include "core/fault.h"
#include "core/sitting/paper.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace thi::core {

inline constexpr std::size_t text_max = 20'000; // Code points of a text or essay answer.

// Code points of valid UTF-8.
std::size_t code_points(std::string_view text);

// Why the item cannot have this value: bad_value, or too_large for a text that is too long.
// Nothing: it can. Clearing an answer always can be.
std::optional<Fault> check_value(const Item& item, const Value& value);

} // namespace thi::core
