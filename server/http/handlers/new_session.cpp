#include "http/handlers/new_session.h"

#include "crypto/random.h"
#include "http/guard.h"
#include "text/base64.h"

#include <algorithm>

namespace thi::http {
namespace {

// Base64 for URLs, without padding: the form of a cookie.
std::string url_safe(std::string_view bytes) {
    auto text = text::encode_base64(bytes);
    text.erase(std::find(text.begin(), text.end(), '='), text.end());
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

template <std::size_t N> std::string random_text() {
    const auto bytes = crypto::random_bytes<N>();
    return url_safe({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string printable(std::string_view field) {
    std::string text;
    for (const char c : field.substr(0, device_bytes_max))
        if (c >= ' ' && c < 0x7f) text += c;
    return text;
}

core::Duration life_of(store::SessionKind kind) {
    return kind == store::SessionKind::staff ? staff_session_life : candidate_session_life;
}

void put_token(NewSession& made) {
    made.token = random_text<session_token_bytes>();
    made.row.token_hash = crypto::sha256(made.token);
    made.row.csrf = random_text<24>();
}

} // namespace

bool is_staff(const store::Account& account, const std::vector<store::Duty>& duties) {
    return account.administrator || !duties.empty();
}

NewSession new_session(const store::Account& account, store::SessionKind kind, core::Instant now,
                       bool proved, std::string_view device) {
    NewSession made;
    put_token(made);
    made.row.session = random_text<9>();
    made.row.account = account.account;
    made.row.kind = kind;
    made.row.device = printable(device);
    made.row.created_at = made.row.seen_at = now;
    made.row.expires_at = now + life_of(kind);
    made.row.reauth_at = proved ? now : core::Instant{};
    made.row.administrator = account.administrator;
    return made;
}

NewSession renewed(store::Session row, core::Instant proved_at) {
    NewSession made;
    made.row = std::move(row);
    put_token(made);
    made.row.seen_at = made.row.reauth_at = proved_at;
    return made;
}

api::Session session_body(const store::Reader& reader, const store::Session& row,
                          core::Instant now) {
    api::Session body;
    body.account = row.account;
    body.csrf = row.csrf;
    body.administrator = row.administrator;
    body.expires_at = row.expires_at;
    if (const auto account = reader.account(row.account)) {
        body.display_name = account->names.full_name;
        body.demo = account->demo;
    }
    for (auto& duty : reader.duties(row.account))
        body.duties.push_back({duty.contest, duty.person, std::move(duty.roles)});
    for (const auto& candidacy : reader.candidacies(row.account))
        body.candidacies.push_back({candidacy.contest, candidacy.candidate});
    if (row.reauth_at + proof_life > now) body.proved_until_at = row.reauth_at + proof_life;
    return body;
}

} // namespace thi::http
