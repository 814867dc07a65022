// What the contest knows of a defence round.

#pragma once
#include "core/marking/defence_events.h"

namespace thi::core {

struct Defence {};

} // namespace thi::core
