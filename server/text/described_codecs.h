// The codecs behind text/described.h: include that one.

#pragma once
#include "text/described.h"

#include <algorithm>
#include <charconv>

namespace thi::text {

template <class T, class D> Member member_row() {
    using M = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
    Member row{without_underscore(D::name), OptionalOf<M>::value, nullptr, nullptr, nullptr};
    if constexpr (OptionalOf<M>::value) {
        using V = typename OptionalOf<M>::type;
        row.present = [](const void* object) {
            return (static_cast<const T*>(object)->*D::pointer).has_value();
        };
        row.write = [](const void* object) {
            return Codec<V>::write(*(static_cast<const T*>(object)->*D::pointer));
        };
        row.read = [](void* object, const boost::json::value& from, Reading& reading) {
            static_cast<T*>(object)->*D::pointer = Codec<V>::read(from, reading);
        };
    } else {
        row.write = [](const void* object) {
            return Codec<M>::write(static_cast<const T*>(object)->*D::pointer);
        };
        row.read = [](void* object, const boost::json::value& from, Reading& reading) {
            static_cast<T*>(object)->*D::pointer = Codec<M>::read(from, reading);
        };
    }
    return row;
}

template <class T, class List> struct MemberTable;
template <class T, template <class...> class List, class... D> struct MemberTable<T, List<D...>> {
    static std::span<const Member> rows() {
        static const std::array<Member, sizeof...(D)> table{member_row<T, D>()...};
        return table;
    }
};

template <DescribedStruct T> std::span<const Member> members_of() {
    return MemberTable<T, Members<T>>::rows();
}

template <Sourced T> boost::json::value write_sourced(const T& parameter) {
    using V = typename OptionalOf<std::remove_cvref_t<decltype(T::value)>>::type;
    using W = typename OptionalOf<std::remove_cvref_t<decltype(T::waived)>>::type;
    if (parameter.value)
        return boost::json::object{{"value", Codec<V>::write(*parameter.value)},
                                   {"source", Codec<std::string>::write(parameter.source)}};
    if (parameter.waived)
        return boost::json::object{{"waived", Codec<W>::write(*parameter.waived)}};
    return boost::json::object{{"unset", true}};
}

template <class T>
T read_inside(const boost::json::object& object, std::string_view member, Reading& reading) {
    reading.enter(member);
    T value = Codec<T>::read(object.at(member), reading);
    reading.leave();
    return value;
}

template <Sourced T> T read_sourced_as(const boost::json::value& from, Reading& reading) {
    using V = typename OptionalOf<std::remove_cvref_t<decltype(T::value)>>::type;
    using W = typename OptionalOf<std::remove_cvref_t<decltype(T::waived)>>::type;
    T parameter{};
    const auto form = read_sourced(from, reading);
    if (form == SourcedForm::value) {
        parameter.value = read_inside<V>(from.get_object(), "value", reading);
        parameter.source = read_inside<std::string>(from.get_object(), "source", reading);
    } else if (form == SourcedForm::waived) {
        parameter.waived = read_inside<W>(from.get_object(), "waived", reading);
    }
    return parameter;
}

template <class T> boost::json::value Codec<T>::write(const T& value) {
    if constexpr (std::same_as<T, bool>) {
        return boost::json::value(value);
    } else if constexpr (Integer<T>) {
        if constexpr (std::unsigned_integral<T>)
            if (value > static_cast<std::uint64_t>(integer_max)) throw_unwritable("too large");
        return boost::json::value(static_cast<std::int64_t>(value));
    } else if constexpr (std::same_as<T, std::string>) {
        return boost::json::value(boost::json::string(value.data(), value.size()));
    } else if constexpr (DescribedEnum<T>) {
        return write_name(names_of<T>(), static_cast<std::int64_t>(value));
    } else if constexpr (Parsable<T>) {
        const std::string_view text = value.text();
        if (text.empty()) throw_unwritable("an id that was never given");
        return boost::json::value(boost::json::string(text.data(), text.size()));
    } else if constexpr (Hundredths<T>) {
        return boost::json::value(value.hundredths);
    } else if constexpr (Fractional<T>) {
        return boost::json::object{{"numerator", value.numerator},
                                   {"denominator", value.denominator}};
    } else if constexpr (std::same_as<T, crypto::Digest>) {
        return write_bytes(view(value));
    } else if constexpr (Sourced<T>) {
        return write_sourced(value);
    } else if constexpr (std::same_as<T, Raw>) {
        return value.value;
    } else {
        static_assert(DescribedStruct<T>, "no JSON form: describe it or specialise text::Codec");
        return write_struct(&value, members_of<T>());
    }
}

template <class T> T Codec<T>::read(const boost::json::value& from, Reading& reading) {
    if constexpr (std::same_as<T, bool>) {
        return read_bool(from, reading).value_or(false);
    } else if constexpr (Integer<T>) {
        return static_cast<T>(
            read_integer(from, integer_least<T>(), integer_most<T>(), reading).value_or(0));
    } else if constexpr (std::same_as<T, std::string>) {
        return std::string{read_string(from, reading).value_or("")};
    } else if constexpr (DescribedEnum<T>) {
        return static_cast<T>(read_name(from, names_of<T>(), reading));
    } else if constexpr (Parsable<T>) {
        const auto text = read_string(from, reading);
        if (!text) return T{};
        if (auto value = T::parse(*text)) return *std::move(value);
        refuse_form(reading);
        return T{};
    } else if constexpr (Hundredths<T>) {
        return T{read_integer(from, -integer_max, integer_max, reading).value_or(0)};
    } else if constexpr (Fractional<T>) {
        struct Row {
            static void top(void* to, const boost::json::value& value, Reading& where) {
                static_cast<T*>(to)->numerator = Codec<std::int64_t>::read(value, where);
            }
            static void bottom(void* to, const boost::json::value& value, Reading& where) {
                static_cast<T*>(to)->denominator =
                    read_integer(value, 1, integer_max, where).value_or(1);
            }
        };
        static constexpr Member rows[] = {{"numerator", false, nullptr, nullptr, &Row::top},
                                          {"denominator", false, nullptr, nullptr, &Row::bottom}};
        T value{};
        read_struct(&value, rows, from, reading);
        return value;
    } else if constexpr (std::same_as<T, crypto::Digest>) {
        T value;
        const auto bytes = read_bytes(from, value.bytes.size(), reading);
        std::copy(bytes.begin(), bytes.end(), value.bytes.begin());
        return value;
    } else if constexpr (Sourced<T>) {
        return read_sourced_as<T>(from, reading);
    } else if constexpr (std::same_as<T, Raw>) {
        return Raw{from};
    } else {
        static_assert(DescribedStruct<T>, "no JSON form: describe it or specialise text::Codec");
        T value{};
        read_struct(&value, members_of<T>(), from, reading);
        return value;
    }
}

template <Holder T> struct Codec<T> {
    static boost::json::value write(const T& value) {
        return Codec<typename T::Held>::write(*value);
    }
    static T read(const boost::json::value& from, Reading& reading) {
        return Codec<typename T::Held>::read(from, reading);
    }
};

template <> struct Codec<std::chrono::milliseconds> {
    static boost::json::value write(std::chrono::milliseconds value) {
        return boost::json::value(static_cast<std::int64_t>(value.count()));
    }
    static std::chrono::milliseconds read(const boost::json::value& from, Reading& reading) {
        return std::chrono::milliseconds{Codec<std::int64_t>::read(from, reading)};
    }
};

template <> struct Codec<std::chrono::sys_time<std::chrono::milliseconds>> {
    using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
    static boost::json::value write(Instant value) {
        return Codec<std::chrono::milliseconds>::write(value.time_since_epoch());
    }
    static Instant read(const boost::json::value& from, Reading& reading) {
        return Instant{Codec<std::chrono::milliseconds>::read(from, reading)};
    }
};

template <std::size_t N> struct Codec<std::array<std::uint8_t, N>> {
    using Bytes = std::array<std::uint8_t, N>;
    static boost::json::value write(const Bytes& value) {
        return write_bytes({reinterpret_cast<const char*>(value.data()), N});
    }
    static Bytes read(const boost::json::value& from, Reading& reading) {
        Bytes value{};
        const auto bytes = read_bytes(from, N, reading);
        std::copy(bytes.begin(), bytes.end(), value.begin());
        return value;
    }
};

template <class T> struct Codec<std::vector<T>> {
    static boost::json::value write(const std::vector<T>& value) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& element : value)
            array.push_back(Codec<T>::write(element));
        return array;
    }
    static std::vector<T> read(const boost::json::value& from, Reading& reading) {
        std::vector<T> value;
        const auto* const array = read_array(from, reading);
        if (array == nullptr) return value;
        value.reserve(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            reading.enter(i);
            value.push_back(Codec<T>::read((*array)[i], reading));
            reading.leave();
        }
        return value;
    }
};

