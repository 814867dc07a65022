#include "http/handlers/results.h"

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/result_file.h"
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

void add_items(api::ScoreTrace& trace, const store::Reader& reader, const core::RoundScore& round) {
    std::optional<store::PaperContent> paper;
    if (round.paper) paper = reader.paper_content(*round.paper);
    std::map<core::ItemId, std::string> answers;
    if (round.sitting)
        for (auto& answer : reader.answers(*round.sitting))
            answers[answer.item] = std::move(answer.value);
    for (const auto& score : round.items) {
        api::TraceItem item;
        item.score = score;
        if (paper) {
            for (const auto& one : paper->content.items)
                if (one.item == score.item) item.item = one;
            for (const auto& one : paper->key.items)
                if (one.item == score.item) item.key = one;
        }
        if (const auto answer = answers.find(score.item); answer != answers.end()) {
            auto value = text::parse(answer->second);
            if (!value) throw std::runtime_error("a stored answer does not read");
            item.answer = text::Raw{std::move(*value)};
        }
        trace.items.push_back(std::move(item));
    }
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
    std::optional<api::ScoreTrace> trace;
    exchange.store().read([&](const store::Reader& reader) {
        const auto releases = reader.releases(contest);
        if (!official && releases.empty()) return;
        const auto scores = reader.scores_of(candidate);
        if (scores.empty()) return;
        trace.emplace();
        trace->score = scores.front().score;
        if (!releases.empty())
            trace->release_index = static_cast<core::Whole>(releases.back().index);
        for (const auto& round : trace->score.rounds)
            add_items(*trace, reader, round);
    });
    if (!trace) co_return no_such_thing();
    const auto question = [](const core::Contest& state) {
        return state.score_index;
    };
    const auto index = co_await exchange.committer().read(contest, question);
    if (!index) co_return index.error();
    if (*index) trace->score_index = static_cast<core::Whole>(**index);
    co_return Reply::ok(*trace);
}

} // namespace thi::http::handlers
