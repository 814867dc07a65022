// A plan and a contest to try rules on: one post, one objective round, five officials, one
// candidate.

#pragma once
#include "core/command.h"
#include "core/contest.h"
#include "core/decide.h"
#include "core/fault.h"
#include "core/intake/decide.h"
#include "core/plan/calendar.h"
#include "core/plan/decide.h"

#include <string>
#include <string_view>
#include <utility>

namespace thi::sample {

// The id whose last characters are `n`.
template <class Id> Id id(unsigned int n) {
    const std::string digits = std::to_string(n);
    return *Id::parse(std::string{Id::prefix} + '_' + std::string(16 - digits.size(), '0') +
                      digits);
}

inline const auto admin = id<core::PersonId>(1);
inline const auto chair = id<core::PersonId>(2);
inline const auto vice = id<core::PersonId>(3);
inline const auto secretary = id<core::PersonId>(4);
inline const auto verifier_a = id<core::PersonId>(5);
inline const auto verifier_b = id<core::PersonId>(6);
inline const auto lan = id<core::CandidateId>(1);
inline const auto minh = id<core::CandidateId>(2);
inline const auto post = id<core::PostId>(1);
inline const auto other_post = id<core::PostId>(2);
inline const auto round = id<core::RoundId>(1);
inline const auto lan_applies = id<core::ApplicationId>(1);
inline const auto minh_applies = id<core::ApplicationId>(2);

// "2026-03-02 08:00" in Viet Nam.
core::Instant at(std::string_view text);
core::Date day(std::string_view text);

// Everything set or waived, nothing inconsistent: intake 2–31 March 2026, the round on 16 May.
core::Plan plan();

// Two people's approvals given at `now`, of one act.
core::Approvals approvals(core::Instant now, core::PersonId first = chair,
                          core::PersonId second = vice);

core::PublishContest publication(const core::Plan& plan, core::Instant now);

// Decides by decide_on and applies what comes of it, as the writer does.
template <class Command>
core::Result<core::Events> act(core::Contest& contest, const Command& command, core::Instant now) {
    auto events = decide_on(contest, command, now);
    if (!events) return events;
    for (const auto& event : *events) {
        std::visit(
            [&](const auto& happened) {
                if constexpr (requires { apply_on(contest, happened, core::Record{}); })
                    apply_on(contest, happened, core::Record{contest.size, now, {}, {}});
            },
            event);
        ++contest.size;
    }
    contest.last_at = now;
    return events;
}

// The code of a refusal, or "ok".
template <class T> std::string said(const core::Result<T>& result);

// A contest published by this plan on 20 February 2026.
core::Contest published(const core::Plan& plan);
inline core::Contest published() {
    return published(plan());
}

// A dossier that passes every criterion of the sample plan.
core::Dossier dossier();
core::Apply application(core::ApplicationId application = lan_applies,
                        core::CandidateId candidate = lan, core::PostId to = post);

// Published, in intake, with one application and the machine's findings.
core::Contest with_application(const core::Plan& plan);
core::Contest with_application(const core::Plan& plan, const core::Dossier& dossier);

// Both verifiers pass every criterion, except that `failed` fails.
void verify(core::Contest& contest, core::ApplicationId application, core::Instant now,
            std::string_view failed = {});

// With one candidate found eligible, one refused for age, and the list posted on 10 April 2026.
core::Contest listed(const core::Plan& plan);

std::string code_text(core::Code code);
template <class T> std::string said(const core::Result<T>& result) {
    return result ? "ok" : code_text(result.error().code);
}

} // namespace thi::sample
