// Anomalies: seen by the machine or a marker, decided by the head; the machine judges nothing.

#include "catch.h"
#include "core/marking/scan.h"
#include "core/marking/written.h"

using namespace thi::core;

namespace {

struct ScanRow {
    const char* says;
    std::string written;
    std::string identity;
    bool found;
};

NoteAnomaly seen(std::optional<PersonId> by, const std::string& code) {
    return {by, exam_round, code, AnomalyKind::name, essay_one, "Nguyễn Văn An"};
}

DecideAnomaly deciding(Whole anomaly, AnomalyOutcome outcome) {
    return {who::head_of_marking, exam_round, anomaly, outcome, "đã xem"};
}

} // namespace

TEST_CASE("the scan finds whole words, whatever their capitals and spaces",
          "[core][marking][anomalies]") {
    const auto row = GENERATE(values<ScanRow>({
        {"as it is", "Tôi là Nguyễn Văn An, chuyên viên.", "Nguyễn Văn An", true},
        {"in capitals", "NGUYỄN VĂN AN", "Nguyễn Văn An", true},
        {"over a line's end", "Nguyễn\n  Văn   An", "Nguyễn Văn An", true},
        {"at the end, before a full stop", "ký tên: An.", "An", true},
        {"between quotation marks", "tên “An” này", "An", true},
        {"in the middle of a word", "sự bình ansinh", "An", false},
        {"at the end of a word", "Lan", "An", false},
        {"before a marked letter", "Anấ", "An", false},
        {"after a marked letter", "ấAn", "An", false},
        {"marks are significant", "Nguyen Van An", "Nguyễn Văn An", false},
        {"a part of the name only", "Nguyễn Văn", "Nguyễn Văn An", false},
        {"an agency", "Công tác tại Vụ Tổ chức - Cán bộ.", "vụ tổ chức - cán bộ", true},
        {"the second of two places", "Lan và An", "An", true},
        {"nothing written", "", "An", false},
        {"too short to mean anything", "a b c", "b", false},
        {"an empty identity", "Tôi", "  ", false},
    }));
    DYNAMIC_SECTION(row.says) {
        const std::vector<IdentityText> known{{AnomalyKind::name, row.identity}};
        CHECK(scan(row.written, known).size() == (row.found ? 1 : 0));
    }
}

TEST_CASE("a scan names each identity once, and stops at its limit", "[core][marking][anomalies]") {
    std::vector<IdentityText> known{
        {AnomalyKind::agency, "Vụ Mẫu"}, {AnomalyKind::name, "Lan"}, {AnomalyKind::name, "lan"}};
    CHECK(scan("lan LAN Vụ Mẫu", known) ==
          std::vector<Sighting>{{AnomalyKind::agency, "Vụ Mẫu"}, {AnomalyKind::name, "Lan"}});
    std::string text;
    known.clear();
    for (int i = 10; i < 60; ++i) {
        known.push_back({AnomalyKind::name, "n" + std::to_string(i)});
        text += " n" + std::to_string(i);
    }
    CHECK(scan(text, known).size() == sightings_max);
    const std::string endless(identity_bytes_max + 1, 'x');
    CHECK(scan(endless, std::vector<IdentityText>{{AnomalyKind::name, endless}}).empty());
}

TEST_CASE("an anomaly is noted by the machine, the head or whoever has the script",
          "[core][marking][anomalies]") {
    Written exam{1, 3};
    exam.begin_marking();
    exam.assign();
    const auto code = exam.codes()[0];
    const auto first = exam.marker_of(code, Turn::first);
    for (unsigned int i = 1; i <= 3; ++i)
        CHECK(exam.ask(seen(who::marker(i), code)).has_value() ==
              (who::marker(i) == first || who::marker(i) == exam.marker_of(code, Turn::second)));
    CHECK(exam.refused(seen(who::chair, code)) == Code::not_found);
    CHECK(exam.refused(seen({}, "zzzz")) == Code::not_found);
    auto elsewhere = seen(first, code);
    elsewhere.item = id<ItemId>(9);
    CHECK(exam.refused(elsewhere) == Code::unknown_item);
    auto silent = seen(first, code);
    silent.text = "";
    CHECK(exam.refused(silent) == Code::invalid_field);
    const auto events = exam.play(seen({}, code));
    CHECK(std::get<AnomalyNoted>(events[0]).anomaly == 1);
    CHECK(exam.play(seen({}, code)).empty());
    for (int i = 1; i < 50; ++i) {
        auto more = seen(first, code);
        more.text = std::to_string(i);
        exam.play(more);
    }
    auto more = seen(first, code);
    more.text = "fifty-first";
    CHECK(exam.refused(more) == Code::limit_reached);
}

TEST_CASE("an open anomaly keeps a script from settling until the head has decided",
          "[core][marking][anomalies]") {
    Written exam{1, 2};
    exam.begin_marking();
    exam.assign();
    const auto code = exam.codes()[0];
    exam.play(seen({}, code));
    auto second = seen({}, code);
    second.text = "Vụ Mẫu";
    exam.play(second);
    exam.mark(code, Turn::first, 6'000);
    CHECK(exam.mark(code, Turn::second, 6'400).size() == 1);
    CHECK_FALSE(exam.script(code).settled);
    auto other = deciding(1, AnomalyOutcome::dismissed);
    other.by = who::marker(1);
    CHECK(exam.refused(other) == Code::forbidden);
    other = deciding(1, AnomalyOutcome::dismissed);
    other.reason = "";
    CHECK(exam.refused(other) == Code::invalid_field);
    CHECK(exam.refused(deciding(3, AnomalyOutcome::dismissed)) == Code::not_found);
    CHECK(exam.play(deciding(1, AnomalyOutcome::dismissed)).size() == 1);
    CHECK(exam.refused(deciding(1, AnomalyOutcome::upheld)) == Code::already_done);
    auto upheld = exam;
    const auto events = exam.play(deciding(2, AnomalyOutcome::dismissed));
    REQUIRE(events.size() == 2);
    CHECK(std::get<MarkSettled>(events[1]).mark == Fraction{6'200, 1});
    upheld.play(deciding(2, AnomalyOutcome::upheld));
    CHECK(upheld.script(code).settled->mark == Fraction{0, 1});
    CHECK(upheld.script(code).settled->action == "anomaly_upheld");
}

TEST_CASE("of several anomalies one upheld settles the script; the rest are decided for the record",
          "[core][marking][anomalies]") {
    Written exam{1, 2};
    exam.begin_marking();
    const auto code = exam.codes()[0];
    exam.play(seen({}, code));
    auto second = seen({}, code);
    second.text = "Vụ Mẫu";
    exam.play(second);
    CHECK(exam.play(deciding(1, AnomalyOutcome::upheld)).size() == 2);
    CHECK(exam.play(deciding(2, AnomalyOutcome::upheld)).size() == 1);
    auto late = seen({}, code);
    late.text = "sau";
    CHECK(exam.refused(late) == Code::wrong_state);
    CHECK(exam.ask(
        UnblindScripts{who::blinder, exam_round, exam.both(who::blinder, who::head_of_marking)}));
}
