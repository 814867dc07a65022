// Results as they were published: for everybody, and byte for byte what the log commits to.

#include "http/exchange.h"
#include "http/handlers/result_file.h"
#include "http/handlers/results.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/store.h"

namespace thi::http::handlers {
namespace {

std::optional<Published> published(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    return exchange.store().ask(
        [&](const store::Reader& reader) { return last_published(reader, contest); });
}

} // namespace

net::awaitable<core::Result<Reply>> results(Exchange& exchange) {
    const auto found = published(exchange);
    if (!found) co_return no_such_thing();
    auto lines = read_published(found->file);
    api::ResultView view;
    view.final_result = found->release.final_result;
    view.released_at = found->release.at;
    view.lines = std::move(lines.lines);
    view.unfilled = std::move(lines.unfilled);
    view.file_hash = found->release.file_hash;
    view.file_url = "/api/contests/" + std::string{exchange.path_text("contest")} + "/results.json";
    view.index = static_cast<core::Whole>(found->release.index);
    view.set_aside_index = found->set_aside_index;
    co_return Reply::ok(view);
}

net::awaitable<core::Result<Reply>> results_bytes(Exchange& exchange) {
    auto found = published(exchange);
    if (!found) co_return no_such_thing();
    auto reply = Reply::bytes(Reply::json_type, std::move(found->file));
    reply.cache = Cache::revalidate;
    reply.etag = etag_of(reply.body);
    co_return reply;
}

} // namespace thi::http::handlers
