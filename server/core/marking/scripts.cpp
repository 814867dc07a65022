#include "core/marking/scripts.h"

#include "core/marking/blinding.h"
#include "core/plan/parameters.h"
#include "core/refusal.h"
#include "core/sitting/lookup.h"
#include "core/sitting/pool.h"

#include <algorithm>

namespace thi::core {

Result<void> supported_marking(const Plan& plan) {
    if (!plan.marking.blinding.value_or(true)) return supported(Missing::open_marking);
    if (plan.marking.markers_per_script.value_or(2) > 2) return supported(Missing::many_markers);
    return {};
}

Result<const Marking*> open_marking(const Contest& contest, RoundId round) {
    const Round* planned = find_round(contest.plan, round);
    if (planned == nullptr || planned->type != RoundType::written || planned->practice)
        return refuse(Code::not_found, "Không có vòng thi viết này.",
                      "There is no such written round.");
    if (!is_blinded(contest, round))
        return refuse(Code::wrong_state, "Bài thi chưa được đánh phách.",
                      "The scripts are not blinded yet.");
    const Marking& marking = contest.markings.at(round);
    if (marking.unblinded_at)
        return refuse(Code::wrong_state, "Bài thi đã được ghép phách.",
                      "The scripts are unblinded.");
    if (contest.stage < Stage::sitting || !before_scored(contest.stage))
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn chấm thi.",
                      "The contest is not at a stage of marking.");
    return &marking;
}

Result<const Marking*> remark_marking(const Contest& contest, RoundId round) {
    const auto marking = contest.markings.find(round);
    if (marking == contest.markings.end() || !marking->second.unblinded_at ||
        contest.stage != Stage::released)
        return refuse(Code::wrong_state, "Chưa đến hoặc đã qua giai đoạn chấm phúc khảo.",
                      "The contest is not at the stage of marking again.");
    return &marking->second;
}

Fault script_not_found() {
    return refuse(Code::not_found, "Không có bài này trong phần việc của anh/chị.",
                  "There is no such script among yours.");
}

const Script* find_script(const Marking& marking, const std::string& code) {
    const auto found = marking.scripts.find(code);
    return found == marking.scripts.end() ? nullptr : &found->second;
}

const SealedPaper* paper_of(const Contest& contest, RoundId round, const std::string& code) {
    const auto candidate = candidate_of(contest, round, code);
    if (!candidate) return nullptr;
    // Whatever has become of the sitting since its script was blinded.
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return nullptr;
    const auto latest = progress->second.latest.find(*candidate);
    if (latest == progress->second.latest.end()) return nullptr;
    const auto& used = contest.sittings.at(latest->second).paper;
    if (!used) return nullptr;
    const auto& paper = contest.papers.at(*used);
    return paper.content && paper.key ? &paper : nullptr;
}

std::vector<const Item*> marked_items(const Paper& paper) {
    std::vector<const Item*> items;
    for (const auto& part : paper.parts)
        for (const auto& id : part.items)
            if (const Item* item = find_item(paper, id);
                item != nullptr && item->type == ItemType::essay)
                items.push_back(item);
    return items;
}

Points script_max(const Paper& paper) {
    Points most;
    for (const Item* item : marked_items(paper))
        most += item->points;
    return most;
}

const Item* find_marked_item(const Paper& paper, ItemId item) {
    const Item* found = find_item(paper, item);
    return found != nullptr && found->type == ItemType::essay ? found : nullptr;
}

std::vector<Criterion> rubric_of(const Item& item, const AnswerKey& key) {
    const ItemKey* own = find_key(key, item.item);
    if (own != nullptr && !own->rubric.empty()) return own->rubric;
    return {Criterion{.criterion = "", .text = "", .max = item.points, .levels = {}}};
}

bool is_live(Turn turn) {
    return turn == Turn::first || turn == Turn::second || turn == Turn::third ||
           turn == Turn::fourth;
}

bool is_remark(Turn turn) {
    return turn == Turn::remark_first || turn == Turn::remark_second || turn == Turn::remark_third;
}

const Assignment* find_assignment(const Script& script, PersonId marker, Turn turn) {
    const auto found = std::find_if(
        script.assignments.begin(), script.assignments.end(), [&](const Assignment& one) {
            return one.counts && one.marker == marker && one.turn == turn;
        });
    return found == script.assignments.end() ? nullptr : &*found;
}

const Assignment* find_turn(const Script& script, Turn turn) {
    const auto found =
        std::find_if(script.assignments.begin(), script.assignments.end(),
                     [&](const Assignment& one) { return one.counts && one.turn == turn; });
    return found == script.assignments.end() ? nullptr : &*found;
}

std::optional<Points> total_of(const Assignment& assignment, const Paper& paper) {
    Points total;
    for (const Item* item : marked_items(paper)) {
        const auto mark = assignment.items.find(item->item);
        if (mark == assignment.items.end()) return std::nullopt;
        total += mark->second;
    }
    return total;
}

std::optional<Points> total_of(const Script& script, Turn turn, const Paper& paper) {
    const Assignment* assignment = find_turn(script, turn);
    if (assignment == nullptr) return std::nullopt;
    return total_of(*assignment, paper);
}

bool has_open_anomaly(const Marking& marking, const std::string& code) {
    return std::any_of(marking.anomalies.begin(), marking.anomalies.end(),
                       [&](const Anomaly& one) { return one.code == code && !one.outcome; });
}

std::vector<PersonId> markers_of(const Contest& contest, const Marking& marking) {
    std::vector<PersonId> markers;
    for (const auto& [person, official] : contest.officials) {
        if (!official.roles.contains(Role::marker) ||
            official.roles.contains(Role::head_of_marking))
            continue;
        const auto standing = marking.markers.find(person);
        if (standing == marking.markers.end() || !standing->second.stopped)
            markers.push_back(person);
    }
    return markers;
}

bool is_qualified(const Contest& contest, const Marking& marking, PersonId marker) {
    const bool standards = contest.plan.marking.standard_scripts.value_or(0) > 0;
    const auto standing = marking.markers.find(marker);
    if (standing == marking.markers.end()) return !standards;
    return standing->second.qualified.value_or(!standards);
}

namespace {

// No script to mark: nobody has reached the round, or nobody who was given a place has sat down.
bool has_nobody(const Contest& contest, const Round& round) {
    const auto progress = contest.rounds.find(round.round);
    if (progress == contest.rounds.end() || progress->second.sittings.empty()) {
        const auto pool = who_may_sit(contest, round);
        return pool && pool->empty();
    }
    const auto& latest = progress->second.latest;
    return std::none_of(latest.begin(), latest.end(), [&](const auto& entry) {
        return script_sitting(contest, round.round, entry.first) != nullptr;
    });
}

} // namespace

Result<void> marking_over(const Contest& contest) {
    if (!contest.plan.rounds.is_set()) return {};
    for (const auto& round : *contest.plan.rounds)
        if (stands(round) && round.type == RoundType::written)
            if (auto over = marking_over(contest, round); !over) return over;
    return {};
}

Result<void> marking_over(const Contest& contest, const Round& round) {
    const auto marking = contest.markings.find(round.round);
    if (marking != contest.markings.end() && marking->second.unblinded_at) return {};
    if (has_nobody(contest, round)) return {};
    return refuse(Code::incomplete, "Còn vòng thi viết chưa chấm xong và ghép phách.",
                  "A written round is not marked and unblinded.");
}

} // namespace thi::core
