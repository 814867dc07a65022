// The schemas behind text/schema.h: include that one.

#pragma once
#include "text/schema.h"

namespace thi::text {

template <class T, class D> MemberSchema member_schema(Components& components) {
    using M = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
    if constexpr (OptionalOf<M>::value)
        return {without_underscore(D::name), true,
                Schema<typename OptionalOf<M>::type>::of(components)};
    else
        return {without_underscore(D::name), false, Schema<M>::of(components)};
}

template <class T, class List> struct StructSchema;
template <class T, template <class...> class List, class... D> struct StructSchema<T, List<D...>> {
    static boost::json::value make(Components& components) {
        return schema_of_struct({member_schema<T, D>(components)...});
    }
};

template <class T> boost::json::value Schema<T>::of(Components& components) {
    if constexpr (requires { Codec<T>::schema(components); }) {
        return Codec<T>::schema(components);
    } else if constexpr (std::same_as<T, bool>) {
        return boost::json::object{{"type", "boolean"}};
    } else if constexpr (Integer<T>) {
        return schema_of_integer(integer_least<T>(), integer_most<T>());
    } else if constexpr (std::same_as<T, std::string>) {
        return boost::json::object{{"type", "string"}};
    } else if constexpr (DescribedEnum<T>) {
        return components.refer(
            type_name<T>(), +[](Components&) { return schema_of_names(names_of<T>()); });
    } else if constexpr (Parsable<T>) {
        if constexpr (requires { std::string_view{T::prefix}; })
            return schema_of_id(T::prefix);
        else
            return boost::json::object{{"type", "string"}};
    } else if constexpr (Hundredths<T>) {
        return boost::json::object{{"type", "integer"}, {"description", "hundredths of a point"}};
    } else if constexpr (Fractional<T>) {
        return schema_of_fraction();
    } else if constexpr (std::same_as<T, crypto::Digest>) {
        return schema_of_bytes(32);
    } else if constexpr (Sourced<T>) {
        using V = typename OptionalOf<std::remove_cvref_t<decltype(T::value)>>::type;
        using W = typename OptionalOf<std::remove_cvref_t<decltype(T::waived)>>::type;
        return schema_of_sourced(Schema<V>::of(components), Schema<W>::of(components));
    } else if constexpr (std::same_as<T, Raw>) {
        return boost::json::object{};
    } else {
        static_assert(DescribedStruct<T>, "no JSON form: describe it or specialise text::Codec");
        return components.refer(type_name<T>(), &StructSchema<T, Members<T>>::make);
    }
}

template <Holder T> struct Schema<T> : Schema<typename T::Held> {};

template <> struct Schema<std::chrono::milliseconds> {
    static boost::json::value of(Components&) {
        return boost::json::object{{"type", "integer"}, {"description", "milliseconds"}};
    }
};
template <> struct Schema<std::chrono::sys_time<std::chrono::milliseconds>> {
    static boost::json::value of(Components&) { return schema_of_instant(); }
};
template <std::size_t N> struct Schema<std::array<std::uint8_t, N>> {
    static boost::json::value of(Components&) { return schema_of_bytes(N); }
};
template <class T> struct Schema<std::vector<T>> {
    static boost::json::value of(Components& components) {
        return boost::json::object{{"type", "array"}, {"items", Schema<T>::of(components)}};
    }
};
template <class T> struct Schema<std::set<T>> {
    static boost::json::value of(Components& components) {
        return boost::json::object{
            {"type", "array"}, {"items", Schema<T>::of(components)}, {"uniqueItems", true}};
    }
};
template <MapKey K, class V> struct Schema<std::map<K, V>> {
    static boost::json::value of(Components& components) {
        boost::json::object schema{{"type", "object"},
                                   {"additionalProperties", Schema<V>::of(components)}};
        if constexpr (DescribedEnum<K> || Parsable<K>)
            schema["propertyNames"] = Schema<K>::of(components);
        return schema;
    }
};
template <class... T> struct Schema<std::variant<std::monostate, T...>> {
    static boost::json::value of(Components& components) {
        return boost::json::object{
            {"anyOf", boost::json::array{boost::json::object{{"type", "null"}},
                                         Schema<T>::of(components)...}}};
    }
};

} // namespace thi::text
