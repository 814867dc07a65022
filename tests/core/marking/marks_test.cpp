// Marks: one item at a time, once, by the sealed rubric, by who has the script.

#include "catch.h"
#include "core/marking/agreement.h"
#include "core/marking/written.h"

#include <functional>

using namespace thi::core;

namespace {

struct SheetRow {
    const char* says;
    std::function<void(CommitMark&)> spoil;
    Code code;
    const char* pointer; // Of the first fault; "": none.
};

Written assigned(unsigned int candidates = 2, unsigned int markers = 2) {
    Written exam{candidates, markers};
    exam.begin_marking();
    exam.assign();
    return exam;
}

} // namespace

TEST_CASE("a score sheet has every criterion once, in range, with a comment where it is not full",
          "[core][marking][marks]") {
    const auto row = GENERATE(values<SheetRow>({
        {"a criterion is missing", [](CommitMark& m) { m.lines.pop_back(); }, Code::invalid_field,
         "/lines"},
        {"a criterion twice", [](CommitMark& m) { m.lines[1].criterion = "content"; },
         Code::invalid_field, "/lines/1/criterion"},
        {"a criterion that is not in the key", [](CommitMark& m) { m.lines[0].criterion = "x"; },
         Code::invalid_field, "/lines/0/criterion"},
        {"above the maximum", [](CommitMark& m) { m.lines[0].points = Points{4'001}; },
         Code::invalid_field, "/lines/0/points"},
        {"below nothing", [](CommitMark& m) { m.lines[0].points = Points{-1}; },
         Code::invalid_field, "/lines/0/points"},
        {"not full and without a comment", [](CommitMark& m) { m.lines[1].comment = " "; },
         Code::invalid_field, "/lines/1/comment"},
        {"a comment without an end",
         [](CommitMark& m) { m.lines[0].comment = std::string(5'000, 'x'); }, Code::invalid_field,
         "/lines/0/comment"},
        {"an item that is not on the paper", [](CommitMark& m) { m.item = id<ItemId>(9); },
         Code::unknown_item, ""},
        {"a code that is not there", [](CommitMark& m) { m.code = "zzzz"; }, Code::not_found, ""},
        {"somebody else's turn", [](CommitMark& m) { m.turn = Turn::third; }, Code::not_found, ""},
        {"somebody who has no script", [](CommitMark& m) { m.by = who::chair; }, Code::not_found,
         ""},
    }));
    DYNAMIC_SECTION(row.says) {
        const auto exam = assigned();
        const auto code = exam.codes()[0];
        auto command =
            exam.sheet(exam.marker_of(code, Turn::first), code, Turn::first, essay_one, 4'500);
        CHECK(exam.ask(command));
        row.spoil(command);
        const auto refused = exam.ask(command);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == row.code);
        if (std::string{row.pointer}.empty()) return;
        REQUIRE_FALSE(refused.error().errors.empty());
        CHECK(refused.error().errors.front().pointer == row.pointer);
    }
}

TEST_CASE("a mark is the sum of its lines in the rubric's order, and is never edited",
          "[core][marking][marks]") {
    auto exam = assigned();
    const auto code = exam.codes()[0];
    const auto marker = exam.marker_of(code, Turn::first);
    CommitMark command{marker, exam_round, code, Turn::first, essay_one, {}};
    command.lines = {{"form", Points{2'000}, ""}, {"content", Points{1'250}, "thiếu ý"}};
    const auto events = exam.play(command);
    REQUIRE(events.size() == 1);
    const auto& mark = std::get<MarkCommitted>(events[0]);
    CHECK(mark.points == Points{3'250});
    CHECK(mark.lines[0].criterion == "content");
    CHECK(mark.lines[1].criterion == "form");
    command.lines[0].points = Points{1'000};
    CHECK(exam.refused(command) == Code::already_done);
    command.turn = Turn::second;
    CHECK(exam.refused(command) == Code::not_found);
}

TEST_CASE("a marker marks while he is one, and a settled script is marked no more",
          "[core][marking][marks]") {
    auto exam = assigned(1, 3);
    const auto code = exam.codes()[0];
    const auto first = exam.marker_of(code, Turn::first);
    const auto sheet = exam.sheet(first, code, Turn::first, essay_one, 100);
    auto revoked = exam;
    revoked.contest.officials.at(first).roles.clear();
    CHECK(revoked.refused(sheet) == Code::forbidden);
    exam.play(NoteAnomaly{first, exam_round, code, AnomalyKind::name, {}, "có tên"});
    exam.play(DecideAnomaly{who::head_of_marking, exam_round, 1, AnomalyOutcome::upheld, "rõ"});
    CHECK(exam.refused(sheet) == Code::wrong_state);
}

TEST_CASE("a written paper has essays only, each criterion with a name of its own",
          "[core][marking][marks]") {
    Written exam{1, 2};
    SealPaper command;
    command.by = who::setter;
    command.round = exam_round;
    command.paper = essay_paper();
    command.key = essay_key();
    command.approvals = exam.both(who::chair, who::setter);
    CHECK(exam.ask(command));
    auto twice = command;
    twice.key.items[0].rubric[1].criterion = "content";
    CHECK(exam.refused(twice) == Code::invalid_field);
    command.paper = small_paper(official_paper);
    command.key = small_key(official_paper);
    CHECK(exam.refused(command) == Code::invalid_field);
}

TEST_CASE("marks stay sealed from the other marker until both are in", "[core][marking][marks]") {
    auto exam = assigned(1, 2);
    const auto code = exam.codes()[0];
    const auto open = [&] {
        return marks_are_open(exam.contest.plan, exam.script(code), essay_paper());
    };
    exam.mark(code, Turn::first, 5'000);
    CHECK_FALSE(open());
    exam.play(exam.sheet(exam.marker_of(code, Turn::second), code, Turn::second, essay_two, 100));
    CHECK_FALSE(open());
    exam.play(exam.sheet(exam.marker_of(code, Turn::second), code, Turn::second, essay_one, 100));
    CHECK_FALSE(open()); // Far apart: two others are asked, and are as independent.
    CHECK(exam.script(code).called);
}
