// Whether a type is one of a variant's.

#pragma once
#include <type_traits>
#include <variant>

namespace thi::core {

template <class T, class Variant> inline constexpr bool is_alternative = false;
template <class T, class... Ts>
inline constexpr bool is_alternative<T, std::variant<Ts...>> = (std::is_same_v<T, Ts> || ...);

} // namespace thi::core
