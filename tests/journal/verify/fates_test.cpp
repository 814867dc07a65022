// 01.06: whoever was eligible is told of in every round that he reached.

#include "catch.h"
#include "core/sitting/exam.h"
#include "journal/verify/fates.h"

using namespace thi;

namespace {

const auto sat_round = core::id<core::RoundId>(1);
const auto heard_round = core::id<core::RoundId>(2);
const auto one = core::id<core::CandidateId>(1);

// One candidate, who never came to the objective round; then a defence without a gate before it.
core::Contest contest() {
    core::Contest made;
    core::Post post;
    post.post = core::post_one;
    made.plan.post.list.value = std::vector{post};
    core::Round objective;
    objective.round = sat_round;
    objective.type = core::RoundType::objective;
    objective.scale = core::Points{10'000};
    made.plan.rounds.value = std::vector{objective};
    core::Application application;
    application.application = core::id<core::ApplicationId>(1);
    application.candidate = one;
    application.post = core::post_one;
    application.eligible = true;
    made.applications[application.application] = application;
    return made;
}

void seat(core::Contest& made, unsigned int number, bool started) {
    core::Sitting sitting;
    sitting.sitting = core::id<core::SittingId>(number);
    sitting.candidate = one;
    sitting.round = sat_round;
    sitting.ended = core::EndReason::deadline;
    if (started) sitting.started_at = core::day;
    made.sittings[sitting.sitting] = sitting;
    made.rounds[sat_round].sittings.push_back(sitting.sitting);
    if (!started) made.rounds[sat_round].latest[one] = sitting.sitting;
}

std::size_t failures(const core::Contest& made) {
    journal::Report report;
    journal::check_fates(made, "leaf 9", report);
    return report["01.06"].positions.size();
}

} // namespace

TEST_CASE("01.06 a candidate who was given no place is missed", "[journal][verify]") {
    auto made = contest();
    CHECK(failures(made) == 1);
    made.remedies.emplace_back(); // It may have lifted him over a gate since.
    CHECK(failures(made) == 0);
    made.remedies.clear();
    seat(made, 1, false); // Absent is a fate.
    CHECK(failures(made) == 0);
}

TEST_CASE("01.06 nobody sits a round twice", "[journal][verify]") {
    auto made = contest();
    seat(made, 1, false);
    seat(made, 2, true);
    CHECK(failures(made) == 0);
    seat(made, 3, true);
    CHECK(failures(made) == 1);
}

TEST_CASE("01.06 in a defence a candidate is heard or noted as absent", "[journal][verify]") {
    auto made = contest();
    auto& rounds = *made.plan.rounds.value;
    rounds[0].round = heard_round;
    rounds[0].type = core::RoundType::defence;
    CHECK(failures(made) == 1);
    auto& hearing = made.defences[heard_round].hearings[one];
    hearing.step = core::DefenceStep::questions;
    CHECK(failures(made) == 1);
    hearing.step = core::DefenceStep::absent;
    CHECK(failures(made) == 0);
}
