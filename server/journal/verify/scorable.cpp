#include "journal/verify/scorable.h"

#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"
#include "core/sitting/value.h"

#include <algorithm>
#include <limits>

namespace thi::journal {
namespace {

Unscorable damaged(const char* vi, const char* en) {
    return {{vi, en}, true};
}

// Sums of marks must fit into exact fractions (docs/formats/scoring.md, "Limits").
bool sums_fit(const core::Contest& contest) {
    __extension__ using Wide = __int128;
    Wide scales = 0;
    Wide denominators = 1;
    for (const auto& round : *contest.plan.rounds) {
        if (round.practice) continue;
        scales += Wide{std::max(round.weight, core::Whole{1})} * round.scale.hundredths;
        core::Whole largest = 1;
        for (const auto& [id, paper] : contest.papers)
            if (paper.round == round.round && paper.content && paper.key)
                largest =
                    std::max(largest, core::objective_total(*paper.content, *paper.key).hundredths);
        denominators *= largest;
        if (denominators * scales > std::numeric_limits<core::Whole>::max()) return false;
    }
    return true;
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

} // namespace

std::optional<Unscorable> unscorable(const core::Contest& contest) {
    if (!contest.plan.rounds.is_set() || !contest.plan.post.list.is_set())
        return damaged("Kế hoạch không có vòng thi hoặc chức danh.",
                       "The plan has no rounds or posts.");
    for (const auto& round : *contest.plan.rounds) {
        if (round.practice) continue;
        if (round.type != core::RoundType::objective)
            return Unscorable{{"Chưa hỗ trợ tính điểm vòng viết và bảo vệ đề án.",
                               "Written and defence rounds cannot be scored yet."},
                              false};
        const auto progress = contest.rounds.find(round.round);
        if (progress == contest.rounds.end()) continue;
        for (const auto& [candidate, id] : progress->second.latest) {
            const auto* sitting = core::find_sitting(contest, id);
            if (sitting == nullptr) return damaged("Thiếu một lượt thi.", "A sitting is missing.");
            if (auto why = judge(contest, *sitting)) return why;
        }
    }
    if (!sums_fit(contest))
        return damaged("Điểm quá lớn để cộng chính xác.", "Marks are too large to add exactly.");
    return {};
}

} // namespace thi::journal
