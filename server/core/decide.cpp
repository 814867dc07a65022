#include "core/decide.h"

#include "core/intake/decide.h"
#include "core/marking/decide.h"
#include "core/marking/defence_decide.h"
#include "core/plan/decide.h"
#include "core/refusal.h"
#include "core/result/appeal_decide.h"
#include "core/result/decide.h"
#include "core/sitting/decide.h"

namespace thi::core {

Result<Events> decide(const Contest& contest, const Command& command, Instant now) {
    if (contest.closed)
        return refuse(Code::wrong_state, "Nhật ký của kỳ thi đã đóng.",
                      "The contest's log is closed.");
    if (contest.size == 0 && !std::holds_alternative<PublishContest>(command))
        return refuse(Code::wrong_state, "Kỳ thi chưa được công bố.",
                      "The contest is not published.");
    return std::visit([&](const auto& asked) { return decide_on(contest, asked, now); }, command);
}

void apply(Contest& contest, const Event& event, const Record& record) {
    std::visit([&](const auto& happened) { apply_on(contest, happened, record); }, event);
    contest.size = record.index + 1;
    contest.last_at = record.at;
}

} // namespace thi::core
