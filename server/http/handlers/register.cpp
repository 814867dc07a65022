// See register.h. Reading never writes: what the machine finds is worked out anew for whoever looks
// and logged with the first decision that rests on it.

#include "http/handlers/register.h"

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/application_view.h"
#include "http/handlers/dossier.h"
#include "http/handlers/progress.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/unicode.h"

namespace thi::http::handlers {
namespace {

constexpr std::size_t decisions_max = 50;

void add_progress(api::RegisterLine& line, const Progress& progress) {
    line.criteria = progress.criteria;
    line.decided = progress.decided;
    line.attention = progress.attention;
    line.mine_open = progress.mine_open;
}

// The row of the path and the dossier on which it is judged.
struct Judged {
    store::ApplicationRow row;
    core::Dossier dossier;
};

core::Result<Judged> judged(Exchange& exchange) {
    const auto id = exchange.path<core::ApplicationId>("application");
    std::optional<Judged> found;
    exchange.store().read([&](const store::Reader& reader) {
        auto row = reader.application(id);
        if (!row) return;
        auto dossier = reader.dossier_version(row->candidate, row->dossier_hash);
        found = Judged{std::move(*row), std::move(dossier).value_or(core::Dossier{})};
    });
    if (!found) return no_such_thing();
    return std::move(*found);
}

net::awaitable<core::Result<Reply>> answer(Exchange& exchange, const Judged& application) {
    const auto& row = application.row;
    const auto& dossier = application.dossier;
    const auto id = row.application;
    const auto person = exchange.person();
    auto look = [id, person, &dossier](const core::Contest& contest)
        -> core::Result<std::pair<std::vector<api::CriterionLine>, Progress>> {
        auto lines = criteria_of(contest, id, dossier);
        if (!lines) return lines.error();
        return std::pair{std::move(*lines), progress_of(contest, person)[id]};
    };
    auto found = co_await exchange.committer().read(row.contest, std::move(look));
    if (!found) co_return found.error();
    api::DossierForDecision body;
    body.criteria = std::move(found->first);
    body.facts = dossier.facts;
    exchange.store().read([&](const store::Reader& reader) {
        body.line = register_line(reader.application(id).value_or(row));
        for (const auto& fact : dossier.documents)
            if (const auto document = reader.document(fact.document))
                body.documents.push_back(line_of(*document));
        for (auto& line : body.criteria)
            for (auto& decision : line.decisions)
                decision.name = person_name(reader, decision.by);
        body.supplement_request = open_request(reader, row);
        body.petition = petition_view(reader, row);
    });
    add_progress(body.line, found->second);
    co_return Reply::ok(body);
}

} // namespace

net::awaitable<core::Result<Reply>> read_register(Exchange& exchange) {
    const auto contest = exchange.path<core::ContestId>("contest");
    auto look = [person = exchange.person()](const core::Contest& state) {
        return progress_of(state, person);
    };
    const auto progress = co_await exchange.committer().read(contest, std::move(look));
    if (!progress) co_return progress.error();
    api::Register body;
    for (const auto& row : exchange.store().ask(
             [&](const store::Reader& reader) { return reader.applications(contest); })) {
        body.applications.push_back(register_line(row));
        const auto found = progress->find(row.application);
        if (found != progress->end()) add_progress(body.applications.back(), found->second);
    }
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> read_for_decision(Exchange& exchange) {
    const auto application = judged(exchange);
    if (!application) co_return application.error();
    co_return co_await answer(exchange, *application);
}

net::awaitable<core::Result<Reply>> decide_criteria(Exchange& exchange) {
    const auto body = exchange.body<api::DecideMany>();
    if (!body) co_return body.error();
    if (body->decisions.empty() || body->decisions.size() > decisions_max)
        co_return core::refuse(core::Code::invalid_field, "Cần từ 1 đến 50 quyết định.",
                               "1 to 50 decisions are needed.");
    const auto application = judged(exchange);
    if (!application) co_return application.error();
    const auto id = application->row.application;

    std::vector<core::Command> commands;
    commands.emplace_back(
        core::FindEligibility{id, application->dossier, application->row.dossier_hash});
    for (const auto& each : body->decisions)
        commands.emplace_back(core::DecideCriterion{.by = exchange.person(),
                                                    .application = id,
                                                    .criterion = each.criterion,
                                                    .verdict = each.verdict,
                                                    .reason = text::nfc(each.reason)});
    const auto done =
        co_await exchange.committer().commit_all(application->row.contest, std::move(commands));
    // The first result is that of the machine's look; a decision says better why it may not be.
    for (std::size_t i = 1; i < done.size(); ++i)
        if (!done[i]) co_return done[i].error();
    co_return co_await answer(exchange, *application);
}

net::awaitable<core::Result<Reply>> request_supplement(Exchange& exchange) {
    const auto body = exchange.body<api::SupplementRequest>();
    if (!body) co_return body.error();
    const auto text = text::nfc(body->text);
    if (text::squeezed(text).empty() || text.size() > letter_bytes_max)
        co_return core::refuse(core::Code::invalid_field, "Cần nội dung yêu cầu bổ sung.",
                               "What is to be supplemented must be said.");
    const auto application = judged(exchange);
    if (!application) co_return application.error();
    const auto& row = application->row;
    const auto owner = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.account_of(row.candidate); });
    if (!owner) co_return no_such_thing();
    const auto hash = crypto::sha256(text);
    const auto now = exchange.now();
    store::SiteWrite keep = [&](store::SiteWriter& write,
                                const core::Events&) -> core::Result<void> {
        write.put_text(row.contest, hash, *owner, text, now);
        store::Message told;
        told.account = *owner;
        told.subject = "Hội đồng yêu cầu bổ sung hồ sơ";
        told.text = text;
        told.created_at = now;
        write.add_message(told);
        return {};
    };
    core::Command command = core::RequestSupplement{exchange.person(), row.application, hash};
    const auto done =
        co_await exchange.committer().commit(row.contest, std::move(command), std::move(keep));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

} // namespace thi::http::handlers
