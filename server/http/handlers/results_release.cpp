// Releasing: the file that was read, the root of the tree that it rests on, an audit that is clean
// just now.

#include "core/refusal.h"
#include "http/auditor.h"
#include "http/bounded_pool.h"
#include "http/exchange.h"
#include "http/handlers/acts_result.h"
#include "http/handlers/result_file.h"
#include "journal/merkle.h"
#include "store/committer.h"
#include "store/signed_heads.h"

namespace thi::http {
namespace {

// What both commands need.
struct ReleaseParts {
    std::string file;
    crypto::Digest file_hash;
    crypto::Digest root;
    bool clean = false;
};

core::Fault other_file() {
    return core::refuse(core::Code::wrong_state, "Kết quả không phải là bản đã đọc.",
                        "The result is not the one that was read.");
}

// Of what was published, a final result keeps the bytes; else the standings as they are now.
boost::asio::awaitable<core::Result<std::string>> file_of(Exchange& exchange,
                                                          core::ContestId contest, bool final) {
    journal::CandidateNames names;
    std::optional<handlers::Published> published;
    exchange.store().read([&](const store::Reader& reader) {
        names = handlers::published_names(reader, contest);
        published = handlers::last_published(reader, contest);
    });
    const auto question = [names = std::move(names)](const core::Contest& state) {
        return handlers::standings_of(state, names);
    };
    auto standings = co_await exchange.committer().read(contest, question);
    if (!standings) co_return standings.error();
    if (final && published && standings->file.empty()) co_return std::move(published->file);
    co_return std::move(standings->file);
}

boost::asio::awaitable<core::Result<ReleaseParts>>
make_ready(Exchange& exchange, core::ContestId contest, crypto::Digest read, bool final) {
    auto file = co_await file_of(exchange, contest, final);
    if (!file) co_return file.error();
    ReleaseParts ready;
    ready.file = std::move(*file);
    ready.file_hash = crypto::sha256(ready.file);
    if (ready.file.empty() || ready.file_hash != read) co_return other_file();
    const auto question = [](const core::Contest& state) -> std::uint64_t {
        return state.trace_hash ? journal::scored_size(state) : 0;
    };
    const auto size = co_await exchange.committer().read(contest, question);
    if (!size) co_return size.error();
    if (*size == 0) co_return other_file();
    ready.root = exchange.store().ask([&](const store::Reader& reader) {
        return journal::Frontier{*size, store::stored_nodes(reader, contest)}.root();
    });
    if (auto* const auditor = exchange.services().auditor) {
        const auto work = [auditor, contest] {
            return auditor->audit(contest).clean;
        };
        const auto clean = co_await exchange.services().hashing.run(work);
        if (!clean) co_return clean.error();
        ready.clean = *clean;
    }
    co_return ready;
}

store::SiteWrite publishing(core::ContestId contest, const ReleaseParts& ready) {
    const store::PublishedFile file{contest, ready.file_hash, "results.json", "application/json",
                                    ready.file};
    return [file](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
        site.add_file(file);
        return {};
    };
}

} // namespace

boost::asio::awaitable<core::Result<PreparedAct>>
release_act(Exchange& exchange, const ActContext& context, const api::ReleaseAct& body) {
    const auto ready = co_await make_ready(exchange, context.contest, body.file_hash, false);
    if (!ready) co_return ready.error();
    PreparedAct act{core::ReleaseResult{.file_hash = ready->file_hash,
                                        .root = ready->root,
                                        .audit_clean = ready->clean,
                                        .approvals = context.approvals}};
    act.also = publishing(context.contest, *ready);
    co_return act;
}

boost::asio::awaitable<core::Result<PreparedAct>>
finalise_act(Exchange& exchange, const ActContext& context, const api::ReleaseAct& body) {
    const auto ready = co_await make_ready(exchange, context.contest, body.file_hash, true);
    if (!ready) co_return ready.error();
    PreparedAct act{core::FinaliseResult{.file_hash = ready->file_hash,
                                         .root = ready->root,
                                         .audit_clean = ready->clean,
                                         .approvals = context.approvals}};
    act.also = publishing(context.contest, *ready);
    co_return act;
}

} // namespace thi::http
