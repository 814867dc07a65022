#include "http/handlers/papers.h"

#include "core/refusal.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"
#include "http/api/paper.h"
#include "http/exchange.h"
#include "http/handlers/paper_draft.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/paper.h"
#include "store/committer.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

api::PaperLine paper_line(const store::PaperRow& row) {
    api::PaperLine line;
    line.paper = row.paper;
    line.round = row.round;
    line.variant = row.variant;
    line.title = row.title;
    line.state = !row.sealed_index ? api::PaperState::draft
                 : row.opened_at   ? api::PaperState::opened
                                   : api::PaperState::sealed;
    line.items = row.items;
    line.points = row.points;
    line.content_hash = row.content_hash;
    line.opened_at = row.opened_at;
    line.in_use = row.in_use;
    return line;
}

std::optional<api::PaperLine> find_line(const store::Reader& reader, core::ContestId contest,
                                        core::PaperId paper) {
    for (const auto& row : reader.papers(contest))
        if (row.paper == paper) return paper_line(row);
    return std::nullopt;
}

// What sealing would refuse is said while it can still be mended.
core::Result<void> fits_round(const core::Contest& contest, core::RoundId id,
                              const bank::PaperAndKey& made) {
    const auto* round = core::find_round(contest.plan, id);
    if (round == nullptr) return no_such_thing();
    auto faults = core::check_paper(made.paper, made.key);
    for (auto& fault : core::check_parts(contest.plan, *round, made.paper))
        faults.push_back(std::move(fault));
    if (faults.empty()) return {};
    return core::refuse(core::Code::invalid_field, "Đề thi chưa đúng quy cách của vòng thi.",
                        "The paper is not what the round asks for.", std::move(faults));
}

// Setters always; who approves it, while it is a draft or when its round can no longer change;
// auditors once results are out.
bool may_read(const Standing& standing, const api::PaperLine& line, core::Stage stage) {
    if (standing.roles.has(core::Role::setter)) return true;
    const bool leads =
        standing.roles.has(core::Role::chair) || standing.roles.has(core::Role::vice_chair);
    if (leads && (line.state == api::PaperState::draft || stage >= core::Stage::scored))
        return true;
    return standing.roles.has(core::Role::auditor) && stage >= core::Stage::released;
}

} // namespace

net::awaitable<core::Result<Reply>> banks(Exchange& exchange) {
    api::BankList list;
    if (const auto* banks = exchange.services().banks)
        for (const auto& bank : *banks)
            list.banks.push_back(bank_line(bank));
    co_return Reply::ok(list);
}

net::awaitable<core::Result<Reply>> papers(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    api::PaperList list;
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& row : reader.papers(contest))
            list.papers.push_back(paper_line(row));
    });
    co_return Reply::ok(list);
}

net::awaitable<core::Result<Reply>> make_paper(Exchange& exchange) {
    const auto body = exchange.body<api::NewPaper>();
    if (!body) co_return body.error();
    static const std::vector<bank::Bank> none;
    const auto* banks = exchange.services().banks;
    auto made = draft_paper(*body, banks == nullptr ? none : *banks);
    if (!made) co_return made.error();
    const auto contest = exchange.standing().contest;
    const auto question = [round = body->round, made = *made](const core::Contest& state) {
        return fits_round(state, round, made);
    };
    const auto fits = co_await exchange.committer().read(contest, question);
    if (!fits) co_return fits.error();
    store::PaperContent draft;
    draft.paper = made->paper.paper;
    draft.contest = contest;
    draft.round = body->round;
    draft.variant = body->variant;
    draft.content = std::move(made->paper);
    draft.key = std::move(made->key);
    draft.content_hash = crypto::sha256(journal::paper_text(draft.content));
    draft.created_by = exchange.account();
    draft.created_at = exchange.now();
    const auto paper = draft.paper;
    store::SiteWrite write = [draft = std::move(draft)](store::SiteWriter& site,
                                                        const core::Events&) {
        site.put_paper(draft);
        return core::Result<void>{};
    };
    const auto kept = co_await exchange.committer().site(std::move(write));
    if (!kept) co_return kept.error();
    const auto line = exchange.store().ask(
        [&](const store::Reader& reader) { return find_line(reader, contest, paper); });
    if (!line) throw std::logic_error("a paper that was just written is not there");
    co_return Reply::ok(*line);
}

net::awaitable<core::Result<Reply>> paper(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto id = exchange.path<core::PaperId>("paper");
    api::PaperContent content;
    auto found = false;
    auto stage = core::Stage::draft;
    exchange.store().read([&](const store::Reader& reader) {
        auto line = find_line(reader, contest, id);
        auto row = reader.paper_content(id);
        if (const auto about = reader.contest(contest)) stage = about->stage;
        if (!line || !row) return;
        found = true;
        content.line = std::move(*line);
        content.paper = std::move(row->content);
        content.key = std::move(row->key);
    });
    if (!found) co_return no_such_thing();
    if (!may_read(exchange.standing(), content.line, stage)) co_return not_allowed();
    co_return Reply::ok(content);
}

} // namespace thi::http::handlers