template <class T> struct Codec<std::set<T>> {
    static boost::json::value write(const std::set<T>& value) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& element : value)
            array.push_back(Codec<T>::write(element));
        return array;
    }
    static std::set<T> read(const boost::json::value& from, Reading& reading) {
        std::set<T> value;
        const auto* const array = read_array(from, reading);
        if (array == nullptr) return value;
        for (std::size_t i = 0; i < array->size(); ++i) {
            reading.enter(i);
            const bool fresh = value.insert(Codec<T>::read((*array)[i], reading)).second;
            if (!fresh && reading.clean()) refuse_repetition(reading);
            reading.leave();
        }
        return value;
    }
};

// The text of a map's key and back.
template <MapKey K> std::string key_to_text(const K& key) {
    if constexpr (std::same_as<K, std::string>)
        return key;
    else if constexpr (DescribedEnum<K>)
        return std::string{name_of(key)};
    else if constexpr (Integer<K>)
        return std::to_string(key);
    else
        return std::string{key.text()};
}

template <MapKey K> std::optional<K> key_from_text(std::string_view text) {
    if constexpr (std::same_as<K, std::string>) {
        return std::string{text};
    } else if constexpr (DescribedEnum<K>) {
        return enum_from<K>(text);
    } else if constexpr (Integer<K>) {
        K key{};
        const auto read = std::from_chars(text.data(), text.data() + text.size(), key);
        if (read.ec != std::errc{} || std::to_string(key) != text) return std::nullopt;
        return key;
    } else {
        return K::parse(text);
    }
}

