// The rules of release: an audit that is clean, no tie left open, two people who sign one file.

#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/result/appeal_window.h"
#include "core/result/decide.h"
#include "core/result/tally.h"

#include <algorithm>

namespace thi::core {

namespace {

Result<void> signed_by_two(const Contest& contest, const Approvals& approvals, Instant now) {
    if (auto two = approved_by_two(contest, approvals,
                                   {Role::chair, Role::vice_chair, Role::secretary}, now);
        !two)
        return two;
    const bool led = std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
        return holds_role(contest, one.person, leading_roles).has_value();
    });
    if (led) return {};
    return refuse(Code::needs_approval, "Cần Chủ tịch hoặc Phó Chủ tịch Hội đồng phê duyệt.",
                  "The chair or vice chair must be one of the two.");
}

Result<void> clean(bool audit_clean) {
    if (audit_clean) return {};
    return refuse(Code::not_clean, "Kiểm chứng nhật ký chưa đạt.",
                  "The audit of the log has not passed.");
}

} // namespace

// After an amendment or a remedy scores are computed anew and released anew, by two people again.
Result<Events> decide_on(const Contest& contest, const ReleaseResult& command, Instant now) {
    const bool here = contest.stage == Stage::scored || contest.stage == Stage::released;
    if (!here || !contest.trace_hash || contest.final_hash)
        return refuse(Code::wrong_state, "Chưa tính điểm, hoặc điểm phải tính lại.",
                      "Scores are not computed, or no longer stand.");
    if (contest.released_hash && contest.released_score == contest.score_index)
        return refuse(Code::already_done, "Kết quả đã được công bố.",
                      "The result is released already.");
    if (!tally(contest).open_ties.empty())
        return refuse(Code::incomplete, "Còn thí sinh bằng điểm chưa phân định.",
                      "Equals are not told apart.");
    if (auto audited = clean(command.audit_clean); !audited) return audited.error();
    if (auto two = signed_by_two(contest, command.approvals, now); !two) return two.error();
    return Events{ResultReleased{
        .file_hash = command.file_hash, .root = command.root, .approvals = command.approvals}};
}

Result<Events> decide_on(const Contest& contest, const FinaliseResult& command, Instant now) {
    if (contest.stage != Stage::released || !contest.released_hash)
        return refuse(Code::wrong_state, "Kết quả chưa được công bố.",
                      "The result is not released.");
    if (contest.final_hash)
        return refuse(Code::already_done, "Kết quả đã chính thức.", "The result is final.");
    if (auto over = appeals_over(contest, now); !over) return over.error();
    if (auto audited = clean(command.audit_clean); !audited) return audited.error();
    if (auto two = signed_by_two(contest, command.approvals, now); !two) return two.error();
    return Events{ResultFinal{
        .file_hash = command.file_hash, .root = command.root, .approvals = command.approvals}};
}

void apply_on(Contest& contest, const ResultReleased& event, const Record& record) {
    contest.released_hash = event.file_hash;
    contest.released_score = contest.score_index;
    if (!contest.released_at) contest.released_at = record.at;
}

void apply_on(Contest& contest, const ResultFinal& event, const Record&) {
    contest.final_hash = event.file_hash;
}

} // namespace thi::core
