// A candidate's own file: out of the trace, the own entries of the log, and their receipts.

#include "print/candidate_file.h"

#include "core/plan/plan.h"
#include "http/bounded_pool.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/handlers/entry_receipt.h"
#include "http/handlers/printed.h"
#include "http/handlers/trace.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "journal/bundle/folder.h"
#include "print/words.h"
#include "store/committer.h"
#include "store/store.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

std::string option_text(const core::Item& item, const std::string& option) {
    for (const auto& one : item.options)
        if (one.option == option) return one.text;
    return option;
}

std::string options_text(const core::Item& item, const std::vector<std::string>& options) {
    std::string text;
    for (const auto& option : options)
        text += (text.empty() ? "" : "; ") + option_text(item, option);
    return text;
}

std::string answer_text(const api::TraceItem& one) {
    if (!one.answer) return {};
    const auto value = text::from_json<core::Value>(one.answer->value);
    if (!value) return {};
    if (const auto* typed = std::get_if<std::string>(&*value)) return *typed;
    const auto* chosen = std::get_if<std::vector<std::string>>(&*value);
    return chosen != nullptr && one.item ? options_text(*one.item, *chosen) : std::string{};
}

std::string key_text(const api::TraceItem& one) {
    if (!one.key || !one.item) return {};
    if (!one.key->options.empty()) return options_text(*one.item, one.key->options);
    if (one.key->numeric) return one.key->numeric->value + " ± " + one.key->numeric->tolerance;
    std::string text;
    for (const auto& accepted : one.key->accepted)
        text += (text.empty() ? "" : "; ") + accepted;
    return text;
}

// What each criterion of an item's rubric asks, by its name.
std::string criterion_text(const api::TraceItem& item, const std::string& criterion) {
    if (item.key)
        for (const auto& one : item.key->rubric)
            if (one.criterion == criterion) return one.text;
    return criterion;
}

print::FileMark mark_of(const api::TraceItem& item, const api::TraceMark& mark) {
    print::FileMark made;
    made.turn = print::word(mark.turn);
    made.points = mark.points;
    made.index = mark.index;
    for (const auto& line : mark.lines) {
        auto text = criterion_text(item, line.criterion);
        if (!text.empty()) text += ": ";
        text += print::points_text(line.points);
        if (!line.comment.empty()) text += " - " + line.comment;
        made.lines.push_back(std::move(text));
    }
    return made;
}

print::FileAnswer answer_of(const api::ScoreTrace& trace, const api::TraceItem& item) {
    print::FileAnswer answer;
    if (item.item) answer.question = item.item->stem;
    answer.answer = answer_text(item);
    answer.key = key_text(item);
    answer.score = item.score;
    for (const auto& mark : trace.marks)
        if (mark.item == item.score.item) answer.marks.push_back(mark_of(item, mark));
    return answer;
}

print::FileRound round_of(const store::Reader& reader, const core::Plan& plan,
                          const api::ScoreTrace& trace, const core::RoundScore& score) {
    print::FileRound round;
    round.score = score;
    if (plan.rounds.value)
        for (const auto& one : *plan.rounds)
            if (one.round == score.round) round.title = one.title;
    for (const auto& item : items_of(reader, score))
        round.answers.push_back(answer_of(trace, item));
    for (const auto& ballot : trace.ballots)
        if (ballot.round == score.round)
            round.ballots.push_back(
                (ballot.score ? print::points_text(*ballot.score) : "phiếu trắng") + " " +
                print::entry(static_cast<std::uint64_t>(ballot.index)));
    for (const auto& sheet : trace.sheets)
        if (sheet.round == score.round)
            round.ballots.push_back(print::points_text(sheet.total) + " " +
                                    print::entry(static_cast<std::uint64_t>(sheet.index)));
    return round;
}

// Entries about the candidate alone, and the marks of scripts that are known to be the candidate's.
std::vector<print::FileEntry> entries_of(const store::Reader& reader, core::ContestId contest,
                                         const api::ScoreTrace& trace) {
    auto indexes = reader.own_entries(contest, trace.score.candidate);
    for (const auto& mark : trace.marks)
        indexes.push_back(static_cast<std::uint64_t>(mark.index));
    std::sort(indexes.begin(), indexes.end());
    std::vector<print::FileEntry> entries;
    for (const auto index : indexes) {
        const auto entry = reader.entry(contest, index);
        if (!entry) continue;
        auto receipt = entry_receipt(reader, contest, *entry, std::nullopt, WithPayload::yes);
        entries.push_back(
            {index, entry->at, entry->type, receipt ? std::move(receipt->receipt) : std::string{}});
    }
    return entries;
}

std::optional<print::CandidateFile> file_of(const store::Reader& reader, core::ContestId contest,
                                            core::CandidateId candidate, const TraceKeys& keys) {
    const auto releases = reader.releases(contest);
    auto row = reader.contest(contest);
    if (releases.empty() || !row) return std::nullopt;
    const auto trace = trace_of(reader, contest, candidate, keys);
    if (!trace) return std::nullopt;
    auto shown = seen(std::move(*row));
    print::CandidateFile file;
    file.plan = std::move(shown.plan);
    file.contest = contest;
    file.vkey = shown.row.log_vkey;
    if (const auto account = reader.account_of(candidate))
        file.name = reader.names(*account).full_name;
    file.score = trace->score;
    file.file_hash = journal::hex(releases.back().file_hash);
    for (const auto& round : trace->score.rounds)
        file.rounds.push_back(round_of(reader, file.plan, *trace, round));
    file.entries = entries_of(reader, contest, *trace);
    return file;
}

} // namespace

net::awaitable<core::Result<Reply>> candidate_file(Exchange& exchange) {
    const auto contest = exchange.standing().contest;
    const auto candidate = exchange.candidate();
    const auto question = [candidate](const core::Contest& state) {
        return trace_keys_of(state, candidate);
    };
    const auto keys = co_await exchange.committer().read(contest, question);
    if (!keys) co_return keys.error();
    if (const auto open = open_to_candidate(*keys); !open) co_return open.error();
    auto& store = exchange.store();
    const auto work = [&] {
        const auto file = store.ask([&](const store::Reader& reader) {
            return file_of(reader, contest, candidate, *keys);
        });
        return file ? std::pair{print::candidate_file(*file), file->score.roll_number}
                    : std::pair<std::string, std::string>{};
    };
    auto made = co_await exchange.services().hashing.run(work);
    if (!made) co_return made.error();
    if (made->first.empty()) co_return no_such_thing();
    auto reply = Reply::printed_page(std::move(made->first));
    reply.attachment = "ho-so-du-thi-" + made->second + ".html";
    co_return reply;
}

} // namespace thi::http::handlers
