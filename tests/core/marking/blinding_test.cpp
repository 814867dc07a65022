// Blinding: who can know a code, and when.

#include "catch.h"
#include "core/marking/written.h"
#include "core/plan/life.h"
#include "core/plan/parameters.h"
#include "core/sitting/draw.h"

#include <algorithm>
#include <set>

using namespace thi::core;

namespace {

std::vector<CandidateId> pool_of(unsigned int count) {
    std::vector<CandidateId> pool;
    for (unsigned int i = 1; i <= count; ++i)
        pool.push_back(id<CandidateId>(i));
    return pool;
}

// Bit by bit, as the document says it.
std::string bits_as_characters(const thi::crypto::Digest& key) {
    std::string bits;
    for (const auto byte : key.bytes)
        for (int bit = 7; bit >= 0; --bit)
            bits += (byte >> bit) & 1 ? '1' : '0';
    bits += "0000";
    std::string text;
    for (std::size_t i = 0; i < bits.size(); i += 5)
        text += "0123456789abcdefghjkmnpqrstvwxyz"[std::stoul(bits.substr(i, 5), nullptr, 2)];
    return text;
}

} // namespace

TEST_CASE("a blinding draw is fixed before the bell and opens to the server alone",
          "[core][marking][blinding]") {
    Written exam{3, 2};
    exam.seal_essays();
    exam.plan_rooms();
    auto late = exam;
    late.now = day + 10h;
    CHECK(late.refused(late.freezing()) == Code::deadline_passed);
    auto by_hand = exam.freezing();
    by_hand.pool = {id<CandidateId>(1)};
    CHECK(exam.refused(by_hand) == Code::invalid_field);
    auto stranger = exam.freezing();
    stranger.by = who::marker(1);
    CHECK(exam.refused(stranger) == Code::forbidden);
    auto objective = exam;
    (*objective.contest.plan.rounds.value)[1].type = RoundType::objective;
    CHECK(objective.refused(exam.freezing()) == Code::invalid_field);

    exam.play(exam.freezing());
    CHECK(exam.contest.draws.at(blinding).pool == pool_of(3));
    const auto commit = [](PersonId by, int number) {
        return CommitDraw{by, blinding,
                          thi::crypto::sha256(thi::crypto::view(Written::nonce(number)))};
    };
    exam.play(commit(who::blinder, 1));
    exam.now = day + 10h;
    CHECK(exam.refused(commit(who::chair, 2)) == Code::deadline_passed);
    CHECK(exam.refused(RevealSeed{who::blinder, blinding, Written::nonce(1)}) == Code::incomplete);
    exam.now = day + 10h - 1ms;
    exam.play(commit(who::chair, 2));
    CHECK(exam.refused(RevealDraw{who::chair, blinding, Written::nonce(2)}) == Code::wrong_state);
    CHECK(exam.refused(ResolveDraw{who::chair, blinding, {}}) == Code::wrong_state);
    CHECK(exam.refused(RevealSeed{who::chair, blinding, Written::nonce(2)}) == Code::too_early);
    exam.now = day + 10h;
    CHECK(exam.refused(RevealSeed{who::chair, blinding, Written::nonce(1)}) == Code::invalid_field);
    CHECK(exam.refused(RevealSeed{who::secretary, blinding, Written::nonce(1)}) == Code::not_found);
    exam.play(RevealSeed{who::chair, blinding, Written::nonce(2)});
    CHECK(exam.refused(RevealSeed{who::chair, blinding, Written::nonce(2)}) == Code::already_done);
    CHECK(exam.contest.draws.at(blinding).reveals.size() == 1);
}

