// The rules of remedies: two people, a reason, for everybody alike.

#include "core/result/remedies.h"

#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/amended.h"
#include "core/result/appeal_decide.h"
#include "core/result/decimal.h"
#include "core/result/fold.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

constexpr std::size_t remedies_max = 1'000;
constexpr std::size_t keys_max = 20;
constexpr std::size_t key_bytes_max = 4000;

RankedAs ranked_as(const CandidateScore& score) {
    return {score.rank, score.total, score.shown, score.outcome};
}

Result<void> keys_fit(const Item& item, const ItemKey& key, const ApplyRemedy& command) {
    const bool several = command.kind == RemedyKind::several_keys;
    if (several == command.keys.empty() || command.keys.size() > keys_max)
        return refuse(Code::invalid_field, "Đáp án bổ sung chỉ có và phải có khi thêm đáp án.",
                      "Further keys go with several keys, and only with them.");
    for (const auto& further : command.keys)
        if (!is_key_of(item, key, further))
            return refuse(Code::bad_value, "Đáp án bổ sung không phải đáp án của câu này.",
                          "A further key is not one that the item can have.");
    return {};
}

// A dropped item has nothing left to mend; an item that pays everybody can only be dropped.
Result<void> not_done_yet(const Contest& contest, const ApplyRemedy& command) {
    const bool credited =
        has_remedy(contest, command.paper, command.item, RemedyKind::all_credit) &&
        command.kind != RemedyKind::drop;
    if (!credited && !is_dropped(contest, command.paper, command.item)) return {};
    return refuse(Code::already_done, "Câu này đã được xử lý.", "The item is dealt with already.");
}

Result<void> may_remedy(const Contest& contest, const ApplyRemedy& command) {
    const bool here = contest.stage == Stage::scored || contest.stage == Stage::released;
    if (!here || contest.final_hash)
        return refuse(Code::wrong_state, "Chưa tính điểm, hoặc kết quả đã chính thức.",
                      "Scores are not computed, or results are final.");
    const auto paper = contest.papers.find(command.paper);
    if (paper == contest.papers.end() || !paper->second.content || !paper->second.key)
        return refuse(Code::not_found, "Không có đề thi này.", "There is no such paper.");
    const auto* round = find_round(contest.plan, paper->second.round);
    if (round == nullptr || round->held_again_as)
        return refuse(Code::already_done, "Vòng thi của đề này đã được tổ chức thi lại.",
                      "The paper's round was held again.");
    const auto* item = find_item(*paper->second.content, command.item);
    const auto* key = find_key(*paper->second.key, command.item);
    if (item == nullptr || key == nullptr || item->type == ItemType::essay)
        return refuse(Code::unknown_item, "Không có câu trắc nghiệm này trong đề.",
                      "The paper has no such objective item.");
    if (auto fresh = not_done_yet(contest, command); !fresh) return fresh;
    if (contest.remedies.size() >= remedies_max)
        return refuse(Code::limit_reached, "Đã quá nhiều lần xử lý đề.", "Too many remedies.");
    const auto total = remedied_total(contest, *paper->second.content, *paper->second.key);
    if (command.kind == RemedyKind::drop && total == key->tariff.correct)
        return refuse(Code::incomplete, "Đề phải còn ít nhất một câu.",
                      "At least one item of the paper must stay.");
    return keys_fit(*item, *key, command);
}

} // namespace

Result<void> cites(const Contest& contest, const std::optional<AppealId>& id) {
    if (!id) return {};
    const auto appeal = contest.appeals.find(*id);
    if (appeal != contest.appeals.end() && appeal->second.track == AppealTrack::procedure &&
        appeal->second.verdict && appeal->second.verdict->upheld)
        return {};
    return refuse(Code::invalid_field, "Đơn nêu ra chưa được chấp nhận.",
                  "The appeal that is cited was not upheld.");
}

bool is_key_of(const Item& item, const ItemKey& key, const std::vector<std::string>& further) {
    const auto known = [&](const std::string& option) {
        return item.options.empty() ||
               std::any_of(item.options.begin(), item.options.end(),
                           [&](const Option& one) { return one.option == option; });
    };
    const bool short_enough =
        std::all_of(further.begin(), further.end(),
                    [](const std::string& one) { return one.size() <= key_bytes_max; });
    if (further.empty() || further.size() > accepted_max || !short_enough) return false;
    switch (item.type) {
    case ItemType::text:
        return std::none_of(further.begin(), further.end(), [&](const std::string& one) {
            return folded(one, key.fold_case).empty();
        });
    case ItemType::numeric: {
        auto other = key.numeric.value_or(NumericKey{});
        other.value = further.front();
        return further.size() == 1 && is_well_formed(other);
    }
    case ItemType::choice:
    case ItemType::true_false:
        return further.size() == 1 && known(further.front());
    case ItemType::multiple:
        return std::all_of(further.begin(), further.end(), known) &&
               std::set<std::string>(further.begin(), further.end()).size() == further.size();
    case ItemType::essay:
        break;
    }
    return false;
}

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
        moves.push_back({now.candidate, now.post, ranked_as(*was), ranked_as(now),
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
    contest.remedies.push_back(
        {event.paper, event.item, event.kind, event.keys, record.index, event.appeal});
    contest.trace_hash.reset();
}

} // namespace thi::core
