#include "http/handlers/trace.h"

#include "core/marking/blinding.h"
#include "core/marking/scripts.h"
#include "core/refusal.h"

#include <stdexcept>

namespace thi::http::handlers {
namespace {

// A stored answer as JSON.
text::Raw answer_value(const std::string& stored) {
    auto value = text::parse(stored);
    if (!value) throw std::runtime_error("a stored answer does not read");
    return text::Raw{std::move(*value)};
}

// Those that the computer marked; of an essay's paper every item, as people mark all of them.
std::vector<core::ItemScore> scores_of(const core::RoundScore& round,
                                       const std::optional<store::PaperContent>& paper) {
    auto scores = round.items;
    if (!scores.empty() || !paper) return scores;
    for (const auto& item : paper->content.items) {
        core::ItemScore score;
        score.item = item.item;
        score.verdict = core::Verdict::unmarked;
        score.max = item.points;
        scores.push_back(score);
    }
    return scores;
}

// Trial, reference and repeated marks count for nothing and are not told.
void add_marks(api::ScoreTrace& trace, const store::Reader& reader, core::ContestId contest,
               core::RoundId round, const TraceKeys& keys) {
    const auto script = keys.scripts.find(round);
    if (script == keys.scripts.end()) return;
    for (auto& mark : reader.marks(contest, round, script->second.code)) {
        if (!script->second.counts.contains({mark.turn, mark.marker})) continue;
        const bool again = core::is_remark(mark.turn) && keys.amended.contains(round);
        if (!core::is_live(mark.turn) && !again) continue;
        trace.marks.push_back({.round = round,
                               .item = mark.item,
                               .turn = mark.turn,
                               .points = mark.points,
                               .lines = std::move(mark.lines),
                               .index = static_cast<core::Whole>(mark.index)});
    }
}

TraceKeys::Script script_keys(const core::Marking& marking, const std::string& code) {
    TraceKeys::Script keys{code, {}};
    if (const auto* script = core::find_script(marking, code))
        for (const auto& one : script->assignments)
            if (one.counts) keys.counts.emplace(one.turn, one.marker);
    return keys;
}

} // namespace

std::vector<api::TraceItem> items_of(const store::Reader& reader, const core::RoundScore& round) {
    std::optional<store::PaperContent> paper;
    if (round.paper) paper = reader.paper_content(*round.paper);
    std::map<core::ItemId, store::AnswerRow> answers;
    if (round.sitting)
        for (auto& answer : reader.answers(*round.sitting))
            answers[answer.item] = std::move(answer);
    std::vector<api::TraceItem> items;
    for (const auto& score : scores_of(round, paper)) {
        auto& item = items.emplace_back();
        item.score = score;
        if (paper) {
            for (const auto& one : paper->content.items)
                if (one.item == score.item) item.item = one;
            for (const auto& one : paper->key.items)
                if (one.item == score.item) item.key = one;
        }
        const auto answer = answers.find(score.item);
        if (answer == answers.end()) continue;
        item.answer = answer_value(answer->second.value);
        if (!item.score.index) item.score.index = static_cast<core::Whole>(answer->second.index);
    }
    return items;
}

TraceKeys trace_keys_of(const core::Contest& contest, core::CandidateId candidate) {
    TraceKeys keys;
    keys.score_index = contest.score_index;
    keys.recomputed = contest.released_hash ? contest.score_index != contest.released_score
                                            : !contest.resits.empty();
    for (const auto& [round, marking] : contest.markings)
        if (marking.unblinded_at)
            if (const auto code = core::code_of(contest, round, candidate))
                keys.scripts[round] = script_keys(marking, *code);
    for (const auto& one : contest.amendments)
        if (one.candidate == candidate) keys.amended.insert(one.round);
    for (const auto& [round, defence] : contest.defences) {
        const auto hearing = defence.hearings.find(candidate);
        if (hearing == defence.hearings.end()) continue;
        for (const auto& [member, sheet] : hearing->second.sheets)
            keys.sheets.push_back(
                {round, sheet.total, sheet.lines, static_cast<core::Whole>(sheet.index)});
    }
    return keys;
}

core::Result<void> open_to_candidate(const TraceKeys& keys) {
    if (!keys.recomputed) return {};
    return core::refuse(
        core::Code::wrong_state,
        "Điểm đang được tính lại sau phúc khảo hoặc xử lý lỗi đề, chưa công bố. Kết "
        "quả đã công bố vẫn xem được ở trang kết quả.",
        "Scores are being computed again after an appeal or a remedy and are not "
        "released yet. What was released is still on the page of results.");
}

std::optional<api::ScoreTrace> trace_of(const store::Reader& reader, core::ContestId contest,
                                        core::CandidateId candidate, const TraceKeys& keys) {
    auto scores = reader.scores_of(candidate);
    if (scores.empty()) return std::nullopt;
    api::ScoreTrace trace;
    trace.score = std::move(scores.front().score);
    if (keys.score_index) trace.score_index = static_cast<core::Whole>(*keys.score_index);
    if (const auto releases = reader.releases(contest); !releases.empty())
        trace.release_index = static_cast<core::Whole>(releases.back().index);
    for (const auto& round : trace.score.rounds) {
        if (!round.items.empty())
            for (auto& item : items_of(reader, round))
                trace.items.push_back(std::move(item));
        add_marks(trace, reader, contest, round.round, keys);
        for (const auto& row : reader.ballots(round.round, candidate))
            trace.ballots.push_back(
                {round.round, row.ballot.score, static_cast<core::Whole>(row.index)});
    }
    trace.sheets = keys.sheets;
    return trace;
}

} // namespace thi::http::handlers
