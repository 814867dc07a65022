// Minutes, written anew out of the log at each asking.

#include "http/api/minutes.h"

#include "http/bounded_pool.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/printed.h"
#include "http/handlers/result_file.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/payload.h"
#include "store/error.h"
#include "store/store.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

constexpr std::size_t entries_at_once = 1'000;

// Every entry of one type; an erased one is told by its gap alone.
void add_entries(std::vector<print::Logged>& into, const store::Reader& reader,
                 core::ContestId contest, std::string_view type) {
    for (std::uint64_t from = 0;;) {
        const auto entries = reader.entries(contest, from, entries_at_once, type);
        for (const auto& entry : entries) {
            if (!entry.payload) continue;
            auto event = journal::decode(entry.type, *entry.payload);
            if (!event) throw store::StoreError("a stored payload does not read");
            into.push_back({entry.index, entry.at, std::move(*event)});
        }
        if (entries.size() < entries_at_once) return;
        from = entries.back().index + 1;
    }
}

std::vector<print::PublishedLine> published_lines(const std::string& file) {
    std::vector<print::PublishedLine> lines;
    for (auto& line : read_published(file).lines)
        lines.push_back({line.post, std::move(line.who), std::move(line.roll_number),
                         std::move(line.shown), line.rank, line.outcome});
    return lines;
}

// Nothing for a contest without a log.
std::optional<print::MinutesFacts> facts_of(const store::Reader& reader, core::ContestId contest) {
    auto row = reader.contest(contest);
    if (!row || row->log_vkey.empty()) return std::nullopt;
    auto shown = seen(std::move(*row));
    print::MinutesFacts facts;
    facts.plan = std::move(shown.plan);
    facts.origin = shown.row.log_vkey.substr(0, shown.row.log_vkey.find('+'));
    for (const auto type : print::minutes_types())
        add_entries(facts.entries, reader, contest, type);
    std::sort(facts.entries.begin(), facts.entries.end(),
              [](const auto& a, const auto& b) { return a.index < b.index; });
    for (auto& official : reader.officials(contest))
        facts.officials[official.person] = {official.names.full_name, official.roles};
    for (auto& [candidate, names] : reader.candidate_names(contest))
        facts.candidates[candidate] = names.full_name;
    for (const auto& release : reader.releases(contest))
        if (const auto file = reader.file(contest, release.file_hash))
            facts.results[release.file_hash] = published_lines(file->content);
    return facts;
}

// The log of a large contest takes a while to read: not on a thread that answers others.
template <class Make>
net::awaitable<core::Result<std::invoke_result_t<Make, const print::MinutesFacts&>>>
from_facts(Exchange& exchange, Make make) {
    const auto contest = exchange.standing().contest;
    auto& store = exchange.store();
    const auto work = [&store, contest, &make] {
        const auto facts =
            store.ask([contest](const store::Reader& reader) { return facts_of(reader, contest); });
        return facts ? make(*facts) : std::invoke_result_t<Make, const print::MinutesFacts&>{};
    };
    co_return co_await exchange.services().hashing.run(work);
}

} // namespace

net::awaitable<core::Result<Reply>> minutes_list(Exchange& exchange) {
    const auto make = [](const print::MinutesFacts& facts) {
        return print::minutes_list(facts);
    };
    const auto lines = co_await from_facts(exchange, make);
    if (!lines) co_return lines.error();
    api::MinutesList list;
    for (const auto& line : *lines)
        list.minutes.push_back(
            {line.name, line.kind, line.title, static_cast<core::Whole>(line.index)});
    co_return Reply::ok(list);
}

net::awaitable<core::Result<Reply>> minutes_page(Exchange& exchange) {
    const auto make =
        [name = std::string{exchange.path_text("name")}](const print::MinutesFacts& facts) {
            return print::minutes(facts, name);
        };
    auto page = co_await from_facts(exchange, make);
    if (!page) co_return page.error();
    if (!*page) co_return no_such_thing();
    co_return Reply::printed_page(std::move(**page));
}

} // namespace thi::http::handlers
