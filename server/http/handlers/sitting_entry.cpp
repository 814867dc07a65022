// Going in: the lease of this machine, the paper as ciphertext, and at the bell its key with the
// candidate's own order.

#include "core/sitting/lookup.h"
#include "core/sitting/order.h"
#include "core/sitting/window.h"
#include "http/exchange.h"
#include "http/handlers/sitting.h"
#include "http/handlers/sitting_view.h"
#include "http/live.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "text/base64.h"

namespace thi::http::handlers {
namespace {

using api::NewLease;

core::Fault bad_key() {
    return {core::Code::invalid_field,
            {"Khóa của máy phải là base64.", "The machine's key must be base64."},
            {}};
}

core::Fault before_bell() {
    return {core::Code::too_early, {"Chưa đến giờ mở đề.", "The bell has not gone yet."}, {}};
}

core::Fault no_lease() {
    return {core::Code::wrong_state,
            {"Anh/chị chưa vào làm bài trên máy này.", "You have not gone in yet."},
            {}};
}

// Where nobody watches, whoever comes lets himself in first.
struct Entry {
    std::optional<core::Admit> admit;
    core::Instant ends_at;
};

core::Result<Entry> entry_of(const core::Contest& contest, core::SittingId id,
                             core::CandidateId candidate) {
    const auto* found = core::find_sitting(contest, id, candidate);
    if (found == nullptr) return no_such_thing();
    Entry entry;
    entry.ends_at = core::window(contest, *found).ends;
    const auto& round = core::round_of(contest, *found);
    const bool watched = !round.practice && contest.plan.sitting.proctored.value_or(false);
    if (found->admitted_at || watched) return entry;
    entry.admit.emplace();
    entry.admit->sitting = id;
    entry.admit->candidate = candidate;
    entry.admit->round = found->round;
    return entry;
}

const store::CommittedEntry* leased(const store::Committed& committed, std::size_t& place) {
    for (place = 0; place < committed.entries.size(); ++place)
        if (std::holds_alternative<core::SittingLeased>(committed.entries[place].event))
            return &committed.entries[place];
    return nullptr;
}

// What is known of a paper at the bell. Read from the store once, then kept.
struct Bell {
    core::PaperId paper;
    core::ObjectiveRules rules;
    bool opened = false;
};

core::Result<Bell> bell_of(const core::Contest& contest, core::SittingId id,
                           core::CandidateId candidate, core::Instant at) {
    const auto* found = core::find_sitting(contest, id, candidate);
    if (found == nullptr) return no_such_thing();
    if (found->leases.empty() || !found->paper) return no_lease();
    if (at < core::window(contest, *found).opens) return before_bell();
    return Bell{*found->paper, contest.plan.round.objective,
                contest.papers.at(*found->paper).opened_at.has_value()};
}

std::shared_ptr<const OpenPaper> open_paper(Exchange& exchange, core::PaperId paper) {
    if (auto known = exchange.live().paper(paper)) return known;
    auto open = std::make_shared<OpenPaper>();
    exchange.store().read([&](const store::Reader& reader) {
        auto content = reader.paper_content(paper);
        auto key = reader.paper_cipher_key(paper);
        if (!content || !key) throw std::runtime_error("a sealed paper without content or key");
        open->content = std::move(content->content);
        open->shuffle_seed = content->key.shuffle_seed;
        open->cipher_key = std::move(*key);
    });
    exchange.live().keep_paper(paper, open);
    return open;
}

} // namespace

net::awaitable<core::Result<Reply>> take_lease(Exchange& exchange) {
    auto body = exchange.body<NewLease>();
    if (!body) co_return body.error();
    if (!text::decode_base64(body->client_key)) co_return bad_key();
    constexpr std::size_t device_bytes_max = 200;
    if (body->device.size() > device_bytes_max) body->device.clear();
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto candidate = exchange.candidate();
    const auto question = [id, candidate](const core::Contest& state) {
        return entry_of(state, id, candidate);
    };
    const auto entry = co_await exchange.committer().read(contest, question);
    if (!entry) co_return entry.error();
    auto& takeovers = exchange.live().takeovers();
    core::TakeLease take;
    take.candidate = candidate;
    take.sitting = id;
    take.client_key = body->client_key;
    take.takeover = body->takeover;
    take.approved_by = takeovers.approved(id, body->client_key, exchange.now());
    std::vector<core::Command> commands;
    if (entry->admit) commands.emplace_back(*entry->admit);
    commands.emplace_back(take);
    const auto outcomes = co_await exchange.committer().commit_all(contest, std::move(commands));
    for (const auto& outcome : outcomes) {
        if (outcome) continue;
        if (outcome.error().code == core::Code::takeover_needs_approval) {
            takeovers.ask(id, body->client_key, body->device, exchange.now());
            exchange.live().rooms_changed(contest);
        }
        co_return outcome.error();
    }
    takeovers.drop(id);
    const auto& committed = *outcomes.back();
    std::size_t place = 0;
    const auto* lease = leased(committed, place);
    if (lease == nullptr) throw std::logic_error("a lease without its leaf");
    // With a clock that starts at the first lease the end is known only now.
    const auto again = co_await exchange.committer().read(contest, question);
    if (!again) co_return again.error();
    exchange.live().seen(id, exchange.now());
    const api::LeaseReply reply{.lease = std::get<core::SittingLeased>(lease->event).lease,
                                .payload = lease->payload,
                                .receipt = committed.receipt(place),
                                .server_now = exchange.now(),
                                .ends_at = again->ends_at};
    co_return Reply::ok(reply);
}

// Names its content: whoever has it keeps it. Nobody can read it before the bell.
net::awaitable<core::Result<Reply>> paper_ciphertext(Exchange& exchange) {
    const auto paper = exchange.path<core::PaperId>("paper");
    auto bytes = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.paper_ciphertext(paper); });
    if (!bytes) co_return no_such_thing();
    auto reply = Reply::bytes("application/octet-stream", std::move(*bytes));
    reply.cache = Cache::immutable;
    co_return reply;
}

net::awaitable<core::Result<Reply>> paper_key(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::SittingId>("sitting");
    const auto candidate = exchange.candidate();
    const auto now = exchange.now();
    const auto question = [id, candidate, now](const core::Contest& state) {
        return bell_of(state, id, candidate, now);
    };
    auto bell = co_await exchange.committer().read(contest, question);
    if (!bell) co_return bell.error();
    if (!bell->opened) {
        // The first to ask after the bell; the log says when, before anybody has the key.
        core::Command open{core::OpenDuePapers{}};
        const auto opened = co_await exchange.committer().commit(contest, std::move(open));
        if (!opened) co_return opened.error();
        bell = co_await exchange.committer().read(contest, question);
        if (!bell) co_return bell.error();
        if (!bell->opened) co_return before_bell();
    }
    const auto paper = open_paper(exchange, bell->paper);
    const auto own = core::own_order(bell->rules, paper->content, paper->shuffle_seed, id);
    api::PaperKeyReply reply;
    reply.paper = bell->paper;
    reply.key = text::encode_base64(paper->cipher_key);
    for (const auto& item : own.items) {
        reply.order.items.push_back(item.item);
        if (!item.options.empty()) reply.order.options[item.item] = item.options;
    }
    co_return Reply::ok(reply);
}

} // namespace thi::http::handlers
