// Accounts, sessions, links and messages.

#include "store/sqlite/sealed_message.h"
#include "store/sqlite/writes/site.h"
#include "text/described.h"

namespace thi::store::sqlite {

namespace {

core::Fault absent(std::string vi, std::string en) {
    return {core::Code::not_found, {std::move(vi), std::move(en)}, {}};
}

} // namespace

core::Result<void> SiteWriter::add_account(const Account& account) {
    const auto index = sealed_.vault().identifier_index(account.names.identifier);
    {
        auto rows = db_.select("SELECT 1 FROM account WHERE identifier_index = ?", index);
        if (rows.next())
            return core::Fault{core::Code::already_done,
                               {"Tên đăng nhập này đã có tài khoản.",
                                "There is already an account with this identifier."},
                               {}};
    }
    const auto key = sealed_.vault().fresh_person_key(account.account);
    db_.run("INSERT INTO person_key (account, wrapped) VALUES (?, ?)", account.account,
            Blob{key.wrapped});
    const auto person = sealed_.seal(account.account, text::to_text(account.names),
                                     "account.sealed_person", account.account.text());
    db_.run("INSERT INTO account (account, identifier_index, sealed_person, password, "
            "administrator, demo, disabled, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            account.account, index, Blob{person}, account.password, account.administrator,
            account.demo, account.disabled, account.created_at);
    return {};
}

void SiteWriter::set_password(core::AccountId account, std::string_view phc) {
    db_.run("UPDATE account SET password = ? WHERE account = ?", phc, account);
}

void SiteWriter::set_administrator(core::AccountId account, bool administrator) {
    db_.run("UPDATE account SET administrator = ? WHERE account = ?", administrator, account);
}

void SiteWriter::set_disabled(core::AccountId account, bool disabled) {
    db_.run("UPDATE account SET disabled = ? WHERE account = ?", disabled, account);
    if (disabled) end_sessions_of(account);
}

void SiteWriter::erase_person(core::AccountId account) {
    db_.run("DELETE FROM person_key WHERE account = ?", account);
    // The index is a keyed hash of the identifier; it goes too.
    db_.run("UPDATE account SET identifier_index = CAST(account AS BLOB), password = '', "
            "disabled = 1 WHERE account = ?",
            account);
    db_.run("DELETE FROM link WHERE account = ?", account);
    end_sessions_of(account);
}

void SiteWriter::add_session(const Session& session) {
    db_.run("INSERT INTO session (token_hash, session, account, kind, csrf, device, created_at, "
            "seen_at, expires_at, reauth_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            session.token_hash, session.session, session.account, text::name_of(session.kind),
            session.csrf, session.device, session.created_at, session.seen_at, session.expires_at,
            session.reauth_at);
}

void SiteWriter::touch_session(const crypto::Digest& token_hash, core::Instant seen_at,
                               core::Instant expires_at) {
    db_.run("UPDATE session SET seen_at = ?, expires_at = ? WHERE token_hash = ?", seen_at,
            expires_at, token_hash);
}

void SiteWriter::prove_session(const crypto::Digest& token_hash, core::Instant at) {
    db_.run("UPDATE session SET reauth_at = ? WHERE token_hash = ?", at, token_hash);
}

void SiteWriter::end_session(const crypto::Digest& token_hash) {
    db_.run("DELETE FROM session WHERE token_hash = ?", token_hash);
}

core::Result<void> SiteWriter::end_session_of(core::AccountId account, std::string_view session) {
    db_.run("DELETE FROM session WHERE account = ? AND session = ?", account, session);
    if (db_.changes() == 0) return absent("Không có phiên này.", "There is no such session.");
    return {};
}

void SiteWriter::end_sessions_of(core::AccountId account) {
    db_.run("DELETE FROM session WHERE account = ?", account);
}

void SiteWriter::drop_expired(core::Instant now) {
    db_.run("DELETE FROM session WHERE expires_at <= ?", now);
    db_.run("DELETE FROM link WHERE expires_at <= ?", now);
}

void SiteWriter::add_link(const Link& link) {
    db_.run("INSERT INTO link (token_hash, account, reusable, expires_at) VALUES (?, ?, ?, ?)",
            link.token_hash, link.account, link.reusable, link.expires_at);
}

core::Result<core::AccountId> SiteWriter::use_link(const crypto::Digest& token_hash,
                                                   core::Instant now) {
    core::AccountId account;
    {
        auto rows = db_.select("SELECT account FROM link WHERE token_hash = ? AND expires_at > ? "
                               "AND (reusable = 1 OR used_at IS NULL)",
                               token_hash, now);
        if (!rows.next())
            return absent("Liên kết không còn hiệu lực.", "The link is no longer valid.");
        account = rows.id<core::AccountId>(0);
    }
    db_.run("UPDATE link SET used_at = ? WHERE token_hash = ?", now, token_hash);
    return account;
}

void SiteWriter::add_message(const Message& message) {
    const SealedMessage content{message.subject, message.text};
    const auto sealed = sealed_.seal(message.account, text::to_text(content),
                                     "message.sealed_message", message.account.text());
    db_.run("INSERT INTO message (account, sealed_message, created_at) VALUES (?, ?, ?)",
            message.account, Blob{sealed}, message.created_at);
}

void SiteWriter::message_sent(std::int64_t message, core::Instant at) {
    db_.run("UPDATE message SET sent_at = ?, attempts = attempts + 1 WHERE message = ?", at,
            message);
}

void SiteWriter::message_failed(std::int64_t message) {
    db_.run("UPDATE message SET attempts = attempts + 1 WHERE message = ?", message);
}

} // namespace thi::store::sqlite