TEST_CASE("nobody gets a seat in a written round before two people have committed to its codes",
          "[core][marking][blinding]") {
    Written exam{2, 2};
    exam.seal_essays();
    exam.plan_rooms();
    const std::string seats = "seats/" + exam_round.str();
    exam.play(FreezeDraw{who::secretary, seats, DrawPurpose::seats, exam_round, {}});
    for (const int i : {1, 2})
        exam.play(CommitDraw{i == 1 ? who::chair : who::secretary, seats,
                             thi::crypto::sha256(thi::crypto::view(Written::nonce(i + 10)))});
    exam.play(RevealDraw{who::chair, seats, Written::nonce(11)});
    exam.play(RevealDraw{who::secretary, seats, Written::nonce(12)});
    const ResolveDraw resolve{who::chair, seats, {id<SittingId>(1), id<SittingId>(2)}};
    CHECK(exam.refused(resolve) == Code::incomplete);
    exam.commit_blinding();
    CHECK(exam.ask(resolve));
}

TEST_CASE("a code is the beginning of the candidate's key in base32", "[core][marking][blinding]") {
    const auto seed = thi::crypto::sha256("seed");
    const auto codes = blind_codes(seed, "d", pool_of(40), 8);
    REQUIRE(codes.size() == 40);
    CHECK(std::is_sorted(codes.begin(), codes.end(),
                         [](const auto& a, const auto& b) { return a.code < b.code; }));
    const auto order = drawn_order(seed, "d", pool_of(40));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        CHECK(codes[i].candidate == order[i]);
        const auto key = draw_key(seed, "d", order[i].text());
        CHECK(codes[i].code == bits_as_characters(key).substr(0, 8));
    }
    const auto longest = blind_codes(seed, "d", pool_of(2), 32);
    CHECK(longest[0].code.substr(0, 8) == blind_codes(seed, "d", pool_of(2), 8)[0].code);
}

