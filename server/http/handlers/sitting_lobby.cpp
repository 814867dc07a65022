// The lobby: which sittings are mine, and one of them before it begins.

#include "core/sitting/lookup.h"
#include "core/sitting/window.h"
#include "crypto/random.h"
#include "http/exchange.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_view.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

// A sitting with what core does not know: the name and the log's key.
net::awaitable<core::Result<Reply>> shown(Exchange& exchange, core::SittingId id) {
    const auto contest = exchange.standing().contest;
    const auto now = exchange.now();
    const auto question = [id, now](const core::Contest& state) {
        return view_of(state, id, now);
    };
    auto view = co_await exchange.committer().read(contest, question);
    if (!view) co_return view.error();
    exchange.store().read([&](const store::Reader& reader) {
        view->display_name = reader.names(exchange.account()).full_name;
        if (const auto row = reader.contest(contest)) view->log = log_key(row->log_vkey);
    });
    view->server_now = exchange.now();
    exchange.live().seen(id, now);
    co_return Reply::ok(*view);
}

// Practice rounds in which this candidate has no sitting under way.
api::MySitting practice_line(const core::Contest& contest, const core::Round& round,
                             core::Instant at) {
    api::MySitting line;
    line.contest = contest.contest;
    line.contest_title = contest.plan.contest.title.value_or("");
    line.round = round.round;
    line.round_title = round.title;
    const auto when = core::schedule(contest.plan, round);
    line.opens_at = when.opens;
    line.ends_at = when.closes.value_or(core::never);
    line.state = when.opens <= at ? api::SittingState::open : api::SittingState::scheduled;
    line.practice = true;
    return line;
}

bool is_open(const core::Contest& contest, const core::Round& round, core::Instant at) {
    const auto when = core::schedule(contest.plan, round);
    const auto progress = contest.rounds.find(round.round);
    return round.practice && core::may_be_held(contest, round) && when.opens < core::never &&
           (!when.closes || at < *when.closes) && progress != contest.rounds.end() &&
           progress->second.paper;
}

// A candidate's last sitting of each round; a practice that is over may be begun again.
std::vector<api::MySitting> lines_of(const core::Contest& contest, core::CandidateId candidate,
                                     core::Instant at) {
    std::vector<api::MySitting> lines;
    if (!contest.plan.rounds.is_set()) return lines;
    for (const auto& round : *contest.plan.rounds) {
        const auto progress = contest.rounds.find(round.round);
        bool under_way = false;
        if (progress != contest.rounds.end()) {
            const auto mine = progress->second.latest.find(candidate);
            if (mine != progress->second.latest.end()) {
                lines.push_back(line_of(contest, contest.sittings.at(mine->second), at));
                const auto state = lines.back().state;
                under_way =
                    state != api::SittingState::submitted && state != api::SittingState::ended;
            }
        }
        if (!under_way && is_open(contest, round, at))
            lines.push_back(practice_line(contest, round, at));
    }
    return lines;
}

// The practice sitting under way, or nothing.
std::optional<core::SittingId> practising(const core::Contest& contest, core::RoundId round,
                                          core::CandidateId candidate) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return std::nullopt;
    const auto mine = progress->second.latest.find(candidate);
    if (mine == progress->second.latest.end()) return std::nullopt;
    if (contest.sittings.at(mine->second).ended) return std::nullopt;
    return mine->second;
}

} // namespace

net::awaitable<core::Result<Reply>> my_sittings(Exchange& exchange) {
    const auto now = exchange.now();
    const auto candidacies = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.candidacies(exchange.account()); });
    api::MySittings mine;
    for (const auto& candidacy : candidacies) {
        const auto question = [who = candidacy.candidate, now](const core::Contest& state) {
            return lines_of(state, who, now);
        };
        auto lines = co_await exchange.committer().read(candidacy.contest, question);
        if (!lines) continue; // A contest that has not been published has no sittings.
        for (auto& line : *lines)
            mine.sittings.push_back(std::move(line));
    }
    std::stable_sort(mine.sittings.begin(), mine.sittings.end(),
                     [](const auto& a, const auto& b) { return a.opens_at < b.opens_at; });
    mine.server_now = exchange.now();
    co_return Reply::ok(mine);
}

// Goes on with the practice under way; begins one where there is none.
net::awaitable<core::Result<Reply>> begin_practice(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto round = exchange.path<core::RoundId>("round");
    const auto candidate = exchange.candidate();
    const auto question = [round, candidate](const core::Contest& state) {
        const auto* found = core::find_round(state.plan, round);
        return found != nullptr && found->practice
                   ? core::Result<std::optional<core::SittingId>>{practising(state, round,
                                                                             candidate)}
                   : no_such_thing();
    };
    const auto known = co_await exchange.committer().read(contest, question);
    if (!known) co_return known.error();
    if (*known) co_return co_await shown(exchange, **known);
    core::Admit admit;
    admit.sitting = core::SittingId::from_bytes(crypto::random_bytes<10>());
    admit.candidate = candidate;
    admit.round = round;
    core::Command command{admit};
    const auto done = co_await exchange.committer().commit(contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await shown(exchange, admit.sitting);
}

net::awaitable<core::Result<Reply>> sitting(Exchange& exchange) {
    co_return co_await shown(exchange, exchange.path<core::SittingId>("sitting"));
}

} // namespace thi::http::handlers
