// Presets: families of rules met in practice, as plans to begin from. The files are compiled in, so
// that an installed program finds them; reading them is journal's (journal/plan_json.h).

#pragma once
#include "core/plan/plan.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace thi::core {

// The document of a preset (docs/formats/plan.md), as it stands in core/plan/presets/.
std::string_view preset_text(Preset preset);

// A plan's posts and rounds with ids of their own: those of a preset are placeholders that every
// contest made from it would share. `draw` gives ten random bytes at each call.
Plan with_new_ids(Plan plan, const std::function<std::array<std::uint8_t, 10>()>& draw);

} // namespace thi::core
