// Values of any described type, drawn at random: for tests that must hold for every event.

#pragma once
#include "core/ids.h"
#include "core/time.h"
#include "text/shape.h"

#include <boost/mp11.hpp>

#include <random>

namespace sample {

using Random = std::mt19937_64;

inline std::size_t upto(Random& random, std::size_t most) {
    return static_cast<std::size_t>(random() % (most + 1));
}

inline std::string words(Random& random) {
    static const std::vector<std::string> some{"", "A", "Đề số 1", "a\"b\\c\n", "😀", "2017-11-12"};
    return some[upto(random, some.size() - 1)] + std::to_string(random() % 100);
}

template <class T> struct Draw {
    static T one(Random& random) {
        using namespace thi;
        if constexpr (std::same_as<T, bool>) {
            return random() % 2 == 0;
        } else if constexpr (text::Integer<T>) {
            return static_cast<T>(random() % 100'000) - (std::signed_integral<T> ? 500 : 0);
        } else if constexpr (std::same_as<T, std::string>) {
            return words(random);
        } else if constexpr (text::DescribedEnum<T>) {
            const auto names = text::names_of<T>();
            return static_cast<T>(names[upto(random, names.size() - 1)].value);
        } else if constexpr (requires { T::from_bytes(std::array<std::uint8_t, 10>{}); }) {
            std::array<std::uint8_t, 10> bytes;
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(random());
            return T::from_bytes(bytes);
        } else if constexpr (text::Hundredths<T>) {
            return T{static_cast<std::int64_t>(random() % 20'000) - 10'000};
        } else if constexpr (text::Fractional<T>) {
            return T{static_cast<std::int64_t>(random() % 1000),
                     1 + static_cast<std::int64_t>(random() % 100)};
        } else if constexpr (std::same_as<T, crypto::Digest>) {
            return crypto::sha256(std::to_string(random()));
        } else if constexpr (std::same_as<T, core::Instant>) {
            return core::from_ms(static_cast<std::int64_t>(random() >> 20));
        } else if constexpr (text::Holder<T>) {
            return Draw<typename T::Held>::one(random);
        } else if constexpr (text::Sourced<T>) {
            T parameter;
            switch (random() % 3) {
            case 0:
                parameter.value =
                    Draw<typename std::remove_cvref_t<decltype(*parameter.value)>>::one(random);
                parameter.source = words(random);
                break;
            case 1:
                parameter.waived = {words(random), words(random)};
                break;
            default:
                break;
            }
            return parameter;
        } else {
            static_assert(text::DescribedStruct<T>);
            T value;
            boost::mp11::mp_for_each<text::Members<T>>([&](auto member) {
                auto& place = value.*member.pointer;
                place = Draw<std::remove_cvref_t<decltype(place)>>::one(random);
            });
            return value;
        }
    }
};

template <class T> struct Draw<std::optional<T>> {
    static std::optional<T> one(Random& random) {
        if (random() % 2 == 0) return std::nullopt;
        return Draw<T>::one(random);
    }
};
template <class T> struct Draw<std::vector<T>> {
    static std::vector<T> one(Random& random) {
        std::vector<T> out(upto(random, 3));
        for (auto& element : out)
            element = Draw<T>::one(random);
        return out;
    }
};
template <class T> struct Draw<std::set<T>> {
    static std::set<T> one(Random& random) {
        std::set<T> out;
        for (auto i = upto(random, 3); i > 0; --i)
            out.insert(Draw<T>::one(random));
        return out;
    }
};
template <class K, class V> struct Draw<std::map<K, V>> {
    static std::map<K, V> one(Random& random) {
        std::map<K, V> out;
        for (auto i = upto(random, 3); i > 0; --i)
            out.emplace(Draw<K>::one(random), Draw<V>::one(random));
        return out;
    }
};
template <class... T> struct Draw<std::variant<std::monostate, T...>> {
    static std::variant<std::monostate, T...> one(Random& random) {
        std::variant<std::monostate, T...> out;
        const auto wanted = upto(random, sizeof...(T));
        std::size_t at = 0;
        ((++at == wanted ? void(out = Draw<T>::one(random)) : void()), ...);
        return out;
    }
};

} // namespace sample
