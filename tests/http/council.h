// A contest with its people, at any step of its life: what tests of handlers begin with.

#pragma once
#include "core/plan/sample.h"
#include "site_house.h"

#include <map>

namespace thi::http::test {

// Officials are signed in again whenever the clock is set, with the password just entered.
class Council {
  public:
    // A draft of the sample plan with all officials appointed, on 20 February 2026.
    Council();

    void set_clock(core::Instant at);
    void publish();
    // An act that needs two people: the chair proposes, the vice chair approves.
    Told act(std::string_view name, std::string_view body);
    static std::string proposal(std::string_view name, std::string_view body);

    std::string path(std::string_view rest = {}) const {
        return "/api/contests/" + contest + std::string{rest};
    }
    Browser& operator[](std::string_view who) { return browsers_.at(std::string{who}); }
    std::string person(std::string_view who);

    // Registers an account with that name before "@thi.test" and signs it in.
    Browser& candidate(std::string_view who, std::string_view full_name);

    SiteHouse house;
    std::string contest;

  private:
    void add(std::string_view who, std::string_view full_name, bool administrator = false);

    std::map<std::string, core::AccountId, std::less<>> accounts_;
    std::map<std::string, Browser, std::less<>> browsers_;
};

// The sample plan as its canonical document.
std::string sample_plan_json();

} // namespace thi::http::test
