#include "core/contest.h"

namespace thi::core {

Contest::Contest() = default;
Contest::Contest(const Contest& other) = default;
Contest::Contest(Contest&& other) noexcept = default;
Contest& Contest::operator=(const Contest& other) = default;
Contest& Contest::operator=(Contest&& other) noexcept = default;
Contest::~Contest() = default;

} // namespace thi::core
