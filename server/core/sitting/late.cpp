// The rule of late answers: kept when they come, decided about afterwards by two people.

#include "core/marking/blinding.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

namespace {

// DecideLate and LateDecided name the same answers.
template <class T> bool names(const T& range, const LateAnswer& late) {
    return late.why != LateWhy::conflict && late.lease == range.lease &&
           range.from_seq <= late.seq && late.seq <= range.to_seq;
}

// Once scripts are blinded, what came too late can only be left out of them.
Result<void> leaves_script(const Contest& contest, const Sitting& sitting,
                           const DecideLate& command) {
    const bool takes_out = std::any_of(
        sitting.late_answers.begin(), sitting.late_answers.end(),
        [&](const LateAnswer& late) { return names(command, late) && late.counts == true; });
    if (!command.counts && !takes_out) return {};
    return not_blinded_yet(contest, sitting.round);
}

} // namespace

// A decision is corrected by another decision, until scores stand.
Result<Events> decide_on(const Contest& contest, const DecideLate& command, Instant now) {
    if (auto may = holds_role(contest, command.by, leading_roles); !may) return may.error();
    if (!before_scored(contest.stage))
        return refuse(Code::wrong_state, "Điểm đã được tính.", "Scores stand already.");
    const Sitting* sitting = find_sitting(contest, command.sitting);
    if (sitting == nullptr)
        return refuse(Code::not_found, "Không có lượt thi này.", "There is no such sitting.");
    if (auto open = leaves_script(contest, *sitting, command); !open) return open.error();
    if (command.counts &&
        contest.plan.sitting.late_rule.value_or(LateRule::refuse) == LateRule::refuse)
        return refuse(Code::wrong_state, "Kế hoạch không cho tính câu trả lời gửi muộn.",
                      "By the plan late answers never count.");
    if (std::none_of(sitting->late_answers.begin(), sitting->late_answers.end(),
                     [&](const LateAnswer& late) { return names(command, late); }))
        return refuse(Code::not_found, "Không có câu trả lời muộn nào trong khoảng này.",
                      "There is no late answer in this range.");
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two =
            approved_by_two(contest, command.approvals,
                            {Role::chair, Role::vice_chair, Role::head_of_invigilation}, now);
        !two)
        return two.error();
    return Events{LateDecided{.by = command.by,
                              .sitting = command.sitting,
                              .lease = command.lease,
                              .from_seq = command.from_seq,
                              .to_seq = command.to_seq,
                              .counts = command.counts,
                              .reason = command.reason,
                              .approvals = command.approvals}};
}

void apply_on(Contest& contest, const LateDecided& event, const Record&) {
    auto& sitting = contest.sittings.at(event.sitting);
    for (auto& late : sitting.late_answers)
        if (names(event, late)) late.counts = event.counts;
    forget_scores(contest, sitting.round);
}

} // namespace thi::core
