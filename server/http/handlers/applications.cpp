// Applying, supplementing, withdrawing, petitioning. See intake.h.

#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/application_view.h"
#include "http/handlers/dossier.h"
#include "http/handlers/intake.h"
#include "http/new_id.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/crockford.h"
#include "text/unicode.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

std::optional<crypto::Digest> hash_of_document(const core::Dossier& dossier,
                                               core::DocumentKind kind) {
    for (const auto& document : dossier.documents)
        if (document.kind == kind) return document.sha256;
    return std::nullopt;
}

// The letter and the consent that stand behind a candidate who did not come alone.
void add_introduction(core::Apply& apply) {
    using core::DocumentKind;
    if (apply.source == core::ApplicationSource::self) return;
    apply.letter_hash = hash_of_document(apply.dossier, DocumentKind::introduction_letter);
    apply.consent_hash = hash_of_document(apply.dossier, DocumentKind::nomination_consent);
    if (apply.source == core::ApplicationSource::nominee && !apply.letter_hash)
        apply.letter_hash = apply.consent_hash;
    if (!apply.consent_hash)
        apply.consent_hash = hash_of_document(apply.dossier, DocumentKind::agency_consent);
}

// The entry of an event of type T. Requires that it was committed.
template <class T> std::size_t entry_of(const store::Committed& committed) {
    const auto found =
        std::find_if(committed.entries.begin(), committed.entries.end(),
                     [](const auto& entry) { return std::holds_alternative<T>(entry.event); });
    assert(found != committed.entries.end());
    return static_cast<std::size_t>(found - committed.entries.begin());
}

api::ApplicationReceipt receipt_of(const store::Committed& committed, std::size_t i,
                                   core::Instant received_at) {
    const auto& entry = committed.entries[i];
    api::ApplicationReceipt receipt;
    receipt.received_at = received_at;
    receipt.index = static_cast<core::Whole>(entry.index);
    receipt.code = text::receipt_code(entry.leaf);
    receipt.receipt = committed.receipt(i);
    return receipt;
}

store::Message message(core::AccountId account, std::string subject, std::string text,
                       core::Instant at) {
    store::Message made;
    made.account = account;
    made.subject = std::move(subject);
    made.text = std::move(text);
    made.created_at = at;
    return made;
}

core::Result<std::string> letter(std::string_view typed) {
    auto text = text::nfc(typed);
    if (text.size() > letter_bytes_max || text::squeezed(text).empty())
        return core::refuse(
            core::Code::invalid_field, "Cần nội dung, không quá 8.000 byte.",
            "A text is needed, of at most 8,000 bytes.",
            {core::wrong("/text", "Nội dung trống hoặc quá dài.", "Empty or too long.")});
    return text;
}

core::Result<store::ApplicationRow> own_row(Exchange& exchange) {
    const auto id = exchange.path<core::ApplicationId>("application");
    auto row =
        exchange.store().ask([&](const store::Reader& reader) { return reader.application(id); });
    if (!row) return no_such_thing();
    return std::move(*row);
}

} // namespace

net::awaitable<core::Result<Reply>> apply_for_post(Exchange& exchange) {
    const auto body = exchange.body<api::NewApplication>();
    if (!body) co_return body.error();
    const auto contest = published_contest(exchange);
    if (!contest) co_return contest.error();
    const auto who = applicant(exchange);
    if (!who) co_return who.error();
    const auto id = contest->row.site.contest;
    const auto now = exchange.now();

    core::Apply apply;
    apply.application = new_id<core::ApplicationId>();
    apply.candidate = who->candidate;
    apply.post = body->post;
    if (who->known)
        apply.dossier = exchange.store().ask(
            [&](const store::Reader& reader) { return dossier_of(reader, who->candidate); });
    apply.dossier_hash = dossier_hash(apply.dossier);
    apply.source = body->source;
    if (body->introducing_body)
        apply.introducing_body = text::squeezed(text::nfc(*body->introducing_body));
    add_introduction(apply);
    apply.received_at = exchange.received_at();
    const core::FindEligibility find{apply.application, apply.dossier, apply.dossier_hash};
    const auto told = message(exchange.account(), "Đã nhận hồ sơ dự thi",
                              "Hồ sơ dự thi chức danh " + post_title(contest->plan, body->post) +
                                  " của " + contest->plan.contest.title.value_or("") +
                                  " đã được nhận. Biên nhận có ở trang hồ sơ của anh/chị.",
                              now);
    store::SiteWrite keep = [&](store::SiteWriter& write, const core::Events& events) {
        auto joined = who->join(write, events);
        if (!joined) return joined;
        write.keep_dossier(who->candidate, find.dossier, find.dossier_hash, now);
        write.add_message(told);
        return joined;
    };
    core::Command command = std::move(apply);
    const auto done = co_await exchange.committer().commit(id, std::move(command), std::move(keep));
    if (!done) co_return done.error();
    // What the machine finds is logged beside; where it cannot be yet, the first decision does it.
    core::Command look = find;
    co_await exchange.committer().commit(id, std::move(look));

    const auto at = entry_of<core::Applied>(*done);
    auto receipt = receipt_of(*done, at, exchange.received_at());
    const auto& applied = std::get<core::Applied>(done->entries[at].event);
    receipt.application = applied.application;
    receipt.candidate = applied.candidate;
    receipt.number = applied.number;
    receipt.dossier_hash = applied.dossier_hash;
    co_return Reply::created(receipt, "/api/me/applications");
}