template <MapKey K, class V> struct Codec<std::map<K, V>> {
    static boost::json::value write(const std::map<K, V>& value) {
        boost::json::object object;
        for (const auto& [key, element] : value)
            object.emplace(key_to_text(key), Codec<V>::write(element));
        return object;
    }
    static std::map<K, V> read(const boost::json::value& from, Reading& reading) {
        std::map<K, V> value;
        const auto* const object = read_object(from, reading);
        if (object == nullptr) return value;
        for (const auto& member : *object) {
            reading.enter(std::string_view{member.key()});
            if (auto key = key_from_text<K>(member.key()))
                value.emplace(*std::move(key), Codec<V>::read(member.value(), reading));
            else
                refuse_form(reading);
            reading.leave();
        }
        return value;
    }
};

// Which JSON shape an alternative of a variant has.
template <class T> struct ShapeOf { static constexpr Shape shape = Shape::object; };
template <> struct ShapeOf<std::monostate> { static constexpr Shape shape = Shape::null; };
template <> struct ShapeOf<std::string> { static constexpr Shape shape = Shape::string; };
template <class T> struct ShapeOf<std::vector<T>> { static constexpr Shape shape = Shape::array; };

// Requires alternatives of different shapes; the first one is std::monostate, written as null.
template <class... T> struct Codec<std::variant<std::monostate, T...>> {
    using Value = std::variant<std::monostate, T...>;

    static boost::json::value write(const Value& value) {
        return std::visit(
            [](const auto& alternative) -> boost::json::value {
                using A = std::remove_cvref_t<decltype(alternative)>;
                if constexpr (std::same_as<A, std::monostate>)
                    return nullptr;
                else
                    return Codec<A>::write(alternative);
            },
            value);
    }
    static Value read(const boost::json::value& from, Reading& reading) {
        Value value;
        const auto shape = shape_of(from);
        if (shape == Shape::null) return value;
        const bool known =
            ((shape == ShapeOf<T>::shape && (value = Codec<T>::read(from, reading), true)) || ...);
        if (!known) refuse_shape(reading);
        return value;
    }
};

} // namespace thi::text
