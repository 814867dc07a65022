// Bodies of accounts, sessions and messages. Names of members are the JSON names.

#pragma once
#include "core/ids.h"
#include "core/people.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace thi::http::api {

struct NewAccount {
    std::string identifier; // An e-mail address or a phone number.
    std::string password;
    std::string full_name;  // "Nguyễn Thị Minh Hà", NFC.
    std::string given_name; // "Hà": the name by which lists sort.
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (identifier, password, full_name, given_name))

struct SignIn {
    std::string identifier;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (identifier, password))

struct LinkSignIn {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkSignIn, (), (token))

struct PasswordProof {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordProof, (), (password))

// `current` is absent only where the account has no password yet.
struct NewPassword {
    std::optional<std::string> current;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (current, password))

struct ContestDuty {
    core::ContestId contest;
    core::PersonId person;
    std::vector<core::Role> roles;
};
BOOST_DESCRIBE_STRUCT(ContestDuty, (), (contest, person, roles))

struct ContestCandidacy {
    core::ContestId contest;
    core::CandidateId candidate;
};
BOOST_DESCRIBE_STRUCT(ContestCandidacy, (), (contest, candidate))

// Who is signed in. `csrf` goes into the header X-CSRF-Token of every unsafe request.
struct Session {
    core::AccountId account;
    std::string display_name;
    std::string csrf;
    bool administrator = false;
    bool demo = false; // The password is "demo" for approvals, and the page says so.
    std::vector<ContestDuty> duties;
    std::vector<ContestCandidacy> candidacies;
    std::optional<core::Instant> proved_until_at; // Approvals without the password until then.
    core::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (account, display_name, csrf, administrator, demo, duties, candidacies,
                       proved_until_at, expires_at))

struct SessionLine {
    std::string session; // A short public id, not the token.
    core::Instant created_at;
    core::Instant seen_at;
    std::string device;
    bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (session, created_at, seen_at, device, current))

struct SessionList {
    std::vector<SessionLine> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (sessions))

struct MessageLine {
    core::Instant at;
    std::string subject;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(MessageLine, (), (at, subject, text))

struct MessageList {
    std::vector<MessageLine> messages;
};
BOOST_DESCRIBE_STRUCT(MessageList, (), (messages))

struct ServerTime {
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(ServerTime, (), (server_now))

} // namespace thi::http::api
