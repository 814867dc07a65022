#include "http/handlers/sitting_view.h"

#include "core/sitting/lookup.h"
#include "core/sitting/window.h"
#include "http/refusals.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

std::optional<std::string> given(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

std::optional<std::string> room_name(const core::Contest& contest, const core::Sitting& sitting) {
    const auto progress = contest.rounds.find(sitting.round);
    if (!sitting.room || progress == contest.rounds.end()) return std::nullopt;
    for (const auto& room : progress->second.rooms)
        if (room.room == *sitting.room) return room.name;
    return std::nullopt;
}

// The paper to fetch in the lobby: that of the lease, before it the one that the round uses.
std::optional<api::PaperPointer> paper_of(const core::Contest& contest,
                                          const core::Sitting& sitting) {
    const auto progress = contest.rounds.find(sitting.round);
    auto paper = sitting.paper;
    if (!paper && progress != contest.rounds.end()) paper = progress->second.paper;
    if (!paper) return std::nullopt;
    return api::PaperPointer{.paper = *paper,
                             .ciphertext_url = "/api/papers/" + paper->str() + "/ciphertext",
                             .ciphertext_sha256 = contest.papers.at(*paper).ciphertext_hash};
}

std::vector<std::string> languages_of(const core::Plan& plan) {
    if (!plan.languages.is_set()) return {"vi"};
    return {plan.languages->begin(), plan.languages->end()};
}

} // namespace

api::SittingState state_of(const core::Contest& contest, const core::Sitting& sitting,
                           core::Instant at) {
    const auto window = core::window(contest, sitting);
    if (sitting.submitted_at) return api::SittingState::submitted;
    if (sitting.ended || at > window.grace_ends) return api::SittingState::ended;
    if (!sitting.admitted_at) return api::SittingState::scheduled;
    return at < window.opens ? api::SittingState::admitted : api::SittingState::open;
}

std::optional<api::LeaseView> lease_of(const core::Sitting& sitting) {
    if (sitting.leases.empty()) return std::nullopt;
    const auto& lease = sitting.leases.back();
    api::LeaseView view{.lease = lease.lease,
                        .last_seq = lease.last_seq,
                        .last_prev = lease.head,
                        .client_key = lease.client_key,
                        .last_saved_at = {}};
    for (const auto& [item, answer] : sitting.answers)
        if (answer.lease == lease.lease)
            view.last_saved_at = std::max(view.last_saved_at, answer.received_at);
    for (const auto& late : sitting.late_answers)
        if (late.lease == lease.lease)
            view.last_saved_at = std::max(view.last_saved_at, late.received_at);
    return view;
}

api::LogKey log_key(std::string vkey) {
    const auto end = vkey.find('+');
    auto origin = vkey.substr(0, end);
    return {.origin = std::move(origin), .vkey = std::move(vkey)};
}

core::Result<api::SittingView> view_of(const core::Contest& contest, core::SittingId id,
                                       core::Instant at) {
    const auto* sitting = core::find_sitting(contest, id);
    if (sitting == nullptr) return no_such_thing();
    const auto& round = core::round_of(contest, *sitting);
    const auto& plan = contest.plan;
    const auto window = core::window(contest, *sitting);
    api::SittingView view;
    view.sitting = id;
    view.contest = contest.contest;
    view.contest_title = plan.contest.title.value_or("");
    view.round = round.round;
    view.round_title = round.title;
    view.candidate = sitting->candidate;
    view.roll_number = given(sitting->roll_number);
    view.room_name = room_name(contest, *sitting);
    view.seat = given(sitting->seat);
    view.state = state_of(contest, *sitting, at);
    view.practice = round.practice;
    view.proctored = !round.practice && plan.sitting.proctored.value_or(false);
    view.opens_at = window.opens;
    view.ends_at = window.ends;
    view.grace_ms = plan.sitting.grace_ms.value_or(0);
    if (!round.practice) view.late_entry_until_at = core::entry_until(contest, *sitting);
    view.paper = paper_of(contest, *sitting);
    view.lease = lease_of(*sitting);
    view.languages = languages_of(plan);
    view.rules.devices = plan.sitting.devices.value_or(core::DeviceRule::computers);
    const auto leave = core::leave_from(contest, *sitting);
    if (leave > window.opens) view.rules.earliest_leave_at = leave;
    view.signed_saves = plan.evidence.signed_saves.value_or(false);
    return view;
}

api::MySitting line_of(const core::Contest& contest, const core::Sitting& sitting,
                       core::Instant at) {
    const auto& round = core::round_of(contest, sitting);
    const auto window = core::window(contest, sitting);
    return {.sitting = sitting.sitting,
            .contest = contest.contest,
            .contest_title = contest.plan.contest.title.value_or(""),
            .round = round.round,
            .round_title = round.title,
            .room_name = room_name(contest, sitting),
            .seat = given(sitting.seat),
            .roll_number = given(sitting.roll_number),
            .opens_at = window.opens,
            .ends_at = window.ends,
            .state = state_of(contest, sitting, at),
            .practice = round.practice};
}

} // namespace thi::http::handlers
