// Comparison whose time does not depend on where two texts differ (S-40): for tokens and tags.

#pragma once
#include <string_view>

namespace thi::crypto {

// The length is not kept secret.
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace thi::crypto
