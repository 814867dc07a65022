// What is kept beside the exam: answers so far, marks that are no answers, calls, live news.

#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "http/event_hub.h"
#include "http/exchange.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_view.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

constexpr std::size_t items_max = 1'000; // Of one list of notes.
constexpr std::size_t reason_bytes_max = 500;

core::Fault too_much(std::string vi, std::string en) {
    return {core::Code::too_large, {std::move(vi), std::move(en)}, {}};
}

core::Result<api::Answers> answers_of(const core::Contest& contest, core::SittingId id,
                                      core::CandidateId candidate) {
    const auto* found = core::find_sitting(contest, id, candidate);
    if (found == nullptr) return no_such_thing();
    api::Answers answers;
    for (const auto& [item, answer] : core::effective_answers(contest, *found)) {
        api::AnswerLine line;
        line.item = item;
        line.value.value = text::to_json(*answer.value);
        line.index = static_cast<core::Whole>(answer.index);
        answers.answers.push_back(std::move(line));
    }
    if (const auto lease = lease_of(*found)) {
        answers.lease = lease->lease;
        answers.last_seq = lease->last_seq;
        answers.last_prev = lease->last_prev;
    }
    return answers;
}

bool fits(const api::Notes& notes) {
    return notes.flags.size() <= items_max && notes.visited.size() <= items_max &&
           notes.struck.size() <= items_max;
}

} // namespace

// The answers that count now, and where the chain of the current lease ends: what a machine starts
// from, also after a restart of the server.
net::awaitable<core::Result<Reply>> answers(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto candidate = exchange.candidate();
    const auto question = [id, candidate](const core::Contest& state) {
        return answers_of(state, id, candidate);
    };
    auto found = co_await exchange.committer().read(contest, question);
    if (!found) co_return found.error();
    const auto saves =
        exchange.store().ask([&](const store::Reader& reader) { return reader.saves(id); });
    std::map<core::Whole, core::Instant> received;
    for (const auto& save : saves)
        received[static_cast<core::Whole>(save.index)] = save.received_at;
    for (auto& line : found->answers)
        line.received_at = received[line.index];
    co_return Reply::ok(*found);
}

net::awaitable<core::Result<Reply>> notes(Exchange& exchange) {
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto kept =
        exchange.store().ask([&](const store::Reader& reader) { return reader.note(id); });
    if (!kept) co_return Reply::ok(api::Notes{});
    co_return Reply::json(200, *kept);
}

net::awaitable<core::Result<Reply>> put_notes(Exchange& exchange) {
    const auto body = exchange.body<api::Notes>();
    if (!body) co_return body.error();
    if (!fits(*body)) co_return too_much("Quá nhiều đánh dấu.", "Too many marks.");
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto now = exchange.now();
    store::SiteWrite write =
        [id, now, text = text::to_text(*body)](store::SiteWriter& site,
                                               const core::Events&) -> core::Result<void> {
        site.put_note(id, text, now);
        return {};
    };
    const auto done = co_await exchange.committer().site(std::move(write));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> call_invigilator(Exchange& exchange) {
    const auto body = exchange.body<api::CallInvigilator>();
    if (!body) co_return body.error();
    if (body->reason.size() > reason_bytes_max)
        co_return too_much("Lý do quá dài.", "The reason is too long.");
    exchange.live().call(exchange.standing().contest, exchange.path<core::SittingId>("sitting"));
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> sitting_events(Exchange& exchange) {
    const auto id = exchange.path<core::SittingId>("sitting");
    auto stream =
        exchange.live().events().subscribe({sitting_channel(id)}, exchange.session_token());
    if (!stream) co_return stream.error();
    exchange.live().seen(id, exchange.now());
    auto& services = exchange.services();
    const auto token = crypto::sha256(exchange.session_token());
    (*stream)->still_allowed = [&services, token, id] {
        const auto now = services.clock.now();
        if (!services.sessions.find(token, now)) return false;
        services.live->seen(id, now);
        return true;
    };
    co_return Reply::stream(std::move(*stream));
}

} // namespace thi::http::handlers
