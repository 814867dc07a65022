// The candidate's dossier and its documents. See intake.h.

#include "core/intake/criteria.h"
#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/dossier.h"
#include "http/handlers/intake.h"
#include "http/handlers/media.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/unicode.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

// Dossiers are written until the eligible list is posted.
core::Result<void> intake_open(const ContestSeen& contest) {
    if (contest.row.stage < core::Stage::listed) return {};
    return core::refuse(core::Code::wrong_state, "Kỳ thi không còn nhận hồ sơ.",
                        "The contest takes no dossiers any more.");
}

net::awaitable<core::Result<Reply>> answer(Exchange& exchange, const ContestSeen& contest,
                                           std::optional<core::CandidateId> candidate) {
    core::Dossier dossier;
    api::DossierView view;
    exchange.store().read([&](const store::Reader& reader) {
        if (!candidate) return;
        dossier = dossier_of(reader, *candidate);
        for (const auto& document : reader.documents(*candidate))
            view.documents.push_back(line_of(document));
    });
    view.facts = dossier.facts;
    view.missing = core::missing_documents(contest.plan, core::ApplicationSource::self, dossier);
    auto look = [&dossier](const core::Contest& state) {
        return core::find_eligibility(state, core::Application{}, dossier);
    };
    auto found = co_await exchange.committer().read(contest.row.site.contest, std::move(look));
    if (!found) co_return found.error();
    view.self_check = std::move(*found);
    co_return Reply::ok(view);
}

struct Labelled {
    core::DocumentKind kind = core::DocumentKind::other;
    std::string file_name;
};

core::Result<Labelled> label_of(const Exchange& exchange) {
    Labelled label;
    std::vector<core::FieldFault> faults;
    const auto kind = text::enum_from<core::DocumentKind>(exchange.query("kind").value_or(""));
    const auto name = exchange.query("name").value_or("");
    if (kind)
        label.kind = *kind;
    else
        faults.push_back(core::wrong("/kind", "Không có loại giấy tờ này.",
                                     "There is no such kind of document."));
    if (name.empty() || name.size() > file_name_bytes_max || !text::is_text(name))
        faults.push_back(
            core::wrong("/name", "Tên tệp dài 1 đến 200 byte.", "A file name has 1 to 200 bytes."));
    if (!faults.empty())
        return core::refuse(core::Code::invalid_field, "Thiếu thông tin về giấy tờ.",
                            "What the document is must be said.", std::move(faults));
    label.file_name = text::nfc(name);
    std::replace_if(
        label.file_name.begin(), label.file_name.end(),
        [](char c) {
            return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == 0x7f;
        },
        '_');
    return label;
}

// Types as literals, which a reply needs.
std::string_view literal_type(std::string_view type) {
    for (const std::string_view known : {"application/pdf", "image/png", "image/jpeg"})
        if (known == type) return known;
    return "application/octet-stream";
}

} // namespace

net::awaitable<core::Result<Reply>> read_dossier(Exchange& exchange) {
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    const auto& standing = exchange.any_standing();
    const auto candidate = standing ? standing->candidate : std::nullopt;
    co_return co_await answer(exchange, *contest, candidate);
}

net::awaitable<core::Result<Reply>> write_dossier(Exchange& exchange) {
    const auto facts = exchange.body<core::DossierFacts>();
    if (!facts) co_return facts.error();
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    if (auto open = intake_open(*contest); !open) co_return open.error();
    if (auto valid = plausible(*facts); !valid) co_return valid.error();
    const auto who = applicant(exchange);
    if (!who) co_return who.error();
    const auto now = exchange.now();
    store::SiteWrite put = [&](store::SiteWriter& write, const core::Events& events) {
        auto joined = who->join(write, events);
        if (joined) write.put_dossier(who->candidate, *facts, now);
        return joined;
    };
    const auto written = co_await exchange.committer().site(std::move(put));
    if (!written) co_return written.error();
    co_return co_await answer(exchange, *contest, who->candidate);
}

net::awaitable<core::Result<Reply>> hand_in_document(Exchange& exchange) {
    const auto label = label_of(exchange);
    if (!label) co_return label.error();
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    if (auto open = intake_open(*contest); !open) co_return open.error();
    const auto type = media_type_of(exchange.body_text());
    if (!type) co_return type.error();
    const auto who = applicant(exchange);
    if (!who) co_return who.error();

    store::Document document;
    document.document = new_id<core::DocumentId>();
    document.candidate = who->candidate;
    document.kind = label->kind;
    document.sha256 = crypto::sha256(exchange.body_text());
    document.media_type = *type;
    document.bytes = static_cast<core::Whole>(exchange.body_text().size());
    document.file_name = label->file_name;
    document.received_at = exchange.received_at();
    store::SiteWrite add = [&](store::SiteWriter& write,
                               const core::Events& events) -> core::Result<void> {
        if (auto joined = who->join(write, events); !joined) return joined;
        document.version = write.add_document(document, exchange.body_text());
        if (document.version <= document_versions_max) return {};
        return core::refuse(core::Code::limit_reached, "Giấy tờ này đã thay quá nhiều lần.",
                            "This document was replaced too many times.");
    };
    const auto written = co_await exchange.committer().site(std::move(add));
    if (!written) co_return written.error();
    co_return Reply::created(line_of(document), "/api/documents/" + document.document.str());
}

net::awaitable<core::Result<Reply>> read_document(Exchange& exchange) {
    const auto id = exchange.path<core::DocumentId>("document");
    std::optional<store::Document> document;
    std::optional<std::string> content;
    exchange.store().read([&](const store::Reader& reader) {
        document = reader.document(id);
        content = reader.document_content(id);
    });
    if (!document || !content) co_return no_such_thing();
    auto reply = Reply::bytes(literal_type(document->media_type), std::move(*content));
    reply.attachment = document->file_name.empty() ? id.str() : document->file_name;
    co_return reply;
}

} // namespace thi::http::handlers
