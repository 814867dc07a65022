// What the contest knows of a written round's marking.

#pragma once
#include "core/marking/events.h"

namespace thi::core {

struct Marking {};

} // namespace thi::core
