// Papers and rooms before the bell: what can be sealed, by whom, and what a switch keeps.

#include "catch.h"
#include "core/sitting/answers.h"
#include "core/sitting/exam.h"
#include "core/sitting/paper_check.h"

#include <functional>

using namespace thi::core;

namespace {

SealPaper sealing(const Exam& exam) {
    SealPaper command;
    command.by = who::setter;
    command.round = exam_round;
    command.paper = small_paper(official_paper);
    command.key = small_key(official_paper);
    command.approvals = exam.both(who::chair, who::setter);
    return command;
}

void make_numeric(Paper& paper, AnswerKey& key, const char* tolerance) {
    paper.items[0].type = ItemType::numeric;
    paper.items[0].options.clear();
    key.items[0].options.clear();
    key.items[0].numeric = NumericKey{"1,5", tolerance, ToleranceKind::absolute};
}

} // namespace

TEST_CASE("a paper is well formed, or the fault says where", "[core][papers]") {
    struct Row {
        const char* says;
        std::function<void(Paper&, AnswerKey&)> spoil;
        const char* pointer; // "" : nothing is wrong.
    };
    const auto row = GENERATE(values<Row>({
        {"as it is", [](Paper&, AnswerKey&) {}, ""},
        {"no items", [](Paper& p, AnswerKey&) { p.items.clear(); }, "/paper/items"},
        {"an item in no part", [](Paper& p, AnswerKey&) { p.parts[0].items.pop_back(); },
         "/paper/parts"},
        {"an item in two parts",
         [](Paper& p, AnswerKey&) { p.parts[0].items.push_back(id<ItemId>(3)); }, "/paper/parts"},
        {"one option", [](Paper& p, AnswerKey&) { p.items[0].options.resize(1); },
         "/paper/items/0/options"},
        {"an option twice", [](Paper& p, AnswerKey&) { p.items[0].options[1].option = "A"; },
         "/paper/items/0/options"},
        {"no stem", [](Paper& p, AnswerKey&) { p.items[2].stem.clear(); }, "/paper/items/2/stem"},
        {"points of zero", [](Paper& p, AnswerKey&) { p.items[1].points = Points{}; },
         "/paper/items/1/points"},
        {"a stimulus that is not there", [](Paper& p, AnswerKey&) { p.items[1].stimulus = "S"; },
         "/paper/items/1/stimulus"},
        {"an item without a key", [](Paper&, AnswerKey& k) { k.items.pop_back(); }, "/key/items"},
        {"a key of nothing", [](Paper&, AnswerKey& k) { k.items[1].item = id<ItemId>(9); },
         "/key/items/1"},
        {"two right answers to a choice",
         [](Paper&, AnswerKey& k) {
             k.items[0].options = {"A", "B"};
         },
         "/key/items/0/options"},
        {"a penalty that pays", [](Paper&, AnswerKey& k) { k.items[0].tariff.wrong = Points{1}; },
         "/key/items/0/tariff/wrong"},
        {"a penalty above the points",
         [](Paper&, AnswerKey& k) { k.items[0].tariff.wrong = Points{-101}; },
         "/key/items/0/tariff/wrong"},
        {"paying other points than printed",
         [](Paper&, AnswerKey& k) { k.items[0].tariff.correct = Points{50}; },
         "/key/items/0/tariff/correct"},
        {"a choice paid in part",
         [](Paper&, AnswerKey& k) { k.items[0].tariff.partial = Partial::share; },
         "/key/items/0/tariff/partial"},
        {"a number that is well formed", [](Paper& p, AnswerKey& k) { make_numeric(p, k, "0,05"); },
         ""},
        {"a tolerance below zero", [](Paper& p, AnswerKey& k) { make_numeric(p, k, "-1"); },
         "/key/items/0/numeric"},
    }));
    DYNAMIC_SECTION(row.says) {
        Paper paper = small_paper(official_paper);
        AnswerKey key = small_key(official_paper);
        row.spoil(paper, key);
        const auto faults = check_paper(paper, key);
        if (std::string_view{row.pointer}.empty()) {
            CHECK(faults.empty());
        } else {
            REQUIRE_FALSE(faults.empty());
            CHECK(faults[0].pointer == row.pointer);
        }
    }
}

TEST_CASE("round.objective.parts: a paper has the parts and counts of the plan", "[core][papers]") {
    Exam exam{1};
    auto command = sealing(exam);
    CHECK(exam.ask(command));
    (*exam.contest.plan.round.objective.parts.value)[1].questions = 3;
    CHECK(exam.refused(command) == Code::invalid_field);
}

