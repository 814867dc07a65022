// A contest played by the commands that a council and its candidates would give, at the instants of
// a clock that the player sets. What it makes is an ordinary log: it verifies.

#pragma once
#include "app/clock.h"
#include "app/demo/people.h"
#include "app/site.h"
#include "core/command.h"
#include "core/contest.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace thi::app::demo {

class Player {
  public:
    // All three outlive the player. `site` must have been opened with `clock`.
    Player(Site& site, SetClock& clock, const Cast& cast);

    // A draft with this code, made by the administrator; published by chair and vice chair.
    void publish(const core::Plan& plan);

    void at(core::Instant instant) { clock_.set(instant); }
    core::Instant now() const { return clock_.now(); }

    // Throws with the refusal's words: a demo that is refused is our mistake.
    store::Committed play(core::Command command, store::SiteWrite also = {});
    // Stage after stage, by the secretary.
    void advance(core::Stage to);

    core::ContestId contest() const { return contest_; }
    const std::string& vkey() const { return vkey_; }
    const core::Plan& plan() const { return plan_; }
    Site& site() { return site_; }
    const Cast& cast() const { return cast_; }

    // The n-th official who holds a role.
    core::PersonId who(core::Role role, std::size_t n = 0) const;
    // Both to the same act, as it would have been proposed (docs/formats/approvals.md): its name,
    // and its body, one of http/api/acts.h in canonical JSON.
    core::Approvals both(core::PersonId first, core::PersonId second, std::string_view act,
                         std::string_view body) const;
    core::Approvals leaders(std::string_view act, std::string_view body) const; // Chair and vice.

    // Asks the contest as it stands.
    void ask(const std::function<void(const core::Contest&)>& question);

    std::vector<core::CandidateId> candidates; // As the cast has them, once they have applied.

  private:
    Site& site_;
    SetClock& clock_;
    const Cast& cast_;
    core::ContestId contest_;
    core::Plan plan_;
    std::string vkey_;
    std::vector<std::pair<core::PersonId, core::Role>> duties_;
};

} // namespace thi::app::demo
