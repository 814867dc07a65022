// Handing in, and the receipt of how a sitting ended. Safe to repeat: the same leaf comes back
//

#include "core/result/round_score.h"
#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "http/exchange.h"
#include "http/handlers/entry_receipt.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_payload.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "text/crockford.h"

namespace thi::http::handlers {
namespace {

struct Ending {
    std::optional<std::uint64_t> index; // Of sitting.submit, else of sitting.end.
    core::Instant received_at;
    std::vector<api::ItemIndex> answers;
};

core::Result<Ending> ending_of(const core::Contest& contest, core::SittingId id,
                               core::CandidateId candidate) {
    const auto* found = core::find_sitting(contest, id, candidate);
    if (found == nullptr) return no_such_thing();
    Ending ending;
    ending.index = found->submit_index ? found->submit_index : found->end_index;
    if (found->submitted_at) ending.received_at = *found->submitted_at;
    for (const auto& [item, answer] : core::effective_answers(contest, *found))
        ending.answers.push_back({item, static_cast<core::Whole>(answer.index)});
    return ending;
}

core::Result<api::EarlyScore> early_score_of(const core::Contest& contest, core::SittingId id,
                                             core::CandidateId candidate) {
    auto score = core::early_score(contest, id, candidate);
    if (!score) return score.error();
    const auto* round = core::find_round(contest.plan, score->round);
    return api::EarlyScore{
        score->round, score->mark, round->scale, round->pass, std::move(score->parts),
        score->passed};
}

} // namespace

net::awaitable<core::Result<Reply>> submit(Exchange& exchange) {
    const auto body = exchange.body<api::OneSave>();
    if (!body) co_return body.error();
    const Sender sender{exchange.candidate(), exchange.path<core::SittingId>("sitting"),
                        exchange.received_at()};
    const auto contest = exchange.standing().contest;
    auto read = read_submit(*body, sender);
    if (!read) co_return read.error();
    core::Command command{std::move(*read)};
    const auto outcome = co_await exchange.committer().commit(contest, std::move(command));
    if (!outcome) co_return outcome.error();
    if (outcome->entries.empty()) throw std::logic_error("a submission without a leaf");
    const auto question = [sender](const core::Contest& state) {
        return ending_of(state, sender.sitting, sender.candidate);
    };
    auto ending = co_await exchange.committer().read(contest, question);
    if (!ending) co_return ending.error();
    const auto& leaf = outcome->entries.front();
    const api::SubmitReply reply{.receipt = outcome->receipt(0),
                                 .code = text::receipt_code(leaf.leaf),
                                 .received_at = store::received_at(leaf.event, leaf.at),
                                 .index = static_cast<core::Whole>(leaf.index),
                                 .answers = std::move(ending->answers)};
    co_return Reply::ok(reply);
}

net::awaitable<core::Result<Reply>> submission(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto candidate = exchange.candidate();
    const auto question = [id, candidate](const core::Contest& state) {
        return ending_of(state, id, candidate);
    };
    auto ending = co_await exchange.committer().read(contest, question);
    if (!ending) co_return ending.error();
    if (!ending->index) co_return no_such_thing();
    std::optional<core::Instant> received_at;
    if (ending->received_at != core::Instant{}) received_at = ending->received_at;
    auto proved = exchange.store().ask([&](const store::Reader& reader) {
        const auto entry = reader.entry(contest, *ending->index);
        return entry ? entry_receipt(reader, contest, *entry, received_at) : std::nullopt;
    });
    if (!proved) co_return no_such_thing();
    const api::SubmitReply reply{.receipt = std::move(proved->receipt),
                                 .code = text::receipt_code(proved->leaf),
                                 .received_at = received_at.value_or(proved->at),
                                 .index = static_cast<core::Whole>(*ending->index),
                                 .answers = std::move(ending->answers)};
    co_return Reply::ok(reply);
}

net::awaitable<core::Result<Reply>> early_score(Exchange& exchange) {
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto candidate = exchange.candidate();
    const auto question = [id, candidate](const core::Contest& state) {
        return early_score_of(state, id, candidate);
    };
    const auto score = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!score) co_return score.error();
    co_return Reply::ok(*score);
}

} // namespace thi::http::handlers
