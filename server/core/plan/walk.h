// walk: visits every parameter of a plan with its dotted name, in the order of the structs, so that
// nothing has to repeat the list. Heavy to compile: only for the few files that need it.

#pragma once
#include "core/plan/plan.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace thi::core {

template <class T> struct IsSetting : std::false_type {};
template <class T> struct IsSetting<Setting<T>> : std::true_type {};

// f(name, setting) for each parameter below `level`, const or not.
template <class Level, class F>
void each_parameter(Level& level, F&& f, const std::string& prefix = {}) {
    using Bare = std::remove_const_t<Level>;
    using Members = boost::describe::describe_members<Bare, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        auto& at = level.*member.pointer;
        const auto name = prefix + member.name;
        if constexpr (IsSetting<std::remove_const_t<std::remove_reference_t<decltype(at)>>>::value)
            f(name, at);
        else
            each_parameter(at, f, name + '.');
    });
}

// Equality by members, all the way down. The structs of the plan declare none of their own.
template <class T> bool same(const T& a, const T& b) {
    if constexpr (boost::describe::has_describe_members<T>::value) {
        bool equal = true;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { equal = equal && same(a.*member.pointer, b.*member.pointer); });
        return equal;
    } else {
        return a == b;
    }
}

template <class T> bool same(const std::vector<T>& a, const std::vector<T>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a[i], b[i])) return false;
    return true;
}

template <class T> bool same(const Setting<T>& a, const Setting<T>& b) {
    if (a.value.has_value() != b.value.has_value() || a.source != b.source) return false;
    if (a.waived.has_value() != b.waived.has_value()) return false;
    if (a.waived && (a.waived->by != b.waived->by || a.waived->reason != b.waived->reason))
        return false;
    return !a.value || same(*a.value, *b.value);
}

} // namespace thi::core
