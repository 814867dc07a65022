// Reasons: the words by which a person answers for an act. Only their presence and length are
// judged here.

#pragma once
#include "core/fault.h"

#include <cstddef>
#include <string_view>

namespace thi::core {

inline constexpr std::size_t reason_max_bytes = 4000;

// Refuses (`invalid_field`, at /reason) a reason that is blank or over the limit.
Result<void> reasoned(std::string_view reason);

} // namespace thi::core
