// Saving: in order, exactly once, never lost, never written over.

#include "catch.h"
#include "core/sitting/answers.h"
#include "core/sitting/exam.h"
#include "core/sitting/value.h"

#include <algorithm>
#include <numeric>

using namespace thi::core;

namespace {

// What a server does with a save: its code where refused, else what became of it.
std::string sent(Exam& exam, const SaveAnswer& save) {
    const auto events = exam.ask(save);
    if (!events) {
        const auto code = events.error().code;
        return code == Code::seq_gap ? "gap" : code == Code::seq_conflict ? "conflict" : "refused";
    }
    for (const auto& event : *events)
        exam.happens(event);
    if (events->empty()) return "repeat";
    if (const auto* late = std::get_if<AnswerLate>(&events->front()))
        return late->why == LateWhy::late         ? "late"
               : late->why == LateWhy::superseded ? "superseded"
                                                  : "kept as conflict";
    return "saved";
}

std::vector<SaveAnswer> chain_of(Exam exam, unsigned int length) {
    std::vector<SaveAnswer> chain;
    for (unsigned int i = 0; i < length; ++i) {
        chain.push_back(exam.save(1, 1 + i % 4, i % 2 == 0 ? option_a : option_b));
        exam.play(chain.back());
    }
    return chain;
}

std::optional<Value> answer(const Exam& exam, unsigned int item) {
    const auto answers = effective_answers(exam.contest, exam.sitting(1));
    const auto found = answers.find(id<ItemId>(item));
    if (found == answers.end()) return std::nullopt;
    return *found->second.value;
}

} // namespace

