// What the contest knows of appeals, amendments, remedies and infractions.

#pragma once
#include "core/result/appeal_events.h"
#include "core/sitting/infractions.h"

namespace thi::core {

struct Infraction {};
struct Appeal {};
struct Amendment {};
struct Remedy {};

} // namespace thi::core
