// Shared: a large value that stands behind a pointer. As a member it keeps what holds it small: a
// variant is as large as the largest of its alternatives, and answers are saved by the thousand.

#pragma once
#include <memory>
#include <utility>

namespace thi::core {

// Copies share one value, which nobody changes: to change it is to replace it.
template <class T> class Shared {
  public:
    using Held = T;

    Shared() = default; // Holds T{}.
    Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const { return value_ ? *value_ : initial(); }
    const T* operator->() const { return &**this; }
    operator const T&() const { return **this; }

  private:
    static const T& initial() {
        static const T value;
        return value;
    }

    std::shared_ptr<const T> value_;
};

} // namespace thi::core
