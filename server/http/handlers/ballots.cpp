// Secret ballots: issuing with a session, casting without one, and the list after the count.

#include "core/marking/ballots.h"

#include "core/marking/hearing.h"
#include "core/refusal.h"
#include "crypto/random.h"
#include "http/ballot_tokens.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/defence.h"
#include "http/handlers/defence_view.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "http/services.h"
#include "store/committer.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

constexpr core::Whole cast_hundredths_max = 1'000'000;

BallotTokens& tokens_of(Exchange& exchange) {
    auto* tokens = exchange.services().ballots;
    assert(tokens != nullptr);
    return *tokens;
}

core::Fault no_such_ballot() {
    return core::refuse(core::Code::forbidden, "Phiếu không hợp lệ cho thí sinh này.",
                        "This is no ballot of this candidate.");
}

core::Fault issued_before() {
    return core::refuse(core::Code::already_done,
                        "Phiếu đã được phát trước khi máy chủ khởi động lại; hãy dùng phiếu đã lưu "
                        "trên máy của anh/chị, hoặc báo thư ký.",
                        "Your ballot was issued before the server started again: use the one that "
                        "your machine keeps, or tell the secretary.");
}

std::vector<api::CountedBallot> ballots_of(const store::Reader& reader, const core::Plan& plan,
                                           core::RoundId round, core::CandidateId candidate) {
    std::vector<api::CountedBallot> lines;
    for (const auto& row : reader.ballots(round, candidate))
        lines.push_back({.ballot = row.ballot.ballot,
                         .token_digest = row.ballot.token_digest,
                         .score = row.ballot.score,
                         .valid = core::is_valid_score(plan, row.ballot.score),
                         .index = static_cast<core::Whole>(row.index)});
    return lines;
}

} // namespace

net::awaitable<core::Result<Reply>> issue_ballot(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto round = exchange.path<core::RoundId>("round");
    const auto candidate = exchange.path<core::CandidateId>("candidate");
    const auto fresh = crypto::random_bytes<BallotTokens::key_bytes>();
    const std::string key{fresh.begin(), fresh.end()};
    store::SiteWrite put = [&](store::SiteWriter& write,
                               const core::Events&) -> core::Result<void> {
        write.put_ballot_key(round, candidate, key);
        return {};
    };
    core::Command command{
        core::IssueBallot{.member = exchange.person(), .round = round, .candidate = candidate}};
    const auto done =
        co_await exchange.committer().commit(contest, std::move(command), std::move(put));
    if (!done) co_return done.error();
    auto token = tokens_of(exchange).find(round, candidate, exchange.person());
    if (!token) {
        if (done->entries.empty()) co_return issued_before();
        std::optional<std::string> kept;
        exchange.store().read(
            [&](const store::Reader& reader) { kept = reader.ballot_key(round, candidate); });
        if (!kept) co_return no_such_ballot(); // Counted meanwhile.
        token = tokens_of(exchange).issue(round, candidate, exchange.person(), *kept);
    }
    co_return Reply::ok(api::BallotPaper{*token, crypto::sha256(*token)});
}

// No session, no line in any log. What comes is checked against the candidate's key alone.
net::awaitable<core::Result<Reply>> cast_ballot(Exchange& exchange) {
    const auto body = exchange.body<api::CastBody>();
    if (!body) co_return body.error();
    if (body->score && (body->score->hundredths < -cast_hundredths_max ||
                        body->score->hundredths > cast_hundredths_max))
        co_return core::refuse(core::Code::invalid_field, "Điểm ngoài giới hạn.",
                               "The score is out of range.");
    const auto contest = exchange.path<core::ContestId>("contest");
    const auto question = [round = body->round,
                           candidate = body->candidate](const core::Contest& state) {
        return core::may_cast(state, round, candidate);
    };
    const auto may = co_await exchange.committer().read(contest, question);
    if (!may) co_return may.error();
    std::optional<std::string> key;
    exchange.store().read([&](const store::Reader& reader) {
        key = reader.ballot_key(body->round, body->candidate);
    });
    const auto digest = key ? check_ballot_token(body->token, *key) : std::nullopt;
    if (!digest) co_return no_such_ballot();
    core::BoxedBallot ballot;
    ballot.ballot = new_id<core::BallotId>();
    ballot.token_digest = *digest;
    ballot.score = body->score;
    ballot.salt.bytes = crypto::random_bytes<32>();
    store::SiteWrite put = [&](store::SiteWriter& write, const core::Events&) {
        return write.box_ballot(body->round, body->candidate, ballot);
    };
    const auto written = co_await exchange.committer().site(std::move(put));
    if (!written) co_return written.error();
    co_return Reply::no_content();
}

// Officials see a box once it is counted; everybody once results are released.
net::awaitable<core::Result<Reply>> counted_ballots(Exchange& exchange) {
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    const auto& standing = exchange.any_standing();
    const bool official = standing && !standing->roles.empty();
    api::CountedBoxes boxes;
    if (!official && contest->row.stage < core::Stage::released) co_return Reply::ok(boxes);
    const auto question = [](const core::Contest& state) {
        api::CountedBoxes counted;
        for (const auto& [round, defence] : state.defences)
            for (const auto& [candidate, hearing] : defence.hearings)
                if (hearing.count)
                    counted.boxes.push_back(
                        {round, candidate, count_line(state.plan, *hearing.count), {}});
        return counted;
    };
    auto counted = co_await exchange.committer().read(contest->row.site.contest, question);
    if (!counted) co_return counted.error();
    boxes = std::move(*counted);
    exchange.store().read([&](const store::Reader& reader) {
        for (auto& box : boxes.boxes)
            box.ballots = ballots_of(reader, contest->plan, box.round, box.candidate);
    });
    co_return Reply::ok(boxes);
}

} // namespace thi::http::handlers
