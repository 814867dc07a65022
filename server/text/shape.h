// What a C++ type looks like in JSON, decided by its shape, so that text need not know core.

#pragma once
#include "crypto/hash.h"
#include "text/json.h"
#include "text/names.h"

#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace thi::text {

// Any JSON value, kept as it is.
struct Raw {
    boost::json::value value;
    friend bool operator==(const Raw&, const Raw&) = default;
};

// A value with a text form of its own, such as an id: a JSON string. "" is "not given".
template <class T>
concept Parsable = requires(const T& value, std::string_view text) {
    { T::parse(text) } -> std::same_as<std::optional<T>>;
    { value.text() } -> std::convertible_to<std::string_view>;
};

// Points: an integer of hundredths.
template <class T>
concept Hundredths = requires(T& value) {
    { value.hundredths } -> std::same_as<std::int64_t&>;
}
&&sizeof(T) == sizeof(std::int64_t);

// An exact fraction: {"numerator": n, "denominator": d} with d > 0.
template <class T>
concept Fractional = requires(T& value) {
    { value.numerator } -> std::same_as<std::int64_t&>;
    { value.denominator } -> std::same_as<std::int64_t&>;
}
&&sizeof(T) == 2 * sizeof(std::int64_t);

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

// What an integer type can hold within the subset of JSON.
template <Integer T> constexpr std::int64_t integer_least() {
    if constexpr (std::unsigned_integral<T>)
        return 0;
    else
        return std::max<std::int64_t>(std::numeric_limits<T>::min(), -integer_max);
}
template <Integer T> constexpr std::int64_t integer_most() {
    if constexpr (sizeof(T) == sizeof(std::int64_t))
        return integer_max;
    else
        return std::numeric_limits<T>::max();
}

template <class T>
concept DescribedStruct =
    std::is_class_v<T> && boost::describe::has_describe_members<T>::value && !Hundredths<T> &&
    !Fractional<T> && !Parsable<T>;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

template <class T> struct OptionalOf : std::false_type {};
template <class T> struct OptionalOf<std::optional<T>> : std::true_type { using type = T; };

// A parameter of a plan, which says where its value comes from, or that there is none and why:
// {"value": v, "source": "..."}, {"unset": true} or {"waived": {"by": ..., "reason": ...}}.
template <class T>
concept Sourced = requires(T& parameter) {
    { parameter.source } -> std::same_as<std::string&>;
    requires OptionalOf<std::remove_cvref_t<decltype(parameter.value)>>::value;
    requires OptionalOf<std::remove_cvref_t<decltype(parameter.waived)>>::value;
};

// A large value that stands behind a pointer: in JSON the value itself.
template <class T>
concept Holder = requires(const T& holder) {
    { *holder } -> std::same_as<const typename T::Held&>;
};

// A named closed list, an id or a text may be the key of a map.
template <class T>
concept MapKey = std::same_as<T, std::string> || DescribedEnum<T> || Parsable<T> || Integer<T>;

} // namespace thi::text
