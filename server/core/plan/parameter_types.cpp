// The type of each parameter in words, read off the structs: for people and for documents.

#include "core/plan/parameters.h"
#include "core/plan/walk.h"

#include <boost/describe/enumerators.hpp>

namespace thi::core {
namespace {

template <class T> struct Words {
    static std::string of() {
        std::string text;
        if constexpr (std::is_enum_v<T>) {
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
                [&](auto d) { text += (text.empty() ? "one of " : ", ") + std::string{d.name}; });
            return text;
        } else {
            boost::mp11::mp_for_each<
                boost::describe::describe_members<T, boost::describe::mod_public>>(
                [&](auto d) { text += (text.empty() ? "" : ", ") + std::string{d.name}; });
            return "record (" + text + ")";
        }
    }
};
template <> struct Words<bool> {
    static std::string of() { return "true or false"; }
};
template <> struct Words<Whole> {
    static std::string of() { return "integer"; }
};
template <> struct Words<std::string> {
    static std::string of() { return "text"; }
};
template <> struct Words<Instant> {
    static std::string of() { return "instant"; }
};
template <> struct Words<Points> {
    static std::string of() { return "hundredths"; }
};
template <> struct Words<Fraction> {
    static std::string of() { return "fraction (numerator, denominator)"; }
};
template <class T> struct Words<std::vector<T>> {
    static std::string of() { return "list of " + Words<T>::of(); }
};
template <class T> struct Words<std::set<T>> {
    static std::string of() { return "set of " + Words<T>::of(); }
};
template <class K, class T> struct Words<std::map<K, T>> {
    static std::string of() { return "map from " + Words<K>::of() + " to " + Words<T>::of(); }
};

template <class T> std::string words_of(const Setting<T>&) {
    return Words<T>::of();
}

} // namespace

std::string type_of_parameter(std::string_view name) {
    std::string type;
    const Plan plan;
    each_parameter(plan, [&](const std::string& at, const auto& setting) {
        if (at == name) type = words_of(setting);
    });
    return type;
}

} // namespace thi::core
