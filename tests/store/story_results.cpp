// The story's draws, scores and results.

#include "core/marking/blinding.h"
#include "core/result/ladder.h"
#include "journal/results.h"
#include "store/story.h"

namespace thi::store::test {

using namespace core;

namespace {

crypto::Digest nonce(int i) {
    return crypto::sha256("nonce" + std::to_string(i));
}

} // namespace

void Story::score() {
    play(ComputeScores{sample::secretary, &journal::trace_hash});
    play(AdvanceStage{sample::chair, Stage::scored, {}, {}});
    step_ties();
}

void Story::score_again() {
    play(ComputeScores{sample::secretary, &journal::trace_hash});
    step_ties();
}

void Story::step_ties() {
    for (auto ties = tally(state()).open_ties; !ties.empty(); ties = tally(state()).open_ties)
        draw_for(ties.front());
}

void Story::draw_for(const OpenTie& tie) {
    const auto draw = tie_draw_name(state(), tie);
    play(FreezeDraw{sample::secretary, draw, DrawPurpose::tie, {}, tie.candidates});
    commit_and_reveal(draw);
    play(ResolveDraw{sample::secretary, draw, {}});
    StepTie step{sample::secretary, tie.post, tie.next, {}, "Bốc thăm công khai", both()};
    const auto after = state();
    for (const auto candidate : *after.draws.at(draw).order)
        step.order.push_back({candidate});
    play(step);
}

// By the blinder and the chair; opened to the server alone when the sitting is over.
void Story::commit_blinding() {
    const auto draw = blinding_draw_name(sample::round);
    play(FreezeDraw{who::blinder, draw, DrawPurpose::blinding, sample::round, {}});
    play(CommitDraw{who::blinder, draw, crypto::sha256(crypto::view(nonce(1)))});
    play(CommitDraw{sample::chair, draw, crypto::sha256(crypto::view(nonce(2)))});
}

void Story::reveal_blinding() {
    const auto draw = blinding_draw_name(sample::round);
    play(RevealSeed{who::blinder, draw, nonce(1)});
    play(RevealSeed{sample::chair, draw, nonce(2)});
}

void Story::commit_and_reveal(const std::string& draw) {
    play(CommitDraw{sample::chair, draw, crypto::sha256(crypto::view(nonce(1)))});
    play(CommitDraw{sample::secretary, draw, crypto::sha256(crypto::view(nonce(2)))});
    play(RevealDraw{sample::secretary, draw, nonce(2)});
    play(RevealDraw{sample::chair, draw, nonce(1)});
}

PublishedFile Story::results() {
    const auto scored = state();
    PublishedFile file{story_contest,
                       {},
                       "results.json",
                       "application/json",
                       journal::results_file(scored, tally(scored), {})};
    file.sha256 = crypto::sha256(file.content);
    return file;
}

crypto::Digest Story::scored_root() {
    const auto scored = state();
    return store_.ask([&](const Reader& reader) {
        journal::Frontier tree{journal::scored_size(scored), stored_nodes(reader, story_contest)};
        return tree.root();
    });
}

void Story::release() {
    if (now() < sample::at("2026-05-20 09:00")) set_now(sample::at("2026-05-20 09:00"));
    const auto file = results();
    play(ReleaseResult{file.sha256, scored_root(), true, both()},
         [&](SiteWriter& site, const Events&) -> Result<void> {
             site.add_file(file);
             return {};
         });
    if (state().stage == Stage::scored) play(AdvanceStage{sample::chair, Stage::released, {}, {}});
}

void Story::finish() {
    play(FinaliseResult{results().sha256, scored_root(), true, both()});
    play(AdvanceStage{sample::chair, Stage::final_, {}, {}});
    play(DigestSecurity{"2026-05-20", crypto::sha256("log"), 12});
    play(CloseLog{sample::chair, both()});
}

} // namespace thi::store::test
