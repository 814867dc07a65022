#include "core/plan/presets.h"

namespace thi::core {

Plan with_new_ids(Plan plan, const std::function<std::array<std::uint8_t, 10>()>& draw) {
    if (plan.post.list.value)
        for (auto& post : *plan.post.list.value)
            post.post = PostId::from_bytes(draw());
    if (plan.rounds.value)
        for (auto& round : *plan.rounds.value)
            round.round = RoundId::from_bytes(draw());
    return plan;
}

} // namespace thi::core
