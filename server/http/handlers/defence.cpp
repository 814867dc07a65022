// The defence day: what the council sees, and what secretary, chair and members do.

#include "http/handlers/defence.h"

#include "core/marking/hearing.h"
#include "http/exchange.h"
#include "http/handlers/defence_view.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

// Ballots in the box are told as a number, and only where everybody may have cast.
void add_boxes(api::DefenceView& view, const store::Reader& reader) {
    for (auto& post : view.posts)
        for (auto& hearing : post.hearings)
            if (hearing.may_cast)
                hearing.in_box = std::ssize(reader.ballot_box(view.round, hearing.candidate));
}

net::awaitable<core::Result<Reply>> shown(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    DefenceNames names;
    exchange.store().read([&](const store::Reader& reader) {
        names.officials = official_names(reader, contest);
        for (auto& [candidate, known] : reader.candidate_names(contest))
            names.candidates.emplace(candidate, std::move(known.full_name));
    });
    const auto question =
        [&names, round = exchange.path<core::RoundId>("round"), asker = exchange.person(),
         now = exchange.now()](const core::Contest& state) -> core::Result<api::DefenceView> {
        const auto found = core::defence_round(state, round);
        if (!found) return found.error();
        return defence_view(state, **found, names, asker, now);
    };
    auto view = co_await exchange.committer().read(contest, question);
    if (!view) co_return view.error();
    exchange.store().read([&](const store::Reader& reader) { add_boxes(*view, reader); });
    co_return Reply::ok(*view);
}

net::awaitable<core::Result<Reply>> done_and_shown(Exchange& exchange, core::Command command) {
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await shown(exchange);
}

} // namespace

net::awaitable<core::Result<Reply>> defence_day(Exchange& exchange) {
    co_return co_await shown(exchange);
}

net::awaitable<core::Result<Reply>> open_defence(Exchange& exchange) {
    auto body = exchange.body<api::OpenDefenceBody>();
    if (!body) co_return body.error();
    core::Command command{core::OpenDefence{.by = exchange.person(),
                                            .round = exchange.path<core::RoundId>("round"),
                                            .post = body->post,
                                            .present = std::move(body->present)}};
    co_return co_await done_and_shown(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> step_defence(Exchange& exchange) {
    auto body = exchange.body<api::StepDefenceBody>();
    if (!body) co_return body.error();
    core::Command command{
        core::StepDefence{.by = exchange.person(),
                          .round = exchange.path<core::RoundId>("round"),
                          .candidate = exchange.path<core::CandidateId>("candidate"),
                          .step = body->step,
                          .reason = std::move(body->reason)}};
    co_return co_await done_and_shown(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> ask_question(Exchange& exchange) {
    auto body = exchange.body<api::QuestionBody>();
    if (!body) co_return body.error();
    core::Command command{
        core::AskQuestion{.by = exchange.person(),
                          .round = exchange.path<core::RoundId>("round"),
                          .candidate = exchange.path<core::CandidateId>("candidate"),
                          .member = body->member,
                          .text = std::move(body->text)}};
    co_return co_await done_and_shown(exchange, std::move(command));
}

net::awaitable<core::Result<Reply>> score_sheet(Exchange& exchange) {
    auto body = exchange.body<api::SheetBody>();
    if (!body) co_return body.error();
    core::Command command{
        core::ScoreSheet{.by = exchange.person(),
                         .round = exchange.path<core::RoundId>("round"),
                         .candidate = exchange.path<core::CandidateId>("candidate"),
                         .lines = std::move(body->lines)}};
    co_return co_await done_and_shown(exchange, std::move(command));
}

} // namespace thi::http::handlers
