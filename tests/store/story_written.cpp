// A contest that is one written round, played through the committer: blinding, standard scripts, a
// marker who is stopped, every way to a settled mark, an appeal that moves one.

#include "core/marking/blinding.h"
#include "core/marking/scripts.h"
#include "core/result/appeal_window.h"
#include "journal/results.h"
#include "journal/script.h"
#include "store/story.h"

namespace thi::store::test {

using namespace core;

namespace {

const auto essay = sample::id<ItemId>(1);

Paper essay_paper(PaperId paper) {
    Paper content;
    content.paper = paper;
    content.title = "Đề tự luận";
    content.parts = {{"essay", "Tự luận", {}, {essay}}};
    Item item;
    item.item = essay;
    item.type = ItemType::essay;
    item.stem = "Câu 1";
    item.points = Points{10'000};
    content.items.push_back(item);
    return content;
}

AnswerKey essay_key(PaperId paper) {
    AnswerKey key;
    key.paper = paper;
    ItemKey one;
    one.item = essay;
    one.rubric = {{"content", "Nội dung", Points{8'000}, {}},
                  {"form", "Hình thức", Points{2'000}, {}}};
    key.items = {one};
    key.shuffle_seed = crypto::sha256("shuffle");
    return key;
}

struct Desk {
    Story& story;

    Marking marking() const { return story.state().markings.at(sample::round); }
    std::vector<std::string> codes() const {
        std::vector<std::string> list;
        for (const auto& [code, script] : marking().scripts)
            list.push_back(code);
        return list;
    }
    void mark_by(PersonId by, const std::string& code, Turn turn, Whole hundredths) {
        const Whole content = std::min<Whole>(hundredths, 8'000);
        story.play(CommitMark{by,
                              sample::round,
                              code,
                              turn,
                              essay,
                              {{"content", Points{content}, "nhận xét"},
                               {"form", Points{hundredths - content}, "nhận xét"}}});
    }
    PersonId marker_of(const std::string& code, Turn turn) const {
        const auto script = marking().scripts.at(code);
        const auto* given = find_turn(script, turn);
        if (given == nullptr) throw std::runtime_error("nobody has this turn");
        return given->marker;
    }
    void mark(const std::string& code, Turn turn, Whole hundredths) {
        mark_by(marker_of(code, turn), code, turn, hundredths);
    }
    void assign() { story.play(AssignMarkers{who::head_of_marking, sample::round}); }

    // One is qualified by rule, one by the head's word, the others by rule.
    void set_standards() {
        story.play(AssignStandards{who::head_of_marking, sample::round});
        const auto code = *marking().standards.begin();
        mark_by(who::head_of_marking, code, Turn::reference, 6'000);
        for (unsigned int i = 1; i <= who::markers; ++i)
            mark_by(who::marker(i), code, Turn::standard, i == 2 ? 9'000 : 6'100);
        story.play(QualifyMarker{who::head_of_marking, sample::round, who::marker(2), true,
                                 "Đã trao đổi về thang điểm"});
    }

    // The first by the rule, the second by a discussion, the third by a third marker.
    void mark_everything() {
        assign();
        const auto all = codes();
        story.play(NoteAnomaly{{}, sample::round, all[0], AnomalyKind::name, essay, "tên riêng"});
        story.play(DecideAnomaly{who::head_of_marking, sample::round, 1, AnomalyOutcome::dismissed,
                                 "Tên nhân vật trong đề"});
        const auto stopped = marker_of(all[0], Turn::first);
        story.play(StopMarker{who::head_of_marking, sample::round, stopped, "Chấm quá lệch"});
        assign();
        mark(all[0], Turn::first, 6'000);
        mark(all[0], Turn::second, 6'000);
        mark(all[1], Turn::first, 6'000);
        mark(all[1], Turn::second, 7'200);
        Approvals head{{who::head_of_marking, "password", story.now(), {}}};
        story.play(SettleMark{
            who::head_of_marking, sample::round, all[1], {6'500, 1}, "Biên bản thống nhất", head});
        mark(all[2], Turn::first, 5'000);
        mark(all[2], Turn::second, 7'000);
        assign();
        mark(all[2], Turn::third, 6'000);
        story.play(UnblindScripts{who::blinder, sample::round,
                                  story.both(who::blinder, who::head_of_marking)});
    }

    // Everybody has marked the standard script: nobody is left to mark it again.
    CandidateId not_standard() const {
        const auto state = story.state();
        const auto code = *code_of(state, sample::round, sample::id<CandidateId>(1));
        const bool standard = marking().standards.contains(code);
        return sample::id<CandidateId>(standard ? 2 : 1);
    }

    void appeal() {
        const auto candidate = not_standard();
        const auto one = sample::id<AppealId>(1);
        const auto panel = story.both(who::panel_a, who::panel_b);
        story.play(FileAppeal{one,
                              candidate,
                              AppealTrack::own_mark,
                              sample::round,
                              {},
                              crypto::sha256("đơn"),
                              story.now()});
        story.play(DecideAppeal{who::panel_a, one, true, "Chấm sót ý", panel});
        story.play(AssignRemarks{who::panel_a, one});
        const auto code = *code_of(story.state(), sample::round, candidate);
        mark(code, Turn::remark_first, 8'800);
        mark(code, Turn::remark_second, 8'800);
        story.play(AmendMark{who::panel_a, one, panel});
    }
};

} // namespace

Plan written_plan() {
    auto plan = story_plan();
    auto round = plan.rounds->front();
    round.type = RoundType::written;
    round.practice = false;
    set(plan.rounds, std::vector<Round>{round});
    set(plan.round.written.duration, round.minutes);
    set(plan.round.written.pass, Points{5'000});
    set(plan.marking.markers_per_script, Whole{2});
    set(plan.marking.discrepancy_bands,
        std::vector<Band>{{0, true, "agree"},
                          {10, true, "agree_with_minutes_else_head"},
                          {15, false, "third_marker"}});
    set(plan.marking.rounding, Whole{2});
    set(plan.marking.blinding, true);
    set(plan.marking.blind_code_length, Whole{8});
    set(plan.marking.standard_scripts, Whole{1});
    set(plan.marking.standard_tolerance_pct, Whole{10});
    set(plan.remark.allowed_round_types, std::set<RoundType>{RoundType::written});
    set(plan.remark.window, Whole{5});
    set(plan.remark.finish_days, Whole{10});
    set(plan.remark.publish_days, Whole{2});
    set(plan.remark.markers, Whole{2});
    set(plan.remark.third_rule, RemarkThirdRule::third_then_two_equal_or_mean);
    return plan;
}

void play_written(Story& story) {
    story.paper = essay_paper;
    story.key = essay_key;
    story.publish();
    story.take_applications();
    story.post_list();
    story.prepare();
    story.begin();
    for (unsigned int candidate = 1; candidate <= 3; ++candidate)
        if (!story.send(candidate, 1, "Bài viết " + std::to_string(candidate)))
            throw std::runtime_error("an essay was refused");
    story.end();
    story.play(AdvanceStage{sample::chair, Stage::marking, {}, {}});
    story.reveal_blinding();
    story.play(BlindScripts{who::blinder, sample::round, &journal::script_hash});
    Desk desk{story};
    desk.set_standards();
    desk.mark_everything();
    story.score();
    story.release();
    desk.appeal();
    story.score_again();
    story.release();
    story.set_now(*appeals_close(story.state()) + core::Duration{1});
    story.finish();
}

} // namespace thi::store::test
