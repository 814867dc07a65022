// Handing in, and the receipt of how a sitting ended. Safe to repeat: the same leaf comes back
//

#include "core/sitting/answers.h"
#include "core/sitting/lookup.h"
#include "http/exchange.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_payload.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/receipt.h"
#include "store/committer.h"
#include "store/signed_heads.h"
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

// The proof of a leaf of old, in the tree as it is now.
struct Proved {
    std::string receipt;
    crypto::Digest leaf;
    core::Instant at;
};

std::optional<Proved> prove(const store::Reader& reader, core::ContestId contest,
                            std::uint64_t index, std::optional<core::Instant> received_at) {
    const auto entry = reader.entry(contest, index);
    const auto head = reader.head(contest);
    if (!entry || !head || !entry->salt) return std::nullopt;
    journal::Disclosure disclosure{received_at.value_or(entry->at), {}, entry->at, std::nullopt};
    if (entry->salt->size() != disclosure.salt.size()) return std::nullopt;
    std::copy(entry->salt->begin(), entry->salt->end(), disclosure.salt.begin());
    const auto nodes = store::stored_nodes(reader, contest);
    auto proof = journal::inclusion_proof(index, head->size, nodes);
    return Proved{journal::make_receipt(disclosure, index, std::move(proof), head->checkpoint),
                  journal::leaf_hash(entry->leaf), entry->at};
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
        return prove(reader, contest, *ending->index, received_at);
    });
    if (!proved) co_return no_such_thing();
    const api::SubmitReply reply{.receipt = std::move(proved->receipt),
                                 .code = text::receipt_code(proved->leaf),
                                 .received_at = received_at.value_or(proved->at),
                                 .index = static_cast<core::Whole>(*ending->index),
                                 .answers = std::move(ending->answers)};
    co_return Reply::ok(reply);
}

} // namespace thi::http::handlers
