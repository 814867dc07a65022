// One parameter of the plan: a value with its source, or unset, or waived by a named person.

#pragma once
#include <boost/describe/class.hpp>

#include <cassert>
#include <optional>
#include <string>

namespace thi::core {

struct Waiver {
    std::string by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Waiver, (), (by, reason))

// In JSON: {"value": v, "source": "..."}, {"unset": true} or {"waived": {"by": ..., "reason": ...}}
// (docs/formats/plan.md). Default-constructed: unset.
template <class T> struct Setting {
    std::optional<T> value;
    std::string source; // A citation, or "borrowed: ..." where the rule comes from elsewhere.
    std::optional<Waiver> waived;

    bool is_set() const { return value.has_value(); }
    bool is_unset() const { return !value && !waived; }
    const T& operator*() const {
        assert(value);
        return *value;
    }
    const T* operator->() const {
        assert(value);
        return &*value;
    }
    // What holds where the parameter is waived or not yet set: the meaning of "waived" that the
    // parameter documents.
    T value_or(T otherwise) const { return value ? *value : otherwise; }
};

} // namespace thi::core
