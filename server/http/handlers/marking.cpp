// Blinding, and the desk of the head of marking.

#include "http/handlers/marking.h"

#include "core/marking/blinding.h"
#include "core/marking/commands.h"
#include "core/marking/scan.h"
#include "http/api/marking.h"
#include "http/exchange.h"
#include "http/handlers/marking_view.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/script.h"
#include "store/committer.h"
#include "store/store.h"

#include <map>

namespace thi::http::handlers {
namespace {

net::awaitable<core::Result<Reply>> blinding_shown(Exchange& exchange) {
    const auto question = [round = exchange.path<core::RoundId>("round")](
                              const core::Contest& state) -> core::Result<api::BlindingView> {
        const auto found = written_round(state, round);
        if (!found) return found.error();
        return blinding_view(state, round);
    };
    const auto view = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!view) co_return view.error();
    co_return Reply::ok(*view);
}

net::awaitable<core::Result<Reply>> desk_shown(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    OfficialNames names;
    exchange.store().read(
        [&](const store::Reader& reader) { names = official_names(reader, contest); });
    const auto question = [&names, round = exchange.path<core::RoundId>("round")](
                              const core::Contest& state) -> core::Result<api::MarkingView> {
        const auto found = written_round(state, round);
        if (!found) return found.error();
        return marking_view(state, **found, names);
    };
    const auto view = co_await exchange.committer().read(contest, question);
    if (!view) co_return view.error();
    co_return Reply::ok(*view);
}

net::awaitable<core::Result<Reply>> done_at_desk(Exchange& exchange, core::Command command) {
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await desk_shown(exchange);
}

// Every text of the round that holds a candidate's name, as the machine notes it: never judged.
std::vector<core::Command> sightings(const core::Contest& state, core::RoundId round,
                                     const std::vector<core::IdentityText>& known) {
    std::vector<core::Command> notes;
    const auto marking = state.markings.find(round);
    if (marking == state.markings.end()) return notes;
    for (const auto& [code, candidate] : marking->second.candidates) {
        const auto* sitting = core::script_sitting(state, round, candidate);
        if (sitting == nullptr || !marking->second.scripts.contains(code)) continue;
        for (const auto& [item, value] : core::script_answers(state, *sitting)) {
            const auto* text = std::get_if<std::string>(&value);
            if (text == nullptr) continue;
            for (const auto& seen : core::scan(*text, known))
                notes.emplace_back(core::NoteAnomaly{.by = {},
                                                     .round = round,
                                                     .code = code,
                                                     .kind = seen.kind,
                                                     .item = item,
                                                     .text = seen.text});
        }
    }
    return notes;
}

net::awaitable<core::Result<void>> note_sightings(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    std::vector<core::IdentityText> known;
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& [candidate, names] : reader.candidate_names(contest))
            if (known.size() < core::identities_max &&
                names.full_name.size() <= core::identity_bytes_max)
                known.push_back({core::AnomalyKind::name, names.full_name});
    });
    const auto question =
        [&known, round = exchange.path<core::RoundId>("round")](const core::Contest& state) {
            return sightings(state, round, known);
        };
    auto notes = co_await exchange.committer().read(contest, question);
    if (!notes) co_return notes.error();
    for (const auto& outcome : co_await exchange.committer().commit_all(contest, std::move(*notes)))
        if (!outcome && outcome.error().code == core::Code::busy) co_return outcome.error();
    co_return core::Result<void>{};
}

} // namespace

net::awaitable<core::Result<Reply>> blinding(Exchange& exchange) {
    co_return co_await blinding_shown(exchange);
}

net::awaitable<core::Result<Reply>> blind_scripts(Exchange& exchange) {
    core::Command command{core::BlindScripts{.by = exchange.person(),
                                             .round = exchange.path<core::RoundId>("round"),
                                             .script_hash = &journal::script_hash}};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    if (const auto noted = co_await note_sightings(exchange); !noted) co_return noted.error();
    co_return co_await blinding_shown(exchange);
}

net::awaitable<core::Result<Reply>> marking(Exchange& exchange) {
    co_return co_await desk_shown(exchange);
}

net::awaitable<core::Result<Reply>> assign_standards(Exchange& exchange) {
    core::Command command{core::AssignStandards{.by = exchange.person(),
                                                .round = exchange.path<core::RoundId>("round")}};
    co_return co_await done_at_desk(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> assign_markers(Exchange& exchange) {
    core::Command command{core::AssignMarkers{.by = exchange.person(),
                                              .round = exchange.path<core::RoundId>("round")}};
    co_return co_await done_at_desk(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> decide_anomaly(Exchange& exchange) {
    auto body = exchange.body<api::AnomalyDecision>();
    if (!body) co_return body.error();
    core::Command command{core::DecideAnomaly{.by = exchange.person(),
                                              .round = exchange.path<core::RoundId>("round"),
                                              .anomaly = body->anomaly,
                                              .outcome = body->outcome,
                                              .reason = std::move(body->reason)}};
    co_return co_await done_at_desk(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> stop_marker(Exchange& exchange) {
    auto body = exchange.body<api::StopBody>();
    if (!body) co_return body.error();
    core::Command command{core::StopMarker{.by = exchange.person(),
                                           .round = exchange.path<core::RoundId>("round"),
                                           .marker = exchange.path<core::PersonId>("person"),
                                           .reason = std::move(body->reason)}};
    co_return co_await done_at_desk(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> qualify_marker(Exchange& exchange) {
    auto body = exchange.body<api::QualifyBody>();
    if (!body) co_return body.error();
    core::Command command{core::QualifyMarker{.by = exchange.person(),
                                              .round = exchange.path<core::RoundId>("round"),
                                              .marker = exchange.path<core::PersonId>("person"),
                                              .qualified = body->qualified,
                                              .reason = std::move(body->reason)}};
    co_return co_await done_at_desk(exchange, std::move(command));
}

} // namespace thi::http::handlers
