#include "journal/verify/marks.h"

#include "journal/results.h"
#include "journal/verify/scorable.h"
#include "text/described.h"

#include <algorithm>

namespace thi::journal {
namespace {

std::string name_of(const core::CandidateScore& score) {
    return "score " + score.candidate.str() + ", " + score.post.str();
}

std::string points(core::Points given, core::Points max) {
    return std::to_string(given.hundredths) + "/" + std::to_string(max.hundredths);
}

// Item by item: which answer was marked, and with what.
void compare_items(const core::CandidateScore& stored, const core::CandidateScore& again,
                   Check& check) {
    for (std::size_t r = 0; r < again.rounds.size(); ++r) {
        const auto& right = again.rounds[r].items;
        check.examined += right.size();
        if (r >= stored.rounds.size() || stored.rounds[r].items.size() != right.size()) {
            check.fail(name_of(again) + ", " + again.rounds[r].round.str(),
                       "Số câu đã chấm không khớp.", "Not as many items as were marked.");
            continue;
        }
        for (std::size_t i = 0; i < right.size(); ++i) {
            const auto& was = stored.rounds[r].items[i];
            if (was == right[i]) continue;
            check.fail(name_of(again) + ", " + right[i].item.str(),
                       "Đã lưu " + points(was.points, was.max) + ", chấm lại " +
                           points(right[i].points, right[i].max) + ".",
                       "Stored " + points(was.points, was.max) + ", re-marked " +
                           points(right[i].points, right[i].max) + ".");
        }
    }
}

core::CandidateScore without_items(core::CandidateScore score) {
    for (auto& round : score.rounds)
        round.items.clear();
    return score;
}

void compare_totals(const core::CandidateScore& stored, const core::CandidateScore& again,
                    Check& check) {
    ++check.examined;
    if (text::to_text(without_items(stored)) == text::to_text(without_items(again))) return;
    const auto rank = [](const core::CandidateScore& score) {
        return score.rank ? std::to_string(*score.rank) : std::string{"-"};
    };
    check.fail(name_of(again),
               "Đã lưu " + stored.shown + ", hạng " + rank(stored) + "; tính lại " + again.shown +
                   ", hạng " + rank(again) + ".",
               "Stored " + stored.shown + ", rank " + rank(stored) + "; recomputed " + again.shown +
                   ", rank " + rank(again) + ".");
}

} // namespace

void Marks::skip(const text::Sentence& why) {
    report_["05.02"].skip(why.vi, why.en);
    report_["05.05"].skip(why.vi, why.en);
}

const core::Tally* Marks::tally(const core::Contest& contest) {
    if (tally_) return &*tally_;
    if (const auto why = unscorable(contest)) {
        skip(why->why);
        return nullptr;
    }
    tally_ = core::tally(contest);
    return &*tally_;
}

void Marks::computed(const core::Contest& contest, const core::ScoreComputed& event,
                     const std::string& where) {
    tally_.reset();
    const auto* again = tally(contest);
    if (again == nullptr) return;
    auto& check = report_["05.05"];
    ++check.examined;
    if (trace_hash(*again) != event.hash)
        check.fail(where, "Bảng điểm tính lại có mã băm khác.",
                   "The tally made again has another hash.");
    if (event.candidates != std::ssize(again->candidates))
        check.fail(where, "Số thí sinh không khớp.", "The number of candidates does not match.");
}

// A rung without a person behind it must be one that computes itself so.
void Marks::stepped(const core::Contest& contest, const core::TieStepped& event,
                    const std::string& where) {
    tally_.reset();
    const auto* again = tally(contest);
    if (again == nullptr || event.by) return;
    auto& check = report_["05.05"];
    ++check.examined;
    const bool follows = std::any_of(
        again->computed_steps.begin(), again->computed_steps.end(), [&](const auto& step) {
            return step.post == event.post && step.rung == event.rung && step.order == event.order;
        });
    if (!follows)
        check.fail(where, "Bước phân định này không tính ra được từ điểm.",
                   "This step of the ladder does not follow from the marks.");
}

template <class Release>
void Marks::released(const core::Contest& contest, const Release& event, const std::string& where) {
    const auto* again = tally(contest);
    if (again == nullptr) return;
    auto& check = report_["05.05"];
    ++check.examined;
    if (!again->open_ties.empty())
        check.fail(where, "Còn nhóm bằng điểm chưa phân định.", "Equals are not told apart.");
    if (event.root != scored_root_)
        check.fail(where, "Gốc đã ký khác với gốc tại lần tính điểm.",
                   "The root is not that of the tree under the scores.");
    check_file(contest, *again, event.file_hash, where);
}

void Marks::check_file(const core::Contest& contest, const core::Tally& again,
                       const crypto::Digest& file_hash, const std::string& where) {
    auto& check = report_["05.05"];
    const auto file = source_.published(file_hash);
    if (!file) {
        check.fail(where, "Không có tệp kết quả đã công bố.", "The published file is not there.");
        return;
    }
    if (crypto::sha256(*file) != file_hash) {
        check.fail(where, "Tệp kết quả khác với mã băm đã công bố.",
                   "The results file has another hash than was released.");
        return;
    }
    const auto names = names_in(*file, again);
    if (!names || results_file(contest, again, *names) != *file)
        check.fail(where, "Tệp kết quả không khớp bảng điểm tính lại.",
                   "The results file is not the one that the tally gives.");
}

void Marks::take(const core::Contest& contest, const core::Event& event, const Hash& root,
                 const std::string& where) {
    if (const auto* scores = std::get_if<core::ScoreComputed>(&event)) {
        scored_root_ = root;
        computed(contest, *scores, where);
    } else if (const auto* step = std::get_if<core::TieStepped>(&event)) {
        scored_root_ = root;
        stepped(contest, *step, where);
    } else if (const auto* release = std::get_if<core::ResultReleased>(&event)) {
        released(contest, *release, where);
    } else if (const auto* last = std::get_if<core::ResultFinal>(&event)) {
        released(contest, *last, where);
    }
}

void Marks::finish() {
    if (!tally_) return;
    const auto stored = source_.scores();
    if (!stored) {
        report_["05.02"].skip("Nguồn này không lưu điểm.", "This source keeps no scores.");
        return;
    }
    auto& totals = report_["05.05"];
    const auto& again = tally_->candidates;
    if (stored->size() != again.size())
        totals.fail("score",
                    "Có " + std::to_string(stored->size()) + " dòng điểm, tính lại được " +
                        std::to_string(again.size()) + ".",
                    std::to_string(stored->size()) + " scores are stored, " +
                        std::to_string(again.size()) + " recompute.");
    for (std::size_t i = 0; i < stored->size() && i < again.size(); ++i) {
        const auto& row = (*stored)[i];
        const auto score =
            text::from_text<core::CandidateScore>(row.text, {.bytes_max = results_bytes_max});
        if (!score) {
            totals.fail(row.name, score.error().detail.vi, score.error().detail.en);
            continue;
        }
        if (score->candidate != again[i].candidate || score->post != again[i].post) {
            totals.fail(row.name, "Không đúng thứ tự xếp hạng.", "Not in the order of ranking.");
            continue;
        }
        compare_items(*score, again[i], report_["05.02"]);
        compare_totals(*score, again[i], totals);
    }
}

} // namespace thi::journal
