#include "http/handlers/defence_view.h"

#include "core/marking/ballots.h"
#include "core/marking/council.h"
#include "core/marking/hearing.h"
#include "core/plan/duties.h"
#include "core/result/sums.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

std::string name_of(const DefenceNames& names, core::CandidateId candidate) {
    const auto found = names.candidates.find(candidate);
    return found == names.candidates.end() ? std::string{} : found->second;
}

template <class T> std::optional<T> given(const core::Setting<T>& setting) {
    return setting.value;
}

void add_clock(api::HearingView& view, const core::Contest& contest, const core::Hearing& hearing,
               core::Instant now) {
    const auto clock = core::defence_clock(contest, hearing, now);
    if (!clock) return;
    view.step = clock->step;
    view.since = clock->since;
    view.ends_at = clock->ends;
}

void add_scores(api::HearingView& view, const core::Contest& contest, core::RoundId round,
                const core::Hearing& hearing, const DefenceNames& names, core::PersonId asker) {
    for (const auto& [member, index] : hearing.roll)
        view.scored.push_back(member);
    const bool visible = core::sheets_are_visible(contest, round, hearing.candidate);
    for (const auto& [member, sheet] : hearing.sheets) {
        view.scored.push_back(member);
        if (visible || member == asker)
            view.sheets.push_back(
                {member, name_in(names.officials, member), sheet.lines, sheet.total});
    }
    view.may_score = core::may_score(contest, round, hearing.candidate).has_value();
    view.may_cast = core::may_cast(contest, round, hearing.candidate).has_value();
    if (hearing.count) view.count = count_line(contest.plan, *hearing.count);
}

api::HearingView hearing_view(const core::Contest& contest, const core::Round& round,
                              core::CandidateId candidate, const DefenceNames& names,
                              core::PersonId asker, core::Instant now) {
    api::HearingView view;
    view.candidate = candidate;
    view.full_name = name_of(names, candidate);
    const auto defence = contest.defences.find(round.round);
    if (defence == contest.defences.end()) return view;
    if (const auto project = defence->second.projects.find(candidate);
        project != defence->second.projects.end())
        view.project = version_line(project->second.back());
    const auto* hearing = core::find_hearing(contest, round.round, candidate);
    if (hearing == nullptr) return view;
    add_clock(view, contest, *hearing, now);
    view.roll_closed = hearing->roll_closed;
    for (const auto& asked : hearing->questions)
        view.questions.push_back(
            {asked.number, asked.member, name_in(names.officials, asked.member), asked.text});
    const auto& day = defence->second.days.at(hearing->post);
    for (const auto& [member, of] : day.excluded)
        if (of == candidate) view.excluded.push_back(member);
    view.scorers = std::ssize(core::scorers(contest, round.round, candidate));
    add_scores(view, contest, round.round, *hearing, names, asker);
    return view;
}

api::DefencePost post_view(const core::Contest& contest, const core::Round& round,
                           const core::Post& post, const DefenceNames& names, core::PersonId asker,
                           core::Instant now) {
    api::DefencePost view;
    view.post = post.post;
    view.title = post.title;
    view.topic = post.project_topic;
    if (contest.plan.defence.order.value_or(core::OrderRule::public_draw) ==
        core::OrderRule::public_draw)
        view.draw = core::order_draw_name(round.round, post.post);
    std::vector<core::CandidateId> heard;
    const auto defence = contest.defences.find(round.round);
    const bool opened =
        defence != contest.defences.end() && defence->second.days.contains(post.post);
    if (opened) {
        const auto& day = defence->second.days.at(post.post);
        view.opened = view.drawn = true;
        view.present = day.present;
        view.over = core::post_is_over(contest, round.round, post.post);
        view.next = core::next_to_be_heard(contest, round.round, post.post);
        heard = day.order;
    } else if (const auto order = core::heard_order(contest, round, post.post)) {
        view.drawn = true;
        heard = *order;
    } else if (const auto pool = core::who_is_heard(contest, round, post.post)) {
        heard = *pool;
    }
    for (const auto& candidate : heard)
        view.hearings.push_back(hearing_view(contest, round, candidate, names, asker, now));
    return view;
}

} // namespace

api::ProjectVersionLine version_line(const core::ProjectVersion& version) {
    return {version.version, version.hash, version.bytes, version.received_at,
            static_cast<core::Whole>(version.index)};
}

api::BallotCountLine count_line(const core::Plan& plan, const core::BallotCount& count) {
    return {.issued = count.issued,
            .cast = count.cast,
            .invalid = count.invalid,
            .mark = count.mark,
            .shown = core::shown(count.mark, plan.result.display_decimals.value_or(2)),
            .index = static_cast<core::Whole>(count.index)};
}

api::DefenceView defence_view(const core::Contest& contest, const core::Round& round,
                              const DefenceNames& names, core::PersonId asker, core::Instant now) {
    const auto& plan = contest.plan;
    api::DefenceView view;
    view.round = round.round;
    view.title = round.title;
    view.stage = contest.stage;
    view.ballot = plan.panel.ballot.value_or(core::BallotKind::secret);
    view.timing = plan.panel.ballot_timing.value_or(core::BallotTiming::after_each_candidate);
    view.score_min = plan.panel.score_min.value_or(core::Points{0});
    view.score_max = plan.panel.score_max.value_or(core::Points{10'000});
    view.score_step = plan.panel.score_step.value_or(core::Points{1});
    for (const auto& line : plan.panel.rubric.value_or({}))
        view.rubric.push_back({line.criterion, line.max});
    view.presentation_max = given(plan.defence.presentation_max);
    view.qa_max = given(plan.defence.qa_max);
    view.overrun = plan.defence.late_overrun_action.value_or(core::Overrun::warn);
    const auto members = core::voting_members(contest);
    const auto quorum = plan.council.quorum.value_or(core::Fraction{0, 1});
    view.needed =
        (quorum.numerator * std::ssize(members) + quorum.denominator - 1) / quorum.denominator;
    for (const auto& member : members) {
        const bool leads = core::holds_role(contest, member, core::leading_roles).has_value();
        view.members.push_back({member, name_in(names.officials, member), leads});
        if (member == asker) view.me = member;
    }
    for (const auto& post : *plan.post.list)
        view.posts.push_back(post_view(contest, round, post, names, asker, now));
    view.server_now = now;
    return view;
}

} // namespace thi::http::handlers
