// Saving answers: the hot path. A reply of 200 means that each result with a receipt is on disk.
//
// Texts are read and hashed, and receipts built, on the I/O thread; the writer gets commands only.

#include "core/sitting/lookup.h"
#include "core/sitting/window.h"
#include "http/exchange.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_payload.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"

namespace thi::http::handlers {
namespace {

constexpr std::size_t saves_max = 100; // In one request.

core::Fault wrong_count() {
    return {core::Code::invalid_field,
            {"Mỗi lần gửi có từ 1 đến 100 câu trả lời.", "A request carries 1 to 100 saves."},
            {}};
}

core::Fault kept_beside() {
    return {core::Code::seq_conflict,
            {"Số thứ tự này đã có một nội dung khác; cả hai đều được giữ.",
             "This number holds another text already; both are kept."},
            {}};
}

// What is to be committed, and the results of texts that do not get that far.
struct Work {
    std::vector<core::Command> commands;
    std::vector<core::Whole> seqs; // Of the commands.
    std::optional<api::SaveResult> unreadable;
};

// Reads up to the first text that is none: later ones could not follow it in the chain.
Work read_all(const api::SavesBody& body, const Sender& sender) {
    Work work;
    work.commands.reserve(body.saves.size());
    work.seqs.reserve(body.saves.size());
    for (const auto& sent : body.saves) {
        auto command = read_save(sent, sender);
        if (!command) {
            work.unreadable = api::SaveResult{.seq = seq_in(sent.payload),
                                              .counts = {},
                                              .receipt = {},
                                              .problem = problem_of(command.error())};
            break;
        }
        work.seqs.push_back(command->client.seq);
        work.commands.emplace_back(std::move(*command));
    }
    return work;
}

api::Counts counts_of(const core::Event& event) {
    const auto* late = std::get_if<core::AnswerLate>(&event);
    if (late == nullptr) return api::Counts::yes;
    return late->why == core::LateWhy::superseded ? api::Counts::superseded : api::Counts::late;
}

api::SaveResult result_of(core::Whole seq, const core::Result<store::Committed>& outcome) {
    api::SaveResult result;
    result.seq = seq;
    if (!outcome) {
        result.problem = problem_of(outcome.error());
        return result;
    }
    if (outcome->entries.empty()) throw std::logic_error("a save without a leaf");
    const auto& event = outcome->entries.front().event;
    const auto* late = std::get_if<core::AnswerLate>(&event);
    if (late != nullptr && late->why == core::LateWhy::conflict) {
        result.problem = problem_of(kept_beside());
        return result;
    }
    result.counts = counts_of(event);
    result.receipt = outcome->receipt(0);
    return result;
}

// Asked of the writer once, and again when something has happened that can move it.
net::awaitable<core::Result<core::Instant>> ends_at(Exchange& exchange, core::SittingId id) {
    const auto contest = exchange.standing().contest;
    auto& ends = exchange.live().ends();
    if (const auto known = ends.find(contest, id)) co_return *known;
    const auto generation = ends.generation(contest);
    const auto question = [id](const core::Contest& state) -> core::Result<core::Instant> {
        const auto* found = core::find_sitting(state, id);
        if (found == nullptr) return no_such_thing();
        return core::window(state, *found).ends;
    };
    const auto answer = co_await exchange.committer().read(contest, question);
    if (answer) ends.keep(contest, generation, id, *answer);
    co_return answer;
}

} // namespace

net::awaitable<core::Result<Reply>> save_answers(Exchange& exchange) {
    const auto body = exchange.body<api::SavesBody>();
    if (!body) co_return body.error();
    if (body->saves.empty() || body->saves.size() > saves_max) co_return wrong_count();
    const Sender sender{exchange.candidate(), exchange.path<core::SittingId>("sitting"),
                        exchange.received_at()};
    auto work = read_all(*body, sender);
    const auto ends = co_await ends_at(exchange, sender.sitting);
    if (!ends) co_return ends.error();
    const auto outcomes = co_await exchange.committer().commit_all(exchange.standing().contest,
                                                                   std::move(work.commands));
    api::SavesReply reply;
    reply.results.reserve(body->saves.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        // Nothing was decided about the request: the machine sends the same bytes again.
        if (!outcomes[i] && outcomes[i].error().code == core::Code::busy)
            co_return outcomes[i].error();
        reply.results.push_back(result_of(work.seqs[i], outcomes[i]));
    }
    if (work.unreadable) reply.results.push_back(std::move(*work.unreadable));
    reply.server_now = exchange.now();
    reply.ends_at =
        exchange.live().ends().find(exchange.standing().contest, sender.sitting).value_or(*ends);
    exchange.live().seen(sender.sitting, reply.server_now);
    co_return Reply::ok(reply);
}

#ifdef THITUYEN_TESTING
net::awaitable<core::Result<Reply>> fixed_reply(Exchange& exchange) {
    const auto body = exchange.body<api::SavesBody>();
    if (!body) co_return body.error();
    api::SavesReply reply;
    for (const auto& sent : body->saves) {
        const Sender sender{exchange.candidate(), exchange.path<core::SittingId>("sitting"),
                            exchange.received_at()};
        static_cast<void>(read_save(sent, sender));
        // A receipt over a log of some thousand leaves, as long as the real one beside which it is
        // measured.
        constexpr std::size_t receipt_bytes = 960;
        reply.results.push_back({.seq = 1,
                                 .counts = api::Counts::yes,
                                 .receipt = std::string(receipt_bytes, 'r'),
                                 .problem = {}});
    }
    reply.server_now = reply.ends_at = exchange.now();
    co_return Reply::ok(reply);
}
#endif

} // namespace thi::http::handlers
