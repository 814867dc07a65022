#include "core/marking/agreement.h"

#include "core/marking/scripts.h"
#include "core/marking/settling.h"

#include <algorithm>
#include <map>

namespace thi::core {

namespace {

struct Sums {
    std::int64_t gap = 0;
    std::int64_t severity = 0;
    std::int64_t drift = 0;
    std::int64_t drift_size = 0;
};

std::int64_t size_of(std::int64_t difference) {
    return difference < 0 ? -difference : difference;
}

Fraction mean_figure(std::int64_t sum, Whole count) {
    return {sum, std::max<Whole>(count, 1)};
}

struct Figures {
    const Plan& plan;
    std::map<PersonId, MarkerFigures>& of;
    std::map<PersonId, Sums>& sums;

    void pair(const Script& script, const Paper& paper) const {
        const Assignment* first = find_turn(script, Turn::first);
        const Assignment* second = find_turn(script, Turn::second);
        if (first == nullptr || second == nullptr) return;
        const auto a = total_of(*first, paper);
        const auto b = total_of(*second, paper);
        if (!a || !b) return;
        const auto difference = a->hundredths - b->hundredths;
        const auto& bands = plan.marking.discrepancy_bands;
        const Band* band = bands.is_set()
                               ? band_of(*bands, Points{size_of(difference)}, script_max(paper))
                               : nullptr;
        const bool far = band != nullptr && band != &bands->front();
        const auto count = [&](PersonId marker, std::int64_t own_less_other) {
            auto& figures = of[marker];
            ++figures.pairs;
            if (far) ++figures.far;
            sums[marker].gap += size_of(own_less_other);
            sums[marker].severity += own_less_other;
        };
        count(first->marker, difference);
        count(second->marker, -difference);
    }

    // Against his own first look, also where that has stopped to count.
    void repeats(const Script& script, const Paper& paper) const {
        for (const auto& again : script.assignments) {
            if (again.turn != Turn::repeat) continue;
            const auto later = total_of(again, paper);
            for (const auto& before : script.assignments) {
                if (before.marker != again.marker || before.draw != again.draw ||
                    !is_live(before.turn))
                    continue;
                const auto earlier = total_of(before, paper);
                if (!later || !earlier) continue;
                const auto drift = later->hundredths - earlier->hundredths;
                ++of[again.marker].repeats;
                sums[again.marker].drift += drift;
                sums[again.marker].drift_size += size_of(drift);
            }
        }
    }

    void load(const Script& script, const Paper& paper) const {
        for (const auto& one : script.assignments) {
            if (one.turn == Turn::reference) continue;
            auto& figures = of[one.marker];
            if (!is_live(one.turn) || !one.counts) continue;
            ++figures.assigned;
            if (total_of(one, paper)) ++figures.done;
        }
    }
};

} // namespace

Trial trial_of(const Contest& contest, const Marking& marking, RoundId round, PersonId marker) {
    Trial trial;
    const Whole pct = contest.plan.marking.standard_tolerance_pct.value_or(100);
    for (const auto& code : marking.standards) {
        const Script& script = marking.scripts.at(code);
        const Assignment* own = find_assignment(script, marker, Turn::standard);
        if (own == nullptr) continue;
        ++trial.of;
        const SealedPaper* paper = paper_of(contest, round, code);
        if (paper == nullptr) continue;
        const auto mark = total_of(*own, *paper->content);
        const auto reference = total_of(script, Turn::reference, *paper->content);
        if (!mark || !reference) continue;
        ++trial.done;
        const auto most = script_max(*paper->content).hundredths;
        if (size_of(mark->hundredths - reference->hundredths) * 100 <= most * pct) ++trial.within;
    }
    return trial;
}

std::vector<MarkerFigures> figures_of(const Contest& contest, RoundId round) {
    const auto found = contest.markings.find(round);
    if (found == contest.markings.end()) return {};
    const Marking& marking = found->second;
    std::map<PersonId, MarkerFigures> of;
    std::map<PersonId, Sums> sums;
    const Figures figures{contest.plan, of, sums};
    for (const auto& [code, script] : marking.scripts) {
        const SealedPaper* paper = paper_of(contest, round, code);
        if (paper == nullptr) continue;
        figures.load(script, *paper->content);
        figures.pair(script, *paper->content);
        figures.repeats(script, *paper->content);
    }
    std::vector<MarkerFigures> list;
    for (auto& [marker, own] : of) {
        const auto& sum = sums[marker];
        const auto standing = marking.markers.find(marker);
        own.marker = marker;
        own.stopped = standing != marking.markers.end() && standing->second.stopped;
        own.qualified = is_qualified(contest, marking, marker);
        own.gap = mean_figure(sum.gap, own.pairs);
        own.severity = mean_figure(sum.severity, own.pairs);
        own.drift = mean_figure(sum.drift, own.repeats);
        own.drift_size = mean_figure(sum.drift_size, own.repeats);
        own.trial = trial_of(contest, marking, round, marker);
        list.push_back(own);
    }
    return list;
}

MarkingProgress progress_of(const Contest& contest, RoundId round) {
    MarkingProgress progress;
    const auto found = contest.markings.find(round);
    if (found == contest.markings.end()) return progress;
    const Marking& marking = found->second;
    progress.scripts = std::ssize(marking.scripts);
    progress.anomalies = std::count_if(marking.anomalies.begin(), marking.anomalies.end(),
                                       [](const Anomaly& one) { return !one.outcome; });
    for (const auto& [code, script] : marking.scripts) {
        if (script.settled) {
            ++progress.settled;
            continue;
        }
        for (const Turn turn : needed_turns(contest.plan, script))
            if (find_turn(script, turn) == nullptr) ++progress.unassigned;
        const SealedPaper* paper = paper_of(contest, round, code);
        if (paper == nullptr) continue;
        const auto awaits = standing_of(contest.plan, script, *paper->content).awaits;
        if (awaits == Awaits::marks)
            ++progress.marking;
        else if (awaits != Awaits::rule)
            ++progress.people;
    }
    return progress;
}

bool marks_are_open(const Plan& plan, const Script& script, const Paper& paper) {
    const auto turns = needed_turns(plan, script);
    return std::all_of(turns.begin(), turns.end(),
                       [&](Turn turn) { return total_of(script, turn, paper).has_value(); });
}

} // namespace thi::core
