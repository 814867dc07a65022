// A log that was tampered with: each mutation of marking is named where it stands.

#include "catch.h"
#include "core/marking/recount.h"
#include "core/marking/written.h"

#include <functional>

using namespace thi::core;

namespace {

// Everything that an auditor asks of an event, before it is applied.
std::optional<Sentence> asked(const Contest& before, const Event& event, Instant at) {
    if (const auto* one = std::get_if<ScriptBlinded>(&event))
        return contradiction(before, *one, hash_of);
    if (const auto* one = std::get_if<MarkAssigned>(&event)) return contradiction(before, *one);
    if (const auto* one = std::get_if<MarkCommitted>(&event))
        return contradiction(before, *one, at);
    if (const auto* one = std::get_if<FurtherMarkingCalled>(&event))
        return contradiction(before, *one);
    if (const auto* one = std::get_if<MarkSettled>(&event)) return contradiction(before, *one, at);
    if (const auto* one = std::get_if<ScriptsUnblinded>(&event))
        return contradiction(before, *one, at);
    return {};
}

struct Logged {
    Event event;
    Instant at;
};

// The events of a marking with every kind of end, and the contest before the first of them.
struct Story {
    Written exam{3, 5};
    std::vector<Logged> log;

    Story() {
        exam.set_bands(edu_10_15_25());
        exam.hold();
        exam.open_seeds();
    }
    void play(const Command& command) {
        for (const auto& event : exam.play(command))
            log.push_back({event, exam.now});
    }
    void mark(const std::string& code, Turn turn, Whole hundredths) {
        const auto marker = exam.marker_of(code, turn);
        const Whole two = std::min<Whole>(hundredths, 4'000);
        play(exam.sheet(marker, code, turn, essay_two, two));
        play(exam.sheet(marker, code, turn, essay_one, hundredths - two));
    }
    void tell() {
        play(exam.blinding_of());
        play(AssignMarkers{who::head_of_marking, exam_round});
        const auto codes = exam.codes();
        mark(codes[0], Turn::first, 5'000);
        mark(codes[0], Turn::second, 7'000);
        play(AssignMarkers{who::head_of_marking, exam_round});
        mark(codes[0], Turn::third, 6'000);
        mark(codes[1], Turn::first, 5'000);
        mark(codes[1], Turn::second, 6'200);
        play(exam.settling(who::head_of_marking, codes[1], 5'500, exam.one(who::head_of_marking)));
        play(NoteAnomaly{{}, exam_round, codes[2], AnomalyKind::name, {}, "tên"});
        play(DecideAnomaly{who::head_of_marking, exam_round, 1, AnomalyOutcome::upheld, "rõ"});
        play(UnblindScripts{who::blinder, exam_round,
                            exam.both(who::blinder, who::head_of_marking)});
    }
};

// Whether an auditor finds something between the beginning and the end.
bool is_found(Written before, const std::vector<Logged>& log) {
    for (const auto& [event, at] : log) {
        before.now = at;
        if (asked(before.contest, event, at)) return true;
        before.happens(event);
    }
    return false;
}

template <class T> T& nth(std::vector<Logged>& log, std::size_t n) {
    for (auto& one : log)
        if (auto* event = std::get_if<T>(&one.event); event != nullptr && n-- == 0) return *event;
    FAIL("no such event");
    throw std::logic_error("no such event");
}

struct MutationRow {
    const char* says;
    std::function<void(std::vector<Logged>&)> mutate;
};

std::vector<MutationRow> mutations_of_marks() {
    return {
        {"another code",
         [](auto& log) {
             nth<ScriptBlinded>(log, 1).code = "00000000";
         }},
        {"another body",
         [](auto& log) {
             nth<ScriptBlinded>(log, 0).script_hash = {};
         }},
        {"another seed",
         [](auto& log) {
             nth<MarkAssigned>(log, 0).seed = {};
         }},
        {"a point more",
         [](auto& log) {
             ++nth<MarkCommitted>(log, 0).points.hundredths;
         }},
        {"a line more than its maximum",
         [](auto& log) {
             auto& mark = nth<MarkCommitted>(log, 0);
             mark.lines[0].points = Points{4'001};
             mark.points = Points{4'001};
         }},
        {"another marker's hand",
         [](auto& log) {
             nth<MarkCommitted>(log, 0).by = who::marker(9);
         }},
        {"a comment taken out",
         [](auto& log) {
             nth<MarkCommitted>(log, 1).lines[0].comment.clear();
         }},
        {"another band",
         [](auto& log) {
             nth<FurtherMarkingCalled>(log, 0).from_pct = 10;
         }},
    };
}

std::vector<MutationRow> mutations_of_words() {
    return {
        {"another action",
         [](auto& log) {
             nth<FurtherMarkingCalled>(log, 0).action = "third_marker_official";
         }},
        {"a settled mark by rule",
         [](auto& log) {
             ++nth<MarkSettled>(log, 0).mark.numerator;
         }},
        {"a settled mark beyond the paper",
         [](auto& log) {
             nth<MarkSettled>(log, 1).mark.numerator = 10'001;
         }},
        {"somebody else's word",
         [](auto& log) {
             nth<MarkSettled>(log, 1).by = who::marker(1);
         }},
        {"without minutes",
         [](auto& log) {
             nth<MarkSettled>(log, 1).minutes.clear();
         }},
        {"something for a script worth nothing",
         [](auto& log) {
             nth<MarkSettled>(log, 2).mark.numerator = 1;
         }},
        {"unblinded by one",
         [](auto& log) {
             nth<ScriptsUnblinded>(log, 0).approvals.pop_back();
         }},
        {"a settled mark left out",
         [](auto& log) {
             std::erase_if(log, [](const Logged& one) {
                 const auto* settled = std::get_if<MarkSettled>(&one.event);
                 return settled != nullptr && settled->by;
             });
         }},
    };
}

std::vector<MutationRow> mutations() {
    auto all = mutations_of_marks();
    const auto more = mutations_of_words();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

TEST_CASE("every mutation of a script, a mark, a band or a settled mark is found by recounting",
          "[core][marking][recount]") {
    const auto row = GENERATE(from_range(mutations()));
    DYNAMIC_SECTION(row.says) {
        Story story;
        const Written before = story.exam;
        story.tell();
        REQUIRE_FALSE(is_found(before, story.log));
        row.mutate(story.log);
        CHECK(is_found(before, story.log));
    }
}
