#include "core/result/amended.h"

#include "core/marking/script_score.h"
#include "core/sitting/lookup.h"

#include <algorithm>

namespace thi::core {

std::optional<WrittenMark> written_mark(const Contest& contest, const Round& round,
                                        CandidateId candidate) {
    const auto settled = script_score(contest, round, candidate);
    if (!settled) return std::nullopt;
    WrittenMark mark{.mark = settled->mark, .settled_index = settled->index, .amended_at = {}};
    for (const auto& one : contest.amendments)
        if (one.in_force && one.round == round.round && one.candidate == candidate) {
            mark.mark = one.new_mark;
            mark.amended_at = static_cast<Whole>(one.index);
        }
    return mark;
}

std::vector<const Remedy*> remedies_of(const Contest& contest, PaperId paper, ItemId item) {
    std::vector<const Remedy*> found;
    for (const auto& remedy : contest.remedies)
        if (remedy.paper == paper && remedy.item == item) found.push_back(&remedy);
    return found;
}

bool has_remedy(const Contest& contest, PaperId paper, ItemId item, RemedyKind kind) {
    const auto all = remedies_of(contest, paper, item);
    return std::any_of(all.begin(), all.end(),
                       [&](const Remedy* one) { return one->kind == kind; });
}

bool is_dropped(const Contest& contest, PaperId paper, ItemId item) {
    return has_remedy(contest, paper, item, RemedyKind::drop);
}

Points remedied_total(const Contest& contest, const Paper& paper, const AnswerKey& key) {
    Points total;
    for (const auto& item : paper.items) {
        const ItemKey* found = find_key(key, item.item);
        if (item.type != ItemType::essay && found != nullptr &&
            !is_dropped(contest, paper.paper, item.item))
            total += found->tariff.correct;
    }
    return total;
}

} // namespace thi::core
