#include "journal/verify/scorable.h"

#include "core/marking/scripts.h"
#include "core/result/amended.h"
#include "core/result/remedies.h"
#include "core/result/sum_limits.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/value.h"

namespace thi::journal {
namespace {

Unscorable damaged(const char* vi, const char* en) {
    return {{vi, en}, true};
}

// The sitting's paper is there, and every answer that counts is one that its item can have.
std::optional<Unscorable> judge(const core::Contest& contest, const core::Sitting& sitting) {
    if (!sitting.started_at) return {};
    const auto paper = sitting.paper ? contest.papers.find(*sitting.paper) : contest.papers.end();
    if (paper == contest.papers.end())
        return damaged("Lượt thi không có đề.", "A sitting has no paper.");
    if (!paper->second.content || !paper->second.key)
        return Unscorable{
            {"Không có nội dung đề và đáp án.", "Contents of papers and keys are not at hand."},
            false};
    for (const auto& [item, answer] : core::effective_answers(contest, sitting)) {
        const auto* asked = core::find_item(*paper->second.content, item);
        if (asked != nullptr && core::check_value(*asked, *answer.value))
            return damaged("Có câu trả lời mà câu hỏi không thể nhận.",
                           "An answer is not one that its item can have.");
    }
    return {};
}

// The further keys of remedies are of their items' kind.
bool remedies_fit(const core::Contest& contest) {
    for (const auto& remedy : contest.remedies) {
        const auto paper = contest.papers.find(remedy.paper);
        if (paper == contest.papers.end() || !paper->second.content || !paper->second.key) continue;
        const auto* item = core::find_item(*paper->second.content, remedy.item);
        const auto* key = core::find_key(*paper->second.key, remedy.item);
        if (item == nullptr || key == nullptr) continue;
        for (const auto& further : remedy.keys)
            if (!core::is_key_of(*item, *key, further)) return false;
    }
    return true;
}

// Something is left that a mark can be a share of.
bool has_points(const core::Contest& contest, const core::Round& round) {
    for (const auto& [id, paper] : contest.papers) {
        if (paper.round != round.round || !paper.content || !paper.key) continue;
        const auto total = round.type == core::RoundType::written
                               ? core::script_max(*paper.content)
                               : core::remedied_total(contest, *paper.content, *paper.key);
        if (total <= core::Points{}) return false;
    }
    return true;
}

// A round of sittings: every one of them, and the answers in it.
std::optional<Unscorable> judge(const core::Contest& contest, const core::RoundProgress& progress) {
    for (const auto& [candidate, id] : progress.latest) {
        const auto* sitting = core::find_sitting(contest, id);
        if (sitting == nullptr) return damaged("Thiếu một lượt thi.", "A sitting is missing.");
        if (auto why = judge(contest, *sitting)) return why;
    }
    return {};
}

} // namespace

std::optional<Unscorable> unscorable(const core::Contest& contest) {
    if (!contest.plan.rounds.is_set() || !contest.plan.post.list.is_set())
        return damaged("Kế hoạch không có vòng thi hoặc chức danh.",
                       "The plan has no rounds or posts.");
    for (const auto& round : *contest.plan.rounds) {
        const auto progress = contest.rounds.find(round.round);
        if (!core::stands(round) || progress == contest.rounds.end()) continue;
        if (auto why = judge(contest, progress->second)) return why;
        if (!has_points(contest, round))
            return damaged("Đề thi không còn điểm nào.", "A paper has no points left.");
    }
    if (!remedies_fit(contest))
        return damaged("Có đáp án bổ sung mà câu hỏi không thể có.",
                       "A further key is not one that its item can have.");
    if (!core::sums_fit(contest, {}))
        return damaged("Điểm quá lớn để cộng chính xác.", "Marks are too large to add exactly.");
    return {};
}

} // namespace thi::journal