net::awaitable<core::Result<Reply>> my_applications(Exchange& exchange) {
    api::MyApplications body;
    body.server_now = exchange.now();
    exchange.store().read([&](const store::Reader& reader) {
        for (const auto& row : reader.applications_of(exchange.account()))
            body.applications.push_back(own_view(reader, row));
    });
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> supplement(Exchange& exchange) {
    const auto row = own_row(exchange);
    if (!row) co_return row.error();
    const auto now = exchange.now();
    const auto dossier = exchange.store().ask(
        [&](const store::Reader& reader) { return dossier_of(reader, row->candidate); });
    const auto hash = dossier_hash(dossier);
    core::Command command = core::Supplement{exchange.candidate(), row->application, hash};
    store::SiteWrite keep = [&](store::SiteWriter& write,
                                const core::Events&) -> core::Result<void> {
        write.keep_dossier(row->candidate, dossier, hash, now);
        return {};
    };
    const auto done =
        co_await exchange.committer().commit(row->contest, std::move(command), std::move(keep));
    if (!done) co_return done.error();
    if (done->entries.empty())
        co_return core::refuse(core::Code::incomplete, "Hồ sơ chưa có gì thay đổi để nộp bổ sung.",
                               "Nothing in the dossier has changed.");
    core::Command look = core::FindEligibility{row->application, dossier, hash};
    co_await exchange.committer().commit(row->contest, std::move(look));
    auto receipt = receipt_of(*done, 0, exchange.received_at());
    receipt.application = row->application;
    receipt.candidate = row->candidate;
    receipt.number = row->number;
    receipt.dossier_hash = hash;
    co_return Reply::ok(receipt);
}

net::awaitable<core::Result<Reply>> withdraw_application(Exchange& exchange) {
    core::Command command =
        core::Withdraw{exchange.candidate(), exchange.path<core::ApplicationId>("application")};
    const auto done =
        co_await exchange.committer().commit(exchange.standing().contest, std::move(command));
    if (!done) co_return done.error();
    co_return Reply::no_content();
}

net::awaitable<core::Result<Reply>> file_petition(Exchange& exchange) {
    const auto body = exchange.body<api::NewPetition>();
    if (!body) co_return body.error();
    const auto text = letter(body->text);
    if (!text) co_return text.error();
    const auto contest = exchange.standing().contest;
    const auto now = exchange.now();
    const auto hash = crypto::sha256(*text);
    const core::FilePetition file{.candidate = exchange.candidate(),
                                  .petition = new_id<core::PetitionId>(),
                                  .application = exchange.path<core::ApplicationId>("application"),
                                  .text_hash = hash,
                                  .filed_at = exchange.received_at()};
    store::SiteWrite keep = [&](store::SiteWriter& write,
                                const core::Events&) -> core::Result<void> {
        write.put_text(contest, hash, exchange.account(), *text, now);
        return {};
    };
    core::Command command = file;
    const auto done =
        co_await exchange.committer().commit(contest, std::move(command), std::move(keep));
    if (!done) co_return done.error();
    const api::PetitionView view{file.petition, file.filed_at, *text, {}, {}};
    co_return Reply::ok(view);
}

} // namespace thi::http::handlers
