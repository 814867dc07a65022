// The people of the demo contests: one persona for each duty, with a link that signs in, and
// candidates with names as one meets them. None of them exists.

#pragma once
#include "core/ids.h"
#include "core/people.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::app {

class Site;

namespace demo {

constexpr std::string_view password = "demo"; // Of every persona; opens nothing from elsewhere.

struct Persona {
    std::string_view identifier;
    std::string_view full_name;
    std::string_view duty_vi;
    std::string_view duty_en;
    std::vector<core::Role> roles{}; // None: the administrator, or a candidate.
    bool administrator = false;
};

// In the order in which their links are printed; the last three are candidates.
const std::vector<Persona>& personas();

struct Person {
    core::AccountId account;
    std::string identifier;
    std::string full_name;
    std::vector<core::Role> roles;
};

struct Cast {
    core::AccountId administrator;
    std::vector<Person> officials;
    std::vector<Person> candidates; // The three personas first.
};

// The personas and so many candidates; makes the accounts that are missing.
Cast cast(Site& site, std::size_t candidates);

struct PersonaLink {
    const Persona* persona = nullptr;
    std::string token; // What stands behind # in /dang-nhap#.
};
// A new link for each persona, good for a day and for this machine only. Throws where the personas
// do not exist yet.
std::vector<PersonaLink> links(Site& site);

} // namespace demo
} // namespace thi::app
