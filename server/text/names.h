// The names of described enumerators as texts: one spelling in C++, JSON, SQL and URLs.
//
// An enumerator whose name would be a C++ word ends in `_`, which is not part of the text.

#pragma once
#include <boost/describe/enumerators.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace thi::text {

struct Name {
    std::int64_t value;
    std::string_view text;
};

constexpr std::string_view without_underscore(std::string_view name) {
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

// The names of a closed list, and searching them; not templates, so that they compile once.
std::optional<std::int64_t> value_of(std::span<const Name> names, std::string_view text);
std::string_view text_of(std::span<const Name> names, std::int64_t value); // "" where unknown.

template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

template <class List> struct NameTable;
template <template <class...> class List, class... D> struct NameTable<List<D...>> {
    static constexpr std::array<Name, sizeof...(D)> rows{
        Name{static_cast<std::int64_t>(D::value), without_underscore(D::name)}...};
};

// All enumerators in the order of their description.
template <DescribedEnum E> constexpr std::span<const Name> names_of() {
    return NameTable<boost::describe::describe_enumerators<E>>::rows;
}

template <DescribedEnum E> std::string_view name_of(E value) {
    return text_of(names_of<E>(), static_cast<std::int64_t>(value));
}

template <DescribedEnum E> std::optional<E> enum_from(std::string_view text) {
    const auto value = value_of(names_of<E>(), text);
    if (!value) return std::nullopt;
    return static_cast<E>(*value);
}

} // namespace thi::text
