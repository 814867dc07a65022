// The audit of a log: what is right passes, and each way of changing it is named with its place.

#include "catch.h"
#include "journal/results.h"
#include "journal/verify/log_sample.h"
#include "text/described.h"

using namespace thi;
using sample::LogSample;
using sample::MemorySource;

namespace {

const journal::VerifierKey pinned = sample::log_signer().verifier();

struct Whole : LogSample {
    explicit Whole(std::vector<unsigned int> rights = {4, 3, 1}) : LogSample(std::move(rights)) {
        all();
    }
};

std::string failed(const journal::Report& report) {
    std::string text;
    for (const auto& check : report.checks)
        if (check.state == journal::CheckState::fail) text += check.check + " ";
    return text;
}

journal::Report audit(MemorySource& source, journal::Pinned with = {pinned, {}, {}}) {
    return journal::verify(source, with, {2, {}});
}

bool names(const journal::Report& report, std::string_view check, std::string_view where) {
    for (const auto& position : report[check].positions)
        if (position.where.find(where) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("a log made by the rules passes every check", "[journal][verify]") {
    Whole log;
    const auto report = audit(log.source);
    INFO(journal::print_report(report));
    CHECK(failed(report) == "");
    CHECK(report.exit_code() == 0);
    CHECK(report.size == log.source.entries.size());
    for (const auto* check :
         {"01.05", "03.05", "04.01", "04.02", "04.03", "05.01", "05.02", "05.05", "02.02", "03.02"})
        CHECK(report[check].examined > 0);
}

TEST_CASE("an opening that was changed is named by 04.01", "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("answer.save", 2);
    auto payload = *log.source.entries[at].payload;
    payload.replace(payload.find("\\\"A\\\""), 5, "\\\"B\\\"");
    log.source.rewrite(at, payload);
    const auto report = audit(log.source);
    CHECK(names(report, "04.01", "leaf " + std::to_string(at) + " (answer.save)"));
    CHECK(report.exit_code() == 1);
}

TEST_CASE("a leaf that was changed is named by 03.01 and by every checkpoint after it",
          "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("answer.save", 2);
    const auto event = journal::decode("answer.save", *log.source.entries[at].payload);
    auto saved = std::get<core::AnswerSaved>(*event);
    saved.received_at += core::Duration{1};
    log.source.forge_leaf(at, saved);
    const auto report = audit(log.source);
    CHECK(names(report, "03.01", "checkpoint"));
    for (const auto& position : report["03.02"].positions)
        CHECK(position.where != "checkpoint " + std::to_string(at));
    CHECK(names(report, "03.02", "checkpoint " + std::to_string(at + 1)));
    CHECK(report["04.01"].state == journal::CheckState::pass);
}

TEST_CASE("a log rewritten throughout under another key is refused", "[journal][verify]") {
    Whole log;
    const auto other = sample::log_signer("another key");
    log.source.keys = {{"keys/log.vkey", journal::print_vkey(other.verifier())}};
    const auto at = log.source.find("answer.save", 2);
    const auto event = journal::decode("answer.save", *log.source.entries[at].payload);
    auto saved = std::get<core::AnswerSaved>(*event);
    saved.received_at += core::Duration{1};
    log.source.forge_leaf(at, saved);
    log.source.sign(other);
    const auto report = audit(log.source);
    CHECK(names(report, "02.01", "keys/log.vkey"));
    CHECK(names(report, "02.02", "checkpoint"));
    CHECK(report.exit_code() == 1);
}

TEST_CASE("a log rewritten under its own key meets receipts and checkpoints that were kept",
          "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("answer.save", 2);
    const auto receipt = log.receipt(at);
    const auto known = log.source.newest->checkpoint;
    CHECK(audit(log.source, {pinned, {{"seen", known}}, {{"receipt", receipt}}}).exit_code() == 0);

    const auto event = journal::decode("answer.save", *log.source.entries[at].payload);
    auto saved = std::get<core::AnswerSaved>(*event);
    saved.received_at += core::Duration{1};
    log.source.forge_leaf(at, saved);
    log.source.sign(sample::log_signer());
    const auto report = audit(log.source, {pinned, {{"seen", known}}, {{"receipt", receipt}}});
    CHECK(names(report, "03.02", "seen"));
    CHECK(names(report, "01.08", "receipt, leaf " + std::to_string(at)));
    CHECK(report["03.01"].state == journal::CheckState::pass);
}

TEST_CASE("a log cut short behind a checkpoint that was seen is refused", "[journal][verify]") {
    Whole log;
    const auto known = log.source.newest->checkpoint;
    log.source.entries.resize(log.source.entries.size() - 3);
    log.source.sign(sample::log_signer());
    const auto report = audit(log.source, {pinned, {{"seen", known}}, {}});
    CHECK(names(report, "03.02", "seen"));
    CHECK(names(
        audit(log.source, {pinned, {}, {{"receipt", log.receipt(log.source.entries.size() + 1)}}}),
        "01.08", "receipt"));
}

TEST_CASE("a save that was taken out breaks its chain", "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("answer.save", 4);
    log.source.entries.erase(log.source.entries.begin() + static_cast<std::ptrdiff_t>(at));
    for (std::size_t i = at; i < log.source.entries.size(); ++i)
        log.source.entries[i].index = i;
    log.source.sign(sample::log_signer());
    const auto report = audit(log.source);
    CHECK(report["01.05"].positions.size() >= 1);
    CHECK(names(report, "01.05", "(answer.save)"));
}

TEST_CASE("a save added after the bell is named by 03.05", "[journal][verify]") {
    LogSample log{{2, 1}};
    log.publish();
    log.intake();
    log.prepare();
    log.sit();
    auto late = log.save(1, 1, "A");
    late.received_at = log.now;
    log.happens(core::AnswerSaved{late.client, log.now});
    log.sign();
    const auto report = audit(log.source);
    CHECK(names(report, "03.05",
                "leaf " + std::to_string(log.source.entries.size() - 1) + " (answer.save)"));
}

TEST_CASE("a mark that was changed in what is stored is named by 05.02, a total by 05.05",
          "[journal][verify]") {
    Whole log;
    auto stored = text::from_text<core::CandidateScore>(log.source.stored_scores[1].text);
    REQUIRE(stored);
    auto& item = stored->rounds.front().items.back();
    item.points = core::Points{100};
    log.source.stored_scores[1].text = text::to_text(*stored);
    auto report = audit(log.source);
    CHECK(failed(report) == "05.02 ");
    CHECK(names(report, "05.02", item.item.text()));

    stored->rank = 1;
    log.source.stored_scores[1].text = text::to_text(*stored);
    report = audit(log.source);
    CHECK(names(report, "05.05", stored->candidate.text()));
}

TEST_CASE("another tally or another results file than was signed is named by 05.05",
          "[journal][verify]") {
    LogSample log{{4, 3}};
    log.publish();
    log.intake();
    log.prepare();
    log.sit();
    log.happens(core::ScoreComputed{sample::secretary, crypto::sha256("other"), 2});
    log.sign();
    CHECK(names(audit(log.source), "05.05", "(score.compute)"));

    Whole whole_log;
    whole_log.source.files.begin()->second += " ";
    CHECK(names(audit(whole_log.source), "05.05", "(result.release)"));
    whole_log.source.files.clear();
    CHECK(names(audit(whole_log.source), "05.05", "(result.release)"));
}

TEST_CASE("a key or paper exchanged after the sealing is named and not marked with",
          "[journal][verify]") {
    Whole log;
    auto& files = log.source.papers.at(sample::paper_id);
    const auto at = files.key_document.find("\"A\"");
    files.key_document.replace(at, 3, "\"B\"");
    auto report = audit(log.source);
    CHECK(names(report, "04.05", "(key.seal)"));
    CHECK(report["05.02"].state == journal::CheckState::not_run);

    files.paper += " ";
    report = audit(log.source);
    CHECK(names(report, "04.03", "(paper.seal)"));
}

TEST_CASE("openings that their rule keeps closed are sealed, not missing", "[journal][verify]") {
    Whole log;
    for (auto& entry : log.source.entries) {
        const auto leaf = journal::parse_leaf(entry.leaf);
        if (journal::find_leaf_type(leaf->type)->opened != journal::Opened::to_auditors) continue;
        entry.salt.reset();
        entry.payload.reset();
    }
    auto report = audit(log.source);
    INFO(journal::print_report(report));
    CHECK(report.exit_code() == 2);
    CHECK(report["01.04"].state == journal::CheckState::sealed);
    CHECK(report["01.05"].state == journal::CheckState::sealed);
    CHECK(report["05.02"].state == journal::CheckState::sealed);
    CHECK(report["05.01"].state == journal::CheckState::pass);
    CHECK(report["05.01"].examined > 0);

    auto& public_entry = log.source.entries[log.source.find("contest.state")];
    public_entry.salt.reset();
    public_entry.payload.reset();
    report = audit(log.source);
    CHECK(names(report, "01.04", "(contest.state)"));
}

TEST_CASE("one opening missing among others is a failure", "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("answer.save", 3);
    log.source.entries[at].salt.reset();
    log.source.entries[at].payload.reset();
    const auto report = audit(log.source);
    CHECK(names(report, "01.04", "leaf " + std::to_string(at)));
    CHECK(report["05.05"].state == journal::CheckState::not_run);
}

TEST_CASE("erased openings are counted apart and named by record.erase", "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("intake.apply");
    log.happens(
        core::RecordErased{sample::chair, {static_cast<core::Whole>(at)}, "Luật", log.both()});
    log.sign();
    log.source.entries[at].salt.reset();
    log.source.entries[at].payload.reset();
    const auto report = audit(log.source);
    CHECK(report["01.04"].state == journal::CheckState::erased);
    CHECK(report["01.04"].erased == 1);
    CHECK(report["01.05"].state == journal::CheckState::pass);
}

TEST_CASE("a draw whose order was written by hand is named by 05.01", "[journal][verify]") {
    Whole log;
    const auto at = log.source.find("draw.result");
    const auto event = journal::decode("draw.result", *log.source.entries[at].payload);
    auto resolved = std::get<core::DrawResolved>(*event);
    std::swap(resolved.order[0], resolved.order[1]);
    std::swap(resolved.seats[0].candidate, resolved.seats[1].candidate);
    log.source.forge_leaf(at, resolved);
    CHECK(names(audit(log.source), "05.01", "(draw.result)"));
}

TEST_CASE("the genesis stands first and once, times do not go back, leaves are not doubled",
          "[journal][verify]") {
    Whole log;
    auto second = log.source.entries.front();
    second.index = log.source.entries.size();
    log.source.entries.push_back(second);
    const auto report = audit(log.source);
    CHECK(names(report, "01.03", "(contest.genesis)"));
    CHECK(names(report, "03.04", "(contest.genesis)"));
    CHECK(names(report, "01.02", "checkpoint"));
    CHECK(names(report, "03.06", "(contest.genesis)"));
}

TEST_CASE("an empty source fails and does not break", "[journal][verify]") {
    MemorySource nothing;
    const auto report = audit(nothing);
    CHECK(report.exit_code() == 1);
    CHECK(names(report, "01.02", "checkpoint"));
}

TEST_CASE("every position is in the JSON, some of them on the terminal", "[journal][verify]") {
    Whole log;
    for (auto& entry : log.source.entries)
        entry.salt = std::string(32, 'x');
    const auto report = audit(log.source);
    const auto text = journal::print_report(report, 3);
    CHECK(text.find("leaf 2 (") != std::string::npos);
    CHECK(text.find("leaf 3 (") == std::string::npos);
    CHECK(text.find("+" + std::to_string(report["04.01"].positions.size() - 3)) !=
          std::string::npos);
    const auto json = journal::report_json(report);
    CHECK(json.find("leaf 30 (") != std::string::npos);
    CHECK(json.find("\"exit_code\":1") != std::string::npos);
}
