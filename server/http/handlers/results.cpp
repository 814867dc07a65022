#include "http/handlers/results.h"

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/result_file.h"
#include "http/handlers/trace.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

// Ranks that differ from those published before.
std::vector<api::RankMove> moves_between(const std::string& before, const std::string& now) {
    using Key = std::pair<core::PostId, std::string>;
    std::map<Key, api::RankMove> moves;
    for (const auto& line : read_published(before).lines)
        moves[{line.post, line.roll_number}] = {line.post, line.roll_number, line.rank, {}};
    for (const auto& line : read_published(now).lines) {
        auto& move = moves[{line.post, line.roll_number}];
        move.post = line.post;
        move.roll_number = line.roll_number;
        move.to = line.rank;
    }
    std::vector<api::RankMove> moved;
    for (auto& [key, move] : moves)
        if (move.from != move.to) moved.push_back(std::move(move));
    return moved;
}

net::awaitable<core::Result<Reply>> shown(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    std::map<core::CandidateId, store::PersonNames> known;
    journal::CandidateNames names;
    std::optional<Published> published;
    exchange.store().read([&](const store::Reader& reader) {
        known = reader.candidate_names(contest);
        names = published_names(reader, contest);
        published = last_published(reader, contest);
    });
    const auto question = [names = std::move(names)](const core::Contest& state) {
        return standings_of(state, names);
    };
    auto standings = co_await exchange.committer().read(contest, question);
    if (!standings) co_return standings.error();
    api::ResultPreview preview;
    preview.computed = standings->computed();
    for (auto& score : standings->tally.candidates) {
        auto name = known[score.candidate].full_name;
        preview.candidates.push_back({std::move(score), std::move(name)});
    }
    preview.open_ties = std::move(standings->tally.open_ties);
    preview.unfilled = std::move(standings->tally.unfilled);
    if (preview.computed) {
        preview.file_hash = crypto::sha256(standings->file);
        if (published) preview.moves = moves_between(published->file, standings->file);
    }
    co_return Reply::ok(preview);
}

} // namespace

net::awaitable<core::Result<Reply>> compute_scores(Exchange& exchange) {
    core::ComputeScores compute;
    compute.by = exchange.person();
    compute.trace_hash = &journal::trace_hash;
    core::Command command{compute};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await shown(exchange);
}

net::awaitable<core::Result<Reply>> score_preview(Exchange& exchange) {
    co_return co_await shown(exchange);
}

// A candidate sees the own one, and only once it is released.
net::awaitable<core::Result<Reply>> score_trace(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto candidate = exchange.path<core::CandidateId>("candidate");
    constexpr RoleSet readers{core::Role::auditor, core::Role::chair};
    const bool official = exchange.standing().roles.meets(readers);
    const auto question = [candidate](const core::Contest& state) {
        return trace_keys_of(state, candidate);
    };
    const auto keys = co_await exchange.committer().read(contest, question);
    if (!keys) co_return keys.error();
    if (!official)
        if (const auto open = open_to_candidate(*keys); !open) co_return open.error();
    std::optional<api::ScoreTrace> trace;
    exchange.store().read([&](const store::Reader& reader) {
        if (official || !reader.releases(contest).empty())
            trace = trace_of(reader, contest, candidate, *keys);
    });
    if (!trace) co_return no_such_thing();
    co_return Reply::ok(*trace);
}

} // namespace thi::http::handlers
