#include "core/event.h"

namespace thi::core {

// One is made for every answer saved: what is large in it stands behind a pointer (core/shared.h).
static_assert(sizeof(Event) <= 512);

Event::Event() = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

std::string_view leaf_type(const Event& event) {
    return std::visit([](const auto& happened) { return happened.leaf; },
                      static_cast<const AnyEvent&>(event));
}

} // namespace thi::core
