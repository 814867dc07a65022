#include "core/marking/council_day.h"

#include "catch.h"

namespace thi::core {

CouncilDay::CouncilDay() : Exam(12) {
    Round round;
    round.round = defence;
    round.type = RoundType::defence;
    round.title = "Bảo vệ đề án";
    round.weight = 1;
    round.scale = Points{10'000};
    round.pass = Points{5'000};
    round.opens = day + 1h;
    auto& plan = contest.plan;
    plan.rounds = chosen(std::vector<Round>{round});
    std::vector<Post> posts(3);
    for (unsigned int i = 0; i < 3; ++i) {
        posts[i].post = post_of_day(i + 1);
        posts[i].seats = 1;
    }
    plan.post.list = chosen(posts);
    plan.council.quorum = chosen(Fraction{2, 3});
    plan.council.min_members = chosen(Whole{9});
    plan.defence.presentation_max = chosen(Whole{45});
    plan.defence.qa_max = chosen(Whole{30});
    plan.defence.late_overrun_action = chosen(Overrun::cut_off);
    plan.defence.order = chosen(OrderRule::public_draw);
    plan.panel.ballot = chosen(BallotKind::secret);
    plan.panel.ballot_timing = chosen(BallotTiming::after_each_candidate);
    plan.panel.scores_per_member = chosen(Whole{1});
    plan.panel.score_min = chosen(Points{0});
    plan.panel.score_max = chosen(Points{10'000});
    plan.panel.score_step = chosen(Points{100});
    plan.panel.aggregate = chosen(Aggregate::mean);
    plan.project.deadline_before_contest = chosen(Whole{2});
    plan.result.tie_break = chosen(std::vector<TieRung>{
        TieRung::project_mark, TieRung::council_vote, TieRung::chair_decision});
    contest.officials.erase(who::chair);
    for (unsigned int i = 1; i <= 12; ++i)
        contest.officials[councillor(i)].roles = {i == 1   ? Role::chair
                                                  : i == 2 ? Role::vice_chair
                                                           : Role::council_member};
    Whole number = 0;
    for (auto& [id, application] : contest.applications) {
        application.number = ++number;
        application.post = post_of_day(number <= 5 ? 1 : number <= 8 ? 2 : 3);
    }
    contest.stage = Stage::defence;
    now = day + 1h;
}

std::vector<PersonId> CouncilDay::everybody() const {
    std::vector<PersonId> all;
    for (unsigned int i = 1; i <= 12; ++i)
        all.push_back(councillor(i));
    return all;
}

void CouncilDay::draw_order(unsigned int post) {
    const auto name = order_draw_name(defence, post_of_day(post));
    FreezeDraw freeze;
    freeze.by = who::secretary;
    freeze.draw = name;
    freeze.purpose = DrawPurpose::order;
    freeze.round = defence;
    play(freeze);
    for (unsigned int i = 1; i <= 2; ++i) {
        const auto nonce = crypto::sha256("nonce" + std::to_string(i));
        play(CommitDraw{
            .by = councillor(i), .draw = name, .commitment = crypto::sha256(crypto::view(nonce))});
    }
    for (unsigned int i = 1; i <= 2; ++i)
        play(RevealDraw{.by = councillor(i),
                        .draw = name,
                        .nonce = crypto::sha256("nonce" + std::to_string(i))});
    play(ResolveDraw{.by = who::secretary, .draw = name, .sittings = {}});
}

void CouncilDay::open(unsigned int post) {
    draw_order(post);
    play(OpenDefence{
        .by = who::secretary, .round = defence, .post = post_of_day(post), .present = everybody()});
}

StepDefence CouncilDay::step(CandidateId candidate, DefenceStep step, std::string reason) const {
    return {.by = who::secretary,
            .round = defence,
            .candidate = candidate,
            .step = step,
            .reason = std::move(reason)};
}

void CouncilDay::hear(CandidateId candidate, bool close) {
    play(step(candidate, DefenceStep::presentation));
    play(step(candidate, DefenceStep::questions));
    play(step(candidate, DefenceStep::deliberation));
    if (close) play(step(candidate, DefenceStep::closed));
}

std::vector<CandidateId> CouncilDay::order(unsigned int post) const {
    return contest.defences.at(defence).days.at(post_of_day(post)).order;
}

void CouncilDay::issue_all(CandidateId candidate) {
    for (const auto& member : everybody())
        play(IssueBallot{.member = member, .round = defence, .candidate = candidate});
}

CountBallots CouncilDay::box(CandidateId candidate,
                             const std::vector<std::optional<Whole>>& points) {
    CountBallots count;
    count.by = who::secretary;
    count.round = defence;
    count.candidate = candidate;
    for (const auto& one : points) {
        BoxedBallot ballot;
        ballot.ballot = id<BallotId>(++ballots_);
        ballot.token_digest = crypto::sha256("token" + std::to_string(ballots_));
        ballot.salt = crypto::sha256("salt" + std::to_string(ballots_));
        if (one) ballot.score = Points{*one * 100};
        count.box.push_back(ballot);
    }
    count.approvals = both(councillor(1), who::secretary);
    return count;
}

const Hearing& CouncilDay::hearing(CandidateId candidate) const {
    const auto* found = find_hearing(contest, defence, candidate);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace thi::core
