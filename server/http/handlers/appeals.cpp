// Appeals: filed by candidates, seen and answered by the panel.

#include "http/handlers/appeals.h"

#include "core/marking/remark.h"
#include "core/refusal.h"
#include "core/result/appeal_commands.h"
#include "core/result/appeal_window.h"
#include "core/sitting/lookup.h"
#include "http/api/appeals.h"
#include "http/exchange.h"
#include "http/new_id.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/unicode.h"

#include <map>

namespace thi::http::handlers {
namespace {

constexpr std::size_t appeal_bytes_max = 8'000;

// The texts that the log holds hashes of, by their place in it.
using Texts = std::map<core::Whole, std::string>;

core::Result<std::string> appeal_text(std::string_view typed) {
    auto text = text::nfc(typed);
    if (text.size() <= appeal_bytes_max && !text::squeezed(text).empty()) return text;
    return core::refuse(
        core::Code::invalid_field, "Cần nội dung, không quá 8.000 byte.",
        "A text is needed, of at most 8,000 bytes.",
        {core::wrong("/text", "Nội dung trống hoặc quá dài.", "Empty or too long.")});
}

core::Whole remarks_in(const core::Contest& state, const core::Appeal& appeal) {
    const auto* round = core::find_round(state.plan, appeal.round);
    if (round == nullptr || appeal.track != core::AppealTrack::own_mark) return 0;
    return std::ssize(core::remarks(state, *round, appeal.candidate));
}

api::AppealView view_of(const core::Contest& state, const core::Appeal& appeal) {
    api::AppealView view;
    view.appeal = appeal.appeal;
    view.candidate = appeal.candidate;
    view.track = appeal.track;
    view.round = appeal.round;
    view.item = appeal.item;
    view.filed_at = appeal.filed_at;
    view.index = static_cast<core::Whole>(appeal.index);
    if (appeal.verdict) view.upheld = appeal.verdict->upheld;
    view.amended = appeal.amended;
    view.remarks = remarks_in(state, appeal);
    view.answer_by = core::remark_deadlines(state, appeal).finish;
    return view;
}

// Of one candidate, or of all.
api::AppealList list_of(const core::Contest& state, std::optional<core::CandidateId> own,
                        core::Instant now) {
    api::AppealList list;
    list.closes_at = core::appeals_close(state);
    list.open = state.stage == core::Stage::released && !state.final_hash && list.closes_at &&
                now <= *list.closes_at;
    for (const auto& [id, appeal] : state.appeals)
        if (!own || *own == appeal.candidate) list.appeals.push_back(view_of(state, appeal));
    std::sort(list.appeals.begin(), list.appeals.end(),
              [](const auto& a, const auto& b) { return a.index < b.index; });
    return list;
}

net::awaitable<core::Result<Reply>> shown(Exchange& exchange, bool own) {
    const auto contest = exchange.standing().contest;
    const auto of = own ? std::optional{exchange.candidate()} : std::nullopt;
    const auto question = [of, now = exchange.now()](const core::Contest& state) {
        return list_of(state, of, now);
    };
    auto list = co_await exchange.committer().read(contest, question);
    if (!list) co_return list.error();
    exchange.store().read([&](const store::Reader& reader) {
        const auto names = own ? std::map<core::CandidateId, store::PersonNames>{}
                               : reader.candidate_names(contest);
        for (auto& appeal : list->appeals) {
            appeal.text = reader.appeal_text(contest, appeal.appeal).value_or("");
            if (const auto known = names.find(appeal.candidate); known != names.end())
                appeal.full_name = known->second.full_name;
        }
    });
    co_return Reply::ok(*list);
}

} // namespace

net::awaitable<core::Result<Reply>> infractions(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto question = [](const core::Contest& state) {
        api::InfractionList list;
        for (const auto& [candidate, all] : state.infractions)
            for (const auto& one : all)
                list.infractions.push_back({.infraction = one.infraction,
                                            .candidate = candidate,
                                            .full_name = {},
                                            .round = one.round,
                                            .level = one.level,
                                            .index = static_cast<core::Whole>(one.index)});
        std::sort(list.infractions.begin(), list.infractions.end(),
                  [](const auto& a, const auto& b) { return a.index < b.index; });
        return list;
    };
    auto list = co_await exchange.committer().read(contest, question);
    if (!list) co_return list.error();
    exchange.store().read([&](const store::Reader& reader) {
        const auto names = reader.candidate_names(contest);
        for (auto& line : list->infractions)
            if (const auto known = names.find(line.candidate); known != names.end())
                line.full_name = known->second.full_name;
    });
    co_return Reply::ok(*list);
}

net::awaitable<core::Result<Reply>> appeals(Exchange& exchange) {
    co_return co_await shown(exchange, false);
}

net::awaitable<core::Result<Reply>> my_appeals(Exchange& exchange) {
    co_return co_await shown(exchange, true);
}

net::awaitable<core::Result<Reply>> file_appeal(Exchange& exchange) {
    const auto body = exchange.body<api::NewAppeal>();
    if (!body) co_return body.error();
    const auto text = appeal_text(body->text);
    if (!text) co_return text.error();
    const auto contest = exchange.standing().contest;
    const auto hash = crypto::sha256(*text);
    core::Command command{core::FileAppeal{.appeal = new_id<core::AppealId>(),
                                           .candidate = exchange.candidate(),
                                           .track = body->track,
                                           .round = body->round,
                                           .item = body->item,
                                           .text_hash = hash,
                                           .received_at = exchange.received_at()}};
    store::SiteWrite keep = [&, now = exchange.now()](store::SiteWriter& write,
                                                      const core::Events&) -> core::Result<void> {
        write.put_text(contest, hash, exchange.account(), *text, now);
        return {};
    };
    const auto done =
        co_await exchange.committer().commit(contest, std::move(command), std::move(keep));
    if (!done) co_return done.error();
    co_return co_await shown(exchange, true);
}

net::awaitable<core::Result<Reply>> assign_remarks(Exchange& exchange) {
    core::Command command{core::AssignRemarks{.by = exchange.person(),
                                              .appeal = exchange.path<core::AppealId>("appeal")}};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return co_await shown(exchange, false);
}

} // namespace thi::http::handlers
