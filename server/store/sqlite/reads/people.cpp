// Accounts, sessions, messages, and who stands behind a pseudonym.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"
#include "store/sqlite/sealed_message.h"

namespace thi::store::sqlite {

namespace {

Session read_session(const Rows& rows) {
    Session session;
    session.token_hash = rows.digest(0);
    session.session = rows.str(1);
    session.account = rows.id<core::AccountId>(2);
    session.kind = enumerator<SessionKind>(rows.text(3));
    session.csrf = rows.str(4);
    session.device = rows.str(5);
    session.created_at = rows.instant(6);
    session.seen_at = rows.instant(7);
    session.expires_at = rows.instant(8);
    session.reauth_at = rows.instant(9);
    session.administrator = rows.flag(10);
    return session;
}

PersonNames open_names(const Sealed& sealed, core::AccountId account, std::string_view bytes) {
    const auto json = sealed.unseal(account, bytes, "account.sealed_person", account.text());
    return json ? decoded<PersonNames>(*json) : PersonNames{};
}

Account read_account(const Rows& rows, const Sealed& sealed) {
    Account account;
    account.account = rows.id<core::AccountId>(0);
    account.names = open_names(sealed, account.account, rows.blob(1));
    account.password = rows.str(2);
    account.administrator = rows.flag(3);
    account.demo = rows.flag(4);
    account.disabled = rows.flag(5);
    account.created_at = rows.instant(6);
    return account;
}

Message read_message(const Rows& rows, const Sealed& sealed) {
    Message message;
    message.message = rows.integer(0);
    message.account = rows.id<core::AccountId>(1);
    message.created_at = rows.instant(3);
    message.sent_at = rows.maybe_instant(4);
    message.attempts = rows.integer(5);
    const auto json = sealed.unseal(message.account, rows.blob(2), "message.sealed_message",
                                    message.account.text());
    if (json) {
        auto content = decoded<SealedMessage>(*json);
        message.subject = std::move(content.subject);
        message.text = std::move(content.text);
    }
    return message;
}

} // namespace

std::optional<Session> Reader::session(const crypto::Digest& token_hash) const {
    auto rows = db_.select(
        "SELECT token_hash, session, s.account, kind, csrf, device, s.created_at, seen_at, "
        "expires_at, reauth_at, administrator FROM session s JOIN account USING (account) "
        "WHERE token_hash = ?",
        token_hash);
    if (!rows.next()) return std::nullopt;
    return read_session(rows);
}

std::vector<Session> Reader::sessions_of(core::AccountId account) const {
    std::vector<Session> sessions;
    auto rows = db_.select(
        "SELECT token_hash, session, s.account, kind, csrf, device, s.created_at, seen_at, "
        "expires_at, reauth_at, administrator FROM session s JOIN account USING (account) "
        "WHERE s.account = ? ORDER BY seen_at DESC, session",
        account);
    while (rows.next())
        sessions.push_back(read_session(rows));
    return sessions;
}

std::optional<Account> Reader::account(core::AccountId account) const {
    auto rows = db_.select("SELECT account, sealed_person, password, administrator, demo, "
                           "disabled, created_at FROM account WHERE account = ?",
                           account);
    if (!rows.next()) return std::nullopt;
    return read_account(rows, sealed_);
}

std::optional<Account> Reader::account_named(std::string_view identifier) const {
    const auto index = sealed_.vault().identifier_index(identifier);
    auto rows = db_.select("SELECT account, sealed_person, password, administrator, demo, "
                           "disabled, created_at FROM account WHERE identifier_index = ?",
                           index);
    if (!rows.next()) return std::nullopt;
    return read_account(rows, sealed_);
}

std::vector<Account> Reader::accounts() const {
    std::vector<Account> accounts;
    auto rows = db_.select("SELECT account, sealed_person, password, administrator, demo, "
                           "disabled, created_at FROM account ORDER BY created_at, account");
    while (rows.next())
        accounts.push_back(read_account(rows, sealed_));
    return accounts;
}

std::vector<Candidacy> Reader::candidacies(core::AccountId account) const {
    std::vector<Candidacy> candidacies;
    auto rows = db_.select("SELECT contest, candidate FROM candidate WHERE account = ? "
                           "ORDER BY contest",
                           account);
    while (rows.next())
        candidacies.push_back({rows.id<core::ContestId>(0), rows.id<core::CandidateId>(1)});
    return candidacies;
}

std::vector<Duty> Reader::duties(core::AccountId account) const {
    std::vector<Duty> duties;
    // A contest that has a log has its roles there; a draft has them in its own table.
    auto rows = db_.select(
        "SELECT p.contest, p.person, role FROM person p JOIN official o "
        "ON o.contest = p.contest AND o.person = p.person AND o.revoked_idx IS NULL "
        "WHERE p.account = ?1 UNION ALL "
        "SELECT p.contest, p.person, role FROM person p JOIN draft_official d "
        "ON d.contest = p.contest AND d.person = p.person "
        "WHERE p.account = ?1 AND NOT EXISTS (SELECT 1 FROM contest c WHERE c.contest = p.contest) "
        "ORDER BY 1, 2, 3",
        account);
    while (rows.next()) {
        const auto contest = rows.id<core::ContestId>(0);
        if (duties.empty() || duties.back().contest != contest)
            duties.push_back({contest, rows.id<core::PersonId>(1), {}});
        duties.back().roles.push_back(enumerator<core::Role>(rows.text(2)));
    }
    return duties;
}

std::optional<core::CandidateId> Reader::candidate_of(core::ContestId contest,
                                                      core::AccountId account) const {
    auto rows = db_.select("SELECT candidate FROM candidate WHERE contest = ? AND account = ?",
                           contest, account);
    if (!rows.next()) return std::nullopt;
    return rows.id<core::CandidateId>(0);
}

std::optional<core::PersonId> Reader::person_of(core::ContestId contest,
                                                core::AccountId account) const {
    auto rows =
        db_.select("SELECT person FROM person WHERE contest = ? AND account = ?", contest, account);
    if (!rows.next()) return std::nullopt;
    return rows.id<core::PersonId>(0);
}

std::optional<core::AccountId> Reader::account_of(core::CandidateId candidate) const {
    auto rows = db_.select("SELECT account FROM candidate WHERE candidate = ?", candidate);
    if (!rows.next()) return std::nullopt;
    return rows.id<core::AccountId>(0);
}

std::optional<core::AccountId> Reader::account_of(core::PersonId person) const {
    auto rows = db_.select("SELECT account FROM person WHERE person = ?", person);
    if (!rows.next()) return std::nullopt;
    return rows.id<core::AccountId>(0);
}

PersonNames Reader::names(core::AccountId account) const {
    auto rows = db_.select("SELECT sealed_person FROM account WHERE account = ?", account);
    return rows.next() ? open_names(sealed_, account, rows.blob(0)) : PersonNames{};
}

std::map<core::CandidateId, PersonNames> Reader::candidate_names(core::ContestId contest) const {
    std::map<core::CandidateId, PersonNames> names;
    auto rows = db_.select("SELECT candidate, account, sealed_person FROM candidate "
                           "JOIN account USING (account) WHERE contest = ?",
                           contest);
    while (rows.next())
        names.emplace(rows.id<core::CandidateId>(0),
                      open_names(sealed_, rows.id<core::AccountId>(1), rows.blob(2)));
    return names;
}

std::vector<Message> Reader::messages(core::AccountId account) const {
    std::vector<Message> messages;
    auto rows = db_.select("SELECT message, account, sealed_message, created_at, sent_at, attempts "
                           "FROM message WHERE account = ? ORDER BY created_at DESC, message DESC",
                           account);
    while (rows.next())
        messages.push_back(read_message(rows, sealed_));
    return messages;
}

std::vector<Message> Reader::unsent_messages(core::Whole attempts_max, std::size_t count) const {
    std::vector<Message> messages;
    auto rows = db_.select("SELECT message, account, sealed_message, created_at, sent_at, attempts "
                           "FROM message WHERE sent_at IS NULL AND attempts < ? "
                           "ORDER BY attempts, message LIMIT ?",
                           attempts_max, count);
    while (rows.next())
        messages.push_back(read_message(rows, sealed_));
    return messages;
}

std::optional<std::string> Reader::value(std::string_view name) const {
    auto rows = db_.select("SELECT value FROM site_value WHERE name = ?", name);
    if (!rows.next()) return std::nullopt;
    return rows.str(0);
}

} // namespace thi::store::sqlite