TEST_CASE("of two candidates with the same beginning the later in drawn order moves on",
          "[core][marking][blinding]") {
    bool collided = false;
    for (int n = 0; n < 3; ++n) {
        const auto seed = thi::crypto::sha256("seed " + std::to_string(n));
        const auto codes = blind_codes(seed, "d", pool_of(3'000), 4);
        std::set<std::string> taken;
        for (const auto& [candidate, code] : codes) {
            const auto text = bits_as_characters(draw_key(seed, "d", candidate.text()));
            std::size_t at = 0;
            while (taken.contains(text.substr(at, 4)))
                ++at;
            collided = collided || at > 0;
            CHECK(code == text.substr(at, 4));
            CHECK(taken.insert(code).second);
        }
    }
    CHECK(collided);
}

TEST_CASE("scripts are blinded in drawn order, of those who sat, when the round is over",
          "[core][marking][blinding]") {
    Written exam{6, 2};
    exam.hold({3});
    CHECK(exam.refused(exam.blinding_of()) == Code::incomplete);
    exam.play(RevealSeed{who::blinder, blinding, Written::nonce(1)});
    CHECK(exam.refused(exam.blinding_of()) == Code::incomplete);
    exam.play(RevealSeed{who::chair, blinding, Written::nonce(2)});
    auto other = exam.blinding_of();
    other.by = who::head_of_marking;
    CHECK(exam.refused(other) == Code::forbidden);
    auto going_on = exam;
    going_on.contest.sittings.at(exam.sitting_of(1)).ended.reset();
    CHECK(going_on.refused(exam.blinding_of()) == Code::incomplete);
    auto undecided = exam;
    LateAnswer late;
    late.received_at = day + 11h + 5min;
    undecided.contest.sittings.at(exam.sitting_of(1)).late_answers = {late};
    CHECK(undecided.refused(exam.blinding_of()) == Code::incomplete);

    const auto events = exam.play(exam.blinding_of());
    REQUIRE(events.size() == 5);
    std::vector<CandidateId> order;
    for (const auto& event : events) {
        const auto& blinded = std::get<ScriptBlinded>(event);
        const auto candidate = candidate_of(exam.contest, exam_round, blinded.code);
        REQUIRE(candidate);
        order.push_back(*candidate);
        const auto& sitting = *script_sitting(exam.contest, exam_round, *candidate);
        CHECK(blinded.script_hash == hash_of(essay_paper(), script_answers(exam.contest, sitting)));
    }
    auto expected = drawn_order(seed_of(exam.contest.draws.at(blinding)), blinding, pool_of(6));
    std::erase(expected, id<CandidateId>(3));
    CHECK(order == expected);
    CHECK_FALSE(code_of(exam.contest, exam_round, id<CandidateId>(3)));
    CHECK(exam.refused(exam.blinding_of()) == Code::already_done);
    CHECK(exam.refused(RevealSeed{who::chair, blinding, Written::nonce(2)}) == Code::wrong_state);
}

TEST_CASE("marking.blind_code_length: codes are as long as the plan says",
          "[core][marking][blinding]") {
    for (const Whole length : {4, 12}) {
        Written exam{2, 2};
        exam.contest.plan.marking.blind_code_length.value = length;
        exam.begin_marking();
        for (const auto& code : exam.codes())
            CHECK(std::ssize(code) == length);
    }
}

TEST_CASE("marking.blinding false and more than two markers are not supported",
          "[core][marking][blinding]") {
    Written exam{2, 2};
    exam.hold();
    exam.open_seeds();
    auto open = exam;
    open.contest.plan.marking.blinding.value = false;
    CHECK(open.refused(open.blinding_of()) == Code::not_supported_yet);
    CHECK_FALSE(supported(open.contest.plan));
    auto many = exam;
    many.contest.plan.marking.markers_per_script.value = 3;
    CHECK(many.refused(many.blinding_of()) == Code::not_supported_yet);
    CHECK(supported(exam.contest.plan));
}

TEST_CASE("nothing of a blinded script changes any more", "[core][marking][blinding]") {
    Written exam{2, 2};
    exam.hold();
    LateAnswer late;
    late.item = essay_one;
    late.lease = 1;
    late.seq = 2;
    late.received_at = day + 11h + 5min;
    late.counts = false;
    exam.contest.sittings.at(exam.sitting_of(1)).late_answers = {late};
    const auto leaders = exam.both(who::chair, who::head);
    DecideLate decide{who::chair, exam.sitting_of(1), 1, 2, 2, true, "lý do", leaders};
    const RemoveTime remove{who::head,        exam_round, {},     day + 10h,
                            day + 10h + 5min, "mất điện", leaders};
    CHECK(exam.ask(decide));
    CHECK(exam.ask(remove));
    exam.blind();
    CHECK(exam.refused(decide) == Code::wrong_state);
    CHECK(exam.refused(remove) == Code::wrong_state);
    decide.counts = false;
    CHECK(exam.ask(decide));
    exam.contest.sittings.at(exam.sitting_of(1)).late_answers[0].counts = true;
    CHECK(exam.refused(decide) == Code::wrong_state);
}

TEST_CASE("codes and candidates come together by two people when every script is settled",
          "[core][marking][blinding]") {
    Written exam{3, 2};
    exam.begin_marking();
    exam.assign();
    const auto unblind = [&](PersonId first, PersonId second) {
        return UnblindScripts{first, exam_round, exam.both(first, second)};
    };
    CHECK(exam.refused(unblind(who::blinder, who::chair)) == Code::incomplete);
    exam.mark_all(7'000);
    CHECK(exam.refused(unblind(who::head_of_marking, who::chair)) == Code::needs_approval);
    CHECK(exam.refused(unblind(who::blinder, who::marker(1))) == Code::forbidden);
    CHECK(exam.refused(UnblindScripts{who::blinder, exam_round, exam.one(who::blinder)}) ==
          Code::needs_approval);
    CHECK_FALSE(marking_over(exam.contest));
    exam.contest.trace_hash = thi::crypto::sha256("traces");
    const AdvanceStage on{who::chair, Stage::scored, {}, {}};
    CHECK(may_advance(exam.contest, on, exam.now).error().code == Code::incomplete);
    auto open = exam;
    open.marking().anomalies.push_back({exam.codes()[0], AnomalyKind::name, {}, "x", {}, {}});
    CHECK(open.refused(unblind(who::blinder, who::chair)) == Code::incomplete);
    exam.play(unblind(who::blinder, who::head_of_marking));
    CHECK(exam.marking().unblinded_at);
    CHECK(marking_over(exam.contest));
    CHECK(may_advance(exam.contest, on, exam.now));
    CHECK(exam.refused(unblind(who::blinder, who::chair)) == Code::wrong_state);
}