TEST_CASE("R-16 five messages in every order, resent until taken, are each saved exactly once",
          "[core][saves]") {
    Exam exam{1};
    exam.begin();
    const auto chain = chain_of(exam, 5);
    std::vector<std::size_t> order(5);
    std::iota(order.begin(), order.end(), 0U);
    do {
        Exam one = exam;
        std::vector<int> saved(5);
        for (int round = 0; round < 5; ++round)
            for (const auto i : order) {
                const auto became = sent(one, chain[i]);
                if (became == "saved")
                    ++saved[i];
                else
                    CHECK((became == "gap" || became == "repeat"));
            }
        REQUIRE(saved == std::vector<int>(5, 1));
        CHECK(answer(one, 1) == option_a);
        CHECK(answer(one, 2) == option_b);
        CHECK(one.sitting(1).leases.back().head == chain[4].text_hash);
        for (Whole seq = 1; seq <= 5; ++seq)
            CHECK(find_saved(one.contest, one.sitting_of(1), 1, seq) ==
                  one.sitting(1).leases[0].leaves[static_cast<std::size_t>(seq - 1)].index);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("R-16 a repeat long after, and after handing in, still finds its leaf", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    const auto chain = chain_of(exam, 3);
    for (const auto& save : chain)
        exam.play(save);
    exam.now = day + 10h + 45min;
    exam.play(exam.submit(1));
    exam.now = day + 20h;
    CHECK(sent(exam, chain[0]) == "repeat");
    CHECK(find_saved(exam.contest, exam.sitting_of(1), 1, 1));
    CHECK_FALSE(find_saved(exam.contest, exam.sitting_of(1), 1, 9));
    CHECK_FALSE(find_saved(exam.contest, exam.sitting_of(1), 2, 1));
}

TEST_CASE("R-16 the same number with other bytes is refused, and both are kept as an incident",
          "[core][saves]") {
    Exam exam{1};
    exam.begin();
    const auto chain = chain_of(exam, 2);
    exam.play(chain[0]);
    exam.play(chain[1]);
    auto other = chain[0];
    other.client.text += "!";
    other.client.value = option_b;
    other.text_hash = thi::crypto::sha256(other.client.text);
    const auto events = exam.play(other);
    REQUIRE(events.size() == 2);
    CHECK(std::get<AnswerLate>(events[0]).why == LateWhy::conflict);
    CHECK(std::get<AnswerLate>(events[0]).client.text == other.client.text);
    CHECK(std::get<IncidentOpened>(events[1]).kind == IncidentKind::seq_conflict);
    CHECK(sent(exam, other) == "conflict");
    CHECK(answer(exam, 1) == option_a);
    auto third = other;
    third.client.text += "?";
    third.text_hash = thi::crypto::sha256(third.client.text);
    CHECK(exam.play(third).size() == 1);
    CHECK(exam.contest.incidents.size() == 1);
}

TEST_CASE("conflicting bytes beyond the limit are refused without being kept", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    const auto chain = chain_of(exam, 1);
    exam.play(chain[0]);
    auto other = chain[0];
    for (int i = 0; i < 20; ++i) {
        other.client.text += "!";
        other.text_hash = thi::crypto::sha256(other.client.text);
        CHECK(sent(exam, other) == "kept as conflict");
    }
    other.client.text += "!";
    other.text_hash = thi::crypto::sha256(other.client.text);
    CHECK(sent(exam, other) == "conflict");
}

TEST_CASE("a save that does not chain to the one before is refused", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    auto save = exam.save(1, 1, option_a);
    save.client.prev = thi::crypto::sha256("elsewhere");
    CHECK(sent(exam, save) == "conflict");
    save = exam.save(1, 1, option_a);
    save.client.seq = 0;
    CHECK(sent(exam, save) == "gap");
}

TEST_CASE("R-17 an older machine's journal is kept and never overwrites a newer value",
          "[core][saves]") {
    Exam exam{1};
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    const auto unsent = exam.save(1, 1, option_b);
    const auto unsent_too = exam.save(1, 2, option_b);
    exam.lease(1, "another machine");
    CHECK(exam.sitting(1).leases.size() == 2);
    exam.play(exam.save(1, 1, option_a));
    CHECK(sent(exam, unsent) == "superseded");
    CHECK(answer(exam, 1) == option_a);
    exam.play(DecideLate{who::chair, exam.sitting_of(1), 1, 1, 9, true, "Máy cũ mất mạng",
                         exam.both(who::chair, who::head)});
    CHECK(answer(exam, 1) == option_a);
    CHECK(sent(exam, unsent_too) == "kept as conflict");
}

TEST_CASE("R-17 an older machine's answer to an item the newer left out can be let count",
          "[core][saves]") {
    Exam exam{1};
    exam.begin();
    const auto unsent = exam.save(1, 3, option_b);
    exam.lease(1, "another machine");
    CHECK(sent(exam, unsent) == "superseded");
    CHECK_FALSE(answer(exam, 3));
    exam.play(DecideLate{who::chair, exam.sitting_of(1), 1, 1, 1, true, "Máy cũ mất mạng",
                         exam.both(who::chair, who::head)});
    CHECK(answer(exam, 3) == option_b);
    exam.play(DecideLate{who::chair, exam.sitting_of(1), 1, 1, 1, false, "Xem lại",
                         exam.both(who::chair, who::head)});
    CHECK_FALSE(answer(exam, 3));
}

TEST_CASE("R-13 what arrived in time counts, however long it stood in the queue", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    auto save = exam.save(1, 1, option_a);
    save.received_at = day + 11h + 30s;
    exam.now = day + 11h + 60s;
    exam.play(EndDueSittings{});
    REQUIRE(exam.sitting(1).ended == EndReason::deadline);
    CHECK(sent(exam, save) == "saved");
}

TEST_CASE("saves before, late and far too late", "[core][saves]") {
    struct Row {
        const char* says;
        Instant received;
        const char* expected;
    };
    const auto row = GENERATE(values<Row>({
        {"before the bell", day + 10h - 1ms, "refused"},
        {"at the bell", day + 10h, "saved"},
        {"at the end", day + 11h, "saved"},
        {"in the grace", day + 11h + 30s, "saved"},
        {"after the grace", day + 11h + 30s + 1ms, "late"},
        {"at the end of the late window", day + 11h + 10min + 30s, "late"},
        {"after the late window", day + 11h + 10min + 30s + 1ms, "refused"},
    }));
    DYNAMIC_SECTION(row.says) {
        Exam exam{1};
        exam.begin();
        auto save = exam.save(1, 1, option_a);
        save.received_at = row.received;
        CHECK(sent(exam, save) == row.expected);
    }
}

TEST_CASE("late answers count only where two people decide so and the plan lets them",
          "[core][saves]") {
    Exam exam{1};
    exam.begin();
    auto save = exam.save(1, 1, option_a);
    save.received_at = day + 11h + 5min;
    exam.play(save);
    CHECK_FALSE(answer(exam, 1));
    CHECK(undecided_late_answers(exam.contest, exam.sitting(1)) == 1);
    DecideLate decision{who::chair, exam.sitting_of(1),
                        1,          1,
                        1,          true,
                        "Mất điện", exam.both(who::chair, who::chair)};
    CHECK(exam.refused(decision) == Code::same_person);
    decision.approvals = exam.both(who::chair, who::head);
    decision.from_seq = 2;
    CHECK(exam.refused(decision) == Code::not_found);
    decision.from_seq = 1;
    exam.play(decision);
    CHECK(answer(exam, 1) == option_a);
    CHECK(undecided_late_answers(exam.contest, exam.sitting(1)) == 0);
    exam.contest.plan.sitting.late_rule.value = LateRule::refuse;
    CHECK(exam.refused(decision) == Code::wrong_state);
}

TEST_CASE("somebody else's sitting and an unknown lease are not there", "[core][saves]") {
    Exam exam{2};
    exam.begin();
    auto save = exam.save(1, 1, option_a);
    save.candidate = id<CandidateId>(2);
    CHECK(exam.refused(save) == Code::not_found);
    save = exam.save(1, 1, option_a);
    save.client.lease = 2;
    CHECK(exam.refused(save) == Code::not_found);
    save.client.lease = 0;
    CHECK(exam.refused(save) == Code::not_found);
}

TEST_CASE("clearing an answer leaves it cleared", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    exam.play(exam.save(1, 1, option_a));
    exam.play(exam.save(1, 1, std::monostate{}));
    CHECK(answer(exam, 1) == Value{});
}

TEST_CASE("a value must be one that the item can have", "[core][saves]") {
    struct Row {
        const char* says;
        ItemType type;
        Value value;
        bool fits;
    };
    using Many = std::vector<std::string>;
    const auto row = GENERATE(values<Row>({
        {"one option of a choice", ItemType::choice, Many{"C"}, true},
        {"two options of a choice", ItemType::choice, Many{"A", "C"}, false},
        {"an option that is not there", ItemType::choice, Many{"E"}, false},
        {"no option is written as cleared, not as none", ItemType::choice, Many{}, false},
        {"several of a multiple", ItemType::multiple, Many{"A", "C"}, true},
        {"not in order", ItemType::multiple, Many{"C", "A"}, false},
        {"one of them twice", ItemType::multiple, Many{"A", "A"}, false},
        {"text where options are asked", ItemType::multiple, std::string{"A"}, false},
        {"a decimal with a comma", ItemType::numeric, std::string{"-12,50"}, true},
        {"a decimal with a dot", ItemType::numeric, std::string{"12.5"}, true},
        {"a number with a thousands separator", ItemType::numeric, std::string{"1.000,5"}, false},
        {"words where a number is asked", ItemType::numeric, std::string{"mười"}, false},
        {"an exponent", ItemType::numeric, std::string{"1e3"}, false},
        {"text", ItemType::text, std::string{"Hiến pháp"}, true},
        {"pairs for an item that is no matching", ItemType::text,
         std::map<std::string, std::string>{{"a", "b"}}, false},
        {"cleared", ItemType::essay, std::monostate{}, true},
    }));
    DYNAMIC_SECTION(row.says) {
        Item item = small_paper(official_paper).items[0];
        item.type = row.type;
        CHECK(!check_value(item, row.value) == row.fits);
    }
}

TEST_CASE("R-18 a text of 20,000 characters is taken, one more is too large", "[core][saves]") {
    Item item = small_paper(official_paper).items[0];
    item.type = ItemType::essay;
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += i % 2 == 0 ? "ệ" : "😀";
    CHECK(code_points(text) == 20'000);
    CHECK_FALSE(check_value(item, text));
    text += "a";
    const auto fault = check_value(item, text);
    REQUIRE(fault);
    CHECK(fault->code == Code::too_large);
}

TEST_CASE("an item of another paper is unknown", "[core][saves]") {
    Exam exam{1};
    exam.begin();
    CHECK(exam.refused(exam.save(1, 77, option_a)) == Code::unknown_item);
}
