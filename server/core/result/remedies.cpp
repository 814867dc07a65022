// The rules of remedies: two people, a reason, for everybody alike.

#include "core/result/remedies.h"

#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/amended.h"
#include "core/result/appeal_decide.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t remedies_max = 1'000;
constexpr std::size_t keys_max = 20;

Standing standing_of(const CandidateScore& score) {
    return {score.rank, score.total, score.shown, score.outcome};
}

Result<void> keys_fit(const Item& item, const ApplyRemedy& command) {
    const bool several = command.kind == RemedyKind::several_keys;
    if (several == command.keys.empty() || command.keys.size() > keys_max)
        return refuse(Code::invalid_field, "Đáp án bổ sung chỉ có và phải có khi thêm đáp án.",
                      "Further keys go with several keys, and only with them.");
    for (const auto& key : command.keys) {
        const bool known = std::all_of(key.begin(), key.end(), [&](const std::string& option) {
            return item.options.empty() ||
                   std::any_of(item.options.begin(), item.options.end(),
                               [&](const Option& one) { return one.option == option; });
        });
        if (key.empty() || !known || (item.type == ItemType::choice && key.size() != 1))
            return refuse(Code::bad_value, "Đáp án bổ sung không phải đáp án của câu này.",
                          "A further key is not one that the item can have.");
    }
    return {};
}

Result<void> may_remedy(const Contest& contest, const ApplyRemedy& command) {
    if (contest.stage != Stage::scored && contest.stage != Stage::released)
        return refuse(Code::wrong_state, "Chưa tính điểm, hoặc kết quả đã chính thức.",
                      "Scores are not computed, or results are final.");
    const auto paper = contest.papers.find(command.paper);
    if (paper == contest.papers.end() || !paper->second.content || !paper->second.key)
        return refuse(Code::not_found, "Không có đề thi này.", "There is no such paper.");
    const auto* item = find_item(*paper->second.content, command.item);
    if (item == nullptr || item->type == ItemType::essay)
        return refuse(Code::unknown_item, "Không có câu trắc nghiệm này trong đề.",
                      "The paper has no such objective item.");
    if (command.kind == RemedyKind::resit)
        return refuse(Code::not_supported_yet, "Chưa hỗ trợ thi lại.",
                      "Holding a round again is not supported yet.");
    if (is_dropped(contest, command.paper, command.item))
        return refuse(Code::already_done, "Câu này đã bỏ.", "The item is dropped already.");
    if (contest.remedies.size() >= remedies_max)
        return refuse(Code::limit_reached, "Đã quá nhiều lần xử lý đề.", "Too many remedies.");
    const auto* key = find_key(*paper->second.key, command.item);
    const auto total = remedied_total(contest, *paper->second.content, *paper->second.key);
    if (command.kind == RemedyKind::drop && key != nullptr && total == key->tariff.correct)
        return refuse(Code::incomplete, "Đề phải còn ít nhất một câu.",
                      "At least one item of the paper must stay.");
    return keys_fit(*item, command);
}

Result<void> cites(const Contest& contest, const std::optional<AppealId>& id) {
    if (!id) return {};
    const auto appeal = contest.appeals.find(*id);
    if (appeal != contest.appeals.end() && appeal->second.track == AppealTrack::procedure &&
        appeal->second.verdict && appeal->second.verdict->upheld)
        return {};
    return refuse(Code::invalid_field, "Đơn nêu ra chưa được chấp nhận.",
                  "The appeal that is cited was not upheld.");
}

} // namespace

std::vector<Move> tally_diff(const Tally& before, const Tally& after) {
    std::vector<Move> moves;
    for (const auto& now : after.candidates) {
        const auto was = std::find_if(
            before.candidates.begin(), before.candidates.end(), [&](const CandidateScore& one) {
                return one.candidate == now.candidate && one.post == now.post;
            });
        if (was == before.candidates.end()) continue;
        if (was->total == now.total && was->rank == now.rank && was->outcome == now.outcome)
            continue;
        moves.push_back({now.candidate, now.post, standing_of(*was), standing_of(now),
                         was->outcome != now.outcome});
    }
    return moves;
}

std::vector<Move> remedy_preview(const Contest& contest, const Remedy& remedy) {
    auto with = contest;
    with.remedies.push_back(remedy);
    return tally_diff(tally(contest), tally(with));
}

Result<Events> decide_on(const Contest& contest, const ApplyRemedy& command, Instant now) {
    if (auto may = may_remedy(contest, command); !may) return may.error();
    if (auto cited = cites(contest, command.appeal); !cited) return cited.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto two = approved_by_two(contest, command.approvals,
                                   {Role::chair, Role::vice_chair, Role::secretary}, now);
        !two)
        return two.error();
    return Events{RemedyApplied{.by = command.by,
                                .paper = command.paper,
                                .item = command.item,
                                .kind = command.kind,
                                .keys = command.keys,
                                .reason = command.reason,
                                .appeal = command.appeal,
                                .approvals = command.approvals}};
}

void apply_on(Contest& contest, const RemedyApplied& event, const Record& record) {
    contest.remedies.push_back({event.paper, event.item, event.kind, event.keys, record.index});
    contest.trace_hash.reset();
}

} // namespace thi::core
