// A contest that is one defence round, played through the committer as the server plays it.

#include "core/marking/hearing.h"
#include "journal/results.h"
#include "store/story.h"

namespace thi::store::test {

using namespace core;

namespace {

struct Day {
    Story& story;
    unsigned int boxed = 0;

    void step(CandidateId candidate, DefenceStep step, std::string reason = {}) {
        story.play(
            StepDefence{sample::secretary, sample::round, candidate, step, std::move(reason)});
    }
    void hear(CandidateId candidate) {
        step(candidate, DefenceStep::presentation);
        step(candidate, DefenceStep::questions);
        story.play(
            AskQuestion{sample::secretary, sample::round, candidate, sample::chair, "Vì sao?"});
        step(candidate, DefenceStep::deliberation);
    }
    void issue(CandidateId candidate) {
        for (const auto member : {sample::chair, sample::vice})
            story.play(IssueBallot{member, sample::round, candidate},
                       [&](SiteWriter& site, const Events&) -> Result<void> {
                           site.put_ballot_key(sample::round, candidate, std::string(32, 'k'));
                           return {};
                       });
        for (int i = 0; i < 2; ++i)
            cast(candidate);
    }
    void cast(CandidateId candidate) {
        BoxedBallot ballot;
        ballot.ballot = sample::id<BallotId>(++boxed);
        ballot.token_digest = crypto::sha256("token " + std::to_string(boxed));
        if (boxed != 2) ballot.score = Points{8'000 + 100 * static_cast<std::int64_t>(boxed)};
        const auto put =
            story.committer().site_now([&](SiteWriter& site, const Events&) -> Result<void> {
                return site.box_ballot(sample::round, candidate, ballot);
            });
        if (!put) throw std::runtime_error("the box refused a ballot");
    }
    void count(CandidateId candidate, const std::vector<BoxedBallot>& box) {
        story.play(CountBallots{sample::secretary, sample::round, candidate, box, story.both()},
                   [&](SiteWriter& site, const Events&) {
                       return site.empty_box(sample::round, candidate, box.size());
                   });
    }
};

} // namespace

Plan defence_plan(BallotKind kind) {
    auto plan = story_plan();
    auto round = plan.rounds->front();
    round.type = RoundType::defence;
    round.practice = false;
    round.minutes = 0;
    set(plan.rounds, std::vector<Round>{round});
    set(plan.council.min_members, Whole{2});
    set(plan.council.quorum, Fraction{1, 2});
    set(plan.council.decision_rule, DecisionRule::majority_tie_chair);
    set(plan.defence.order, OrderRule::public_draw);
    set(plan.panel.ballot, kind);
    set(plan.panel.ballot_timing, BallotTiming::after_each_candidate);
    set(plan.panel.scores_per_member, Whole{1});
    set(plan.panel.score_min, Points{0});
    set(plan.panel.score_max, Points{10'000});
    set(plan.panel.score_step, Points{100});
    set(plan.panel.aggregate, Aggregate::mean);
    set(plan.panel.drop_outliers, Whole{0});
    set(plan.panel.discrepancy_rule, std::vector<Band>{});
    set(plan.panel.rubric, std::vector<RubricLine>{});
    return plan;
}

void play_defence(Story& story) {
    story.publish();
    story.take_applications();
    story.post_list();
    story.set_now(sample::at("2026-04-27 09:00"));
    story.play(AdvanceStage{sample::chair, Stage::preparing, {}, {}});
    story.play(FileProject{sample::round, sample::id<CandidateId>(1), crypto::sha256("project"),
                           1'000, story.now()});
    story.set_now(sample::at("2026-05-16 08:00"));
    story.play(AdvanceStage{sample::chair, Stage::defence, {}, {}});
    const auto post = story.state().plan.post.list->front().post;
    const auto draw = order_draw_name(sample::round, post);
    story.play(FreezeDraw{sample::secretary, draw, DrawPurpose::order, sample::round, {}});
    story.commit_and_reveal(draw);
    story.play(ResolveDraw{sample::secretary, draw, {}});
    story.play(OpenDefence{sample::secretary, sample::round, post, {sample::chair, sample::vice}});
    Day day{story};
    const auto order = story.state().defences.at(sample::round).days.at(post).order;
    const bool secret = *story.state().plan.panel.ballot == BallotKind::secret;
    for (const auto& candidate : order) {
        if (candidate == order.back()) {
            day.step(candidate, DefenceStep::absent, "Không đến.");
            break;
        }
        day.hear(candidate);
        if (secret) day.issue(candidate);
        for (const auto member : {sample::chair, sample::vice})
            if (!secret)
                story.play(ScoreSheet{member, sample::round, candidate, {{"", Points{8'000}}}});
        day.step(candidate, DefenceStep::closed);
    }
    for (const auto& candidate : order) {
        if (!secret || candidate == order.back()) continue;
        const auto number = static_cast<unsigned int>(&candidate - order.data());
        std::vector<BoxedBallot> box;
        for (unsigned int i = 2 * number + 1; i <= 2 * number + 2; ++i) {
            BoxedBallot ballot;
            ballot.ballot = sample::id<BallotId>(i);
            ballot.token_digest = crypto::sha256("token " + std::to_string(i));
            if (i != 2) ballot.score = Points{8'000 + 100 * static_cast<std::int64_t>(i)};
            box.push_back(ballot);
        }
        day.count(candidate, box);
    }
    story.play(ComputeScores{sample::secretary, &journal::trace_hash});
    story.play(AdvanceStage{sample::chair, Stage::scored, {}, {}});
}

} // namespace thi::store::test