TEST_CASE("papers are sealed before the bell by two people, one of whom leads", "[core][papers]") {
    Exam exam{1};
    auto command = sealing(exam);
    command.by = who::invigilator;
    CHECK(exam.refused(command) == Code::forbidden);
    command = sealing(exam);
    command.approvals = exam.both(who::chair, who::chair);
    CHECK(exam.refused(command) == Code::same_person);
    command = sealing(exam);
    exam.contest.officials[who::stranger].roles = {Role::setter};
    command.approvals = exam.both(who::setter, who::stranger);
    CHECK(exam.refused(command) == Code::needs_approval);
    exam.now = day + 10h;
    CHECK(exam.refused(sealing(exam)) == Code::deadline_passed);
    exam.now = day;
    exam.seal();
    CHECK(exam.contest.rounds.at(exam_round).paper == official_paper);
    CHECK(exam.contest.papers.at(official_paper).key_commitment);
    CHECK(exam.refused(sealing(exam)) == Code::already_done);
    auto second = sealing(exam);
    second.paper = small_paper(backup_paper);
    second.key = small_key(backup_paper);
    CHECK(exam.refused(second) == Code::limit_reached);
    second.variant = Variant::backup;
    exam.contest.plan.paper.backup_count.value.reset();
    CHECK(exam.refused(second) == Code::limit_reached);
    exam.contest.plan.paper.backup_count.value = 1;
    exam.play(second);
    CHECK(exam.contest.rounds.at(exam_round).paper == official_paper);
}

TEST_CASE("S-62 a paper whose points could not be added exactly is not sealed", "[core][papers]") {
    Exam exam{1};
    auto& rounds = *exam.contest.plan.rounds.value;
    rounds[1].scale = Points{1'000'000'000'000};
    rounds[1].weight = 1'000'000;
    CHECK(exam.refused(sealing(exam)) == Code::limit_reached);
}

TEST_CASE("a paper is not opened before its hour", "[core][papers]") {
    Exam exam{1};
    exam.prepare();
    exam.now = day + 10h - 1ms;
    CHECK(exam.refused(OpenPaper{official_paper, exam.both(who::chair, who::head), {}}) ==
          Code::too_early);
    exam.now += 1ms;
    exam.play(OpenPaper{official_paper, exam.both(who::chair, who::head), {}});
    CHECK(exam.refused(OpenPaper{official_paper, exam.both(who::chair, who::head), {}}) ==
          Code::already_done);
}

TEST_CASE("a switch to the backup takes everybody along and keeps what was answered",
          "[core][papers]") {
    Exam exam{1};
    exam.seal(backup_paper, Variant::backup);
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    SwitchPaper command{who::chair, exam_round, backup_paper, "Đề in lỗi",
                        exam.both(who::chair, who::head)};
    auto same = command;
    same.to = official_paper;
    CHECK(exam.refused(same) == Code::already_done);
    exam.play(command);
    CHECK(exam.sitting(1).paper == backup_paper);
    CHECK(effective_answers(exam.contest, exam.sitting(1)).size() == 1);
    CHECK(exam.play(OpenDuePapers{}).size() == 1);
    exam.now = day + 10h + 50min;
    exam.play(exam.submit(1));
    command.to = official_paper;
    CHECK(exam.refused(command) == Code::wrong_state);
}

TEST_CASE("rooms keep the plan's numbers and one invigilator keeps one room", "[core][papers]") {
    Exam exam{1};
    const auto planned = [&](std::vector<Room> rooms) {
        return PlanRooms{who::secretary, exam_round, std::move(rooms)};
    };
    CHECK(exam.ask(planned({{room_one, "P1", 50, {who::invigilator}}})));
    CHECK(exam.refused(planned({})) == Code::invalid_field);
    CHECK(exam.refused(planned({{room_one, "P1", 51, {who::invigilator}}})) == Code::invalid_field);
    CHECK(exam.refused(planned({{room_one, "P1", 0, {who::invigilator}}})) == Code::invalid_field);
    CHECK(exam.refused(planned({{room_one, "P1", 5, {}}})) == Code::invalid_field);
    CHECK(exam.refused(planned({{room_one, "P1", 5, {who::chair}}})) == Code::invalid_field);
    CHECK(exam.refused(planned({{room_one, "P1", 5, {who::invigilator}},
                                {room_two, "P2", 5, {who::invigilator}}})) == Code::invalid_field);
    exam.prepare();
    CHECK(exam.refused(planned({{room_one, "P1", 50, {who::invigilator}}})) == Code::already_done);
}

TEST_CASE("an incident is opened once and closed once", "[core][papers]") {
    Exam exam{1};
    const OpenIncident open{
        who::head, id<IncidentId>(1),      IncidentKind::technical, exam_round, room_one,
        {},        "Máy chủ khởi động lại"};
    exam.play(open);
    CHECK(exam.refused(open) == Code::already_done);
    const CloseIncident close{who::head, id<IncidentId>(1), "Đã khắc phục"};
    exam.play(close);
    CHECK(exam.refused(close) == Code::already_done);
    auto stranger = open;
    stranger.incident = id<IncidentId>(2);
    stranger.by = who::stranger;
    CHECK(exam.refused(stranger) == Code::forbidden);
}
