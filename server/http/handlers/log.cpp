#include "http/handlers/log.h"

#include "core/refusal.h"
#include "http/api/result.h"
#include "http/auditor.h"
#include "http/bounded_pool.h"
#include "http/exchange.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/leaf.h"
#include "journal/line.h"
#include "journal/proof.h"
#include "store/signed_heads.h"
#include "store/store.h"
#include "text/base64.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

constexpr std::uint64_t page_lines = 50;
constexpr std::uint64_t page_lines_max = 500;

// Who may see which openings (docs/formats/leaf.md): an auditor all that are open to auditors, and
// nobody before release what only release opens.
struct Eyes {
    bool auditor = false;
    journal::Released released;

    bool may_see(std::string_view type, std::uint64_t index) const {
        const auto* known = journal::find_leaf_type(type);
        if (known == nullptr) return false;
        switch (known->opened) {
        case journal::Opened::at_once:
            return true;
        case journal::Opened::at_release:
            return released.opens(index);
        case journal::Opened::to_auditors:
            return auditor;
        }
        return false;
    }
};

Eyes eyes_of(const Exchange& exchange, core::Stage stage,
             const std::vector<store::ReleaseRow>& releases) {
    Eyes eyes;
    const auto& standing = exchange.any_standing();
    eyes.auditor = standing && standing->roles.has(core::Role::auditor);
    eyes.released = {releases.empty() ? 0 : releases.back().index + 1,
                     stage >= core::Stage::released};
    return eyes;
}

api::LogLine log_line(store::LogEntry&& entry, const Eyes& eyes) {
    api::LogLine line;
    line.index = static_cast<core::Whole>(entry.index);
    line.at = entry.at;
    line.leaf_hash = journal::leaf_hash(entry.leaf);
    if (entry.payload && entry.salt && eyes.may_see(entry.type, entry.index)) {
        auto payload = text::parse(*entry.payload, {.bytes_max = entry.payload->size()});
        if (!payload) throw std::runtime_error("a stored payload does not read");
        line.payload = text::Raw{std::move(*payload)};
        line.salt = text::encode_base64(*entry.salt);
    }
    line.type = std::move(entry.type);
    return line;
}

// A number in the query; nothing where it is not one.
std::optional<std::uint64_t> number(const Exchange& exchange, std::string_view name,
                                    std::uint64_t otherwise) {
    const auto given = exchange.query(name);
    if (!given) return otherwise;
    return journal::parse_decimal(*given, std::uint64_t{1} << 53);
}

} // namespace

net::awaitable<core::Result<Reply>> log_page(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    const auto from = number(exchange, "from", 0);
    const auto count = number(exchange, "count", page_lines);
    if (!from || !count) co_return bad_query();
    const auto type = exchange.query("type").value_or("");
    api::LogPage page;
    bool found = false;
    exchange.store().read([&](const store::Reader& reader) {
        const auto head = reader.head(contest);
        const auto row = reader.contest(contest);
        if (!head || !row) return;
        found = true;
        page.size = static_cast<core::Whole>(head->size);
        page.checkpoint = head->checkpoint;
        page.vkey = row->log_vkey;
        const auto eyes = eyes_of(exchange, row->stage, reader.releases(contest));
        const auto lines = static_cast<std::size_t>(std::min(*count, page_lines_max));
        for (auto& entry : reader.entries(contest, *from, lines, type))
            page.lines.push_back(log_line(std::move(entry), eyes));
    });
    if (!found) co_return no_such_thing();
    co_return Reply::ok(page);
}

// Of a leaf in the tree as it is now. Says nothing of what the leaf holds.
net::awaitable<core::Result<Reply>> log_proof(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    const auto index = journal::parse_decimal(exchange.path_text("index"));
    std::optional<journal::LogProof> proof;
    exchange.store().read([&](const store::Reader& reader) {
        const auto head = reader.head(contest);
        if (!head || !index || *index >= head->size) return;
        const auto nodes = store::stored_nodes(reader, contest);
        proof = journal::LogProof{std::nullopt, *index,
                                  journal::inclusion_proof(*index, head->size, nodes),
                                  head->checkpoint};
    });
    if (!proof) co_return no_such_thing();
    co_return Reply::bytes("text/plain; charset=utf-8", journal::print_proof(*proof));
}

net::awaitable<core::Result<Reply>> verify_log(Exchange& exchange) {
    auto* const auditor = exchange.services().auditor;
    if (auditor == nullptr)
        co_return core::refuse(core::Code::not_supported_yet,
                               "Máy chủ này chưa có phần kiểm chứng.",
                               "This server has no verifier.");
    const auto work = [auditor, contest = exchange.standing().contest] {
        return auditor->audit(contest);
    };
    auto report = co_await exchange.services().hashing.run(work);
    if (!report) co_return report.error();
    report->at = exchange.now();
    co_return Reply::ok(*report);
}

} // namespace thi::http::handlers
