// Accounts made from the command line, and links that sign in without a password.

#pragma once
#include "core/fault.h"
#include "core/ids.h"
#include "core/time.h"

#include <string>

namespace thi::app {

class Site;

constexpr core::Duration link_life{24 * 60 * 60 * 1000};

struct NewPerson {
    std::string identifier;
    std::string full_name;
    std::string password; // Empty: nobody can sign in with a password.
    bool administrator = false;
    bool demo = false;
};

// Refused (`already_done`) where the identifier is taken. Names are brought to NFC; the given name
// is the last word.
core::Result<core::AccountId> add_account(Site& site, const NewPerson& person);

core::Result<void> set_password(Site& site, core::AccountId account, const std::string& password,
                                bool administrator);

struct LinkRules {
    bool reusable = false;
    core::Duration lives = link_life;
};

// A new link; what stands behind # in /dang-nhap#. Only its hash is kept.
std::string add_link(Site& site, core::AccountId account, const LinkRules& rules);

} // namespace thi::app
