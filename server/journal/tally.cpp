#include "journal/tally.h"

#include "core/result/sums.h"
#include "core/sitting/lookup.h"
#include "journal/verify/entries.h"
#include "journal/verify/fits.h"
#include "journal/verify/papers.h"
#include "journal/verify/scorable.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace thi::journal {
namespace {

text::Mistake at_leaf(std::uint64_t index, const text::Sentence& why) {
    const auto where = leaf_place(index) + ": ";
    return text::mistaken(text::Kind::format, where + why.vi, where + why.en);
}

class Following {
  public:
    explicit Following(LogSource& source) : papers_(source, report_) {}

    void take(SourceEntry&& from) {
        if (broken) return;
        const auto entry = examine(std::move(from));
        const auto i = frontier_.size();
        frontier_.append(entry.hash);
        if (!entry.event || !entry.commitment_holds) {
            const auto rule = entry.opened || entry.bad_leaf
                                  ? text::Sentence{"Lá hoặc phần mở không đúng.",
                                                   "The leaf or its opening is not sound."}
                                  : text::Sentence{"Phần mở còn niêm phong hoặc thiếu.",
                                                   "The opening is sealed or missing."};
            broken = at_leaf(i, rule);
            return;
        }
        core::Record record{i, entry.leaf.at, entry.payload_hash, {}};
        if (std::holds_alternative<core::DrawFrozen>(*entry.event)) record.root = frontier_.root();
        if (const auto why = unfit(contest, *entry.event, record)) {
            broken = at_leaf(i, *why);
            return;
        }
        core::apply(contest, *entry.event, record);
        papers_.take(contest, *entry.event, leaf_place(i));
    }

    // What is wrong with a paper or key, where something is.
    std::optional<text::Mistake> bad_paper() const {
        for (const auto* check : {"04.03", "04.05"})
            for (const auto& position : report_[check].positions)
                return text::mistaken(text::Kind::format, position.where + ": " + position.says.vi,
                                      position.where + ": " + position.says.en);
        return std::nullopt;
    }

    core::Contest contest;
    std::optional<text::Mistake> broken;

  private:
    Report report_;
    Papers papers_;
    Frontier frontier_;
};

// Columns are padded by code points, so that Vietnamese words line up.
std::string padded(std::string text, std::size_t width) {
    const auto points =
        static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    if (points < width) text.append(width - points, ' ');
    return text;
}

std::string word(core::Outcome outcome) {
    switch (outcome) {
    case core::Outcome::winner:
        return "trúng tuyển / winner";
    case core::Outcome::passed:
        return "đạt / passed";
    case core::Outcome::not_passed:
        return "không đạt / not passed";
    case core::Outcome::absent:
        return "vắng / absent";
    case core::Outcome::withdrawn:
        return "đã rút / withdrawn";
    }
    return "";
}

std::string leaf_word(std::optional<core::Whole> index) {
    return index ? "mục / entry " + std::to_string(*index) : std::string{};
}

std::string points_word(core::Points points) {
    return core::shown({points.hundredths, 1}, 2);
}

void append_round(std::string& text, const core::Contest& contest, const core::RoundScore& round) {
    const auto* known = core::find_round(contest.plan, round.round);
    text += (known != nullptr ? known->title : round.round.str()) + ": ";
    text += boost::describe::enum_to_string(round.fate, "?");
    text += ", " + core::shown(round.mark, core::decimals_shown_max) + "\n";
    for (const auto& item : round.items)
        text += "  " + padded(item.item.str(), 22) +
                padded(boost::describe::enum_to_string(item.verdict, "?"), 10) +
                padded(points_word(item.points) + "/" + points_word(item.max), 14) +
                leaf_word(item.index) + "\n";
    for (const auto& part : round.parts)
        text += "  " + padded(part.part, 32) + points_word(part.points) + "/" +
                points_word(part.max) + (part.passed ? "" : " !") + "\n";
}

} // namespace

text::Result<Tallied> tally(LogSource& source) {
    Following following{source};
    source.each_entry([&](SourceEntry&& entry) { following.take(std::move(entry)); });
    if (following.broken) return *following.broken;
    if (const auto bad = following.bad_paper()) return *bad;
    if (const auto why = unscorable(following.contest))
        return text::mistaken(text::Kind::missing, why->why.vi, why->why.en);
    Tallied tallied;
    tallied.contest = std::move(following.contest);
    tallied.tally = core::tally(tallied.contest);
    const auto& final_hash = tallied.contest.final_hash;
    const auto& hash = final_hash ? final_hash : tallied.contest.released_hash;
    if (const auto file = hash ? source.published(*hash) : std::nullopt)
        if (auto names = names_in(*file, tallied.tally)) tallied.names = std::move(*names);
    return tallied;
}

std::string results_file(const Tallied& tallied) {
    return results_file(tallied.contest, tallied.tally, tallied.names);
}

std::string print_ranking(const Tallied& tallied) {
    std::string text;
    for (const auto& post : tallied.contest.plan.post.list.value_or({})) {
        text += post.title + "\n";
        for (const auto& score : tallied.tally.candidates) {
            if (score.post != post.post) continue;
            const auto name = tallied.names.find(score.candidate);
            text += "  " + padded(score.rank ? std::to_string(*score.rank) : "-", 5);
            text += padded(score.roll_number, 7) + padded(score.shown, 9);
            text += word(score.outcome);
            if (name != tallied.names.end()) text += "  " + name->second;
            text += '\n';
        }
        const auto& unfilled = tallied.tally.unfilled;
        if (std::find(unfilled.begin(), unfilled.end(), post.post) != unfilled.end())
            text += "  không có người đạt / unfilled\n";
    }
    for (const auto& tie : tallied.tally.open_ties)
        text += "chưa phân định / not told apart: " + std::to_string(tie.candidates.size()) + "\n";
    return text;
}

const core::CandidateScore* find_score(const Tallied& tallied, std::string_view code) {
    for (const auto& score : tallied.tally.candidates)
        if (score.roll_number == code || score.candidate.text() == code) return &score;
    return nullptr;
}

std::string print_trace(const Tallied& tallied, const core::CandidateScore& score) {
    auto text = score.candidate.str() + "  " + score.roll_number;
    if (const auto name = tallied.names.find(score.candidate); name != tallied.names.end())
        text += "  " + name->second;
    text += '\n';
    for (const auto& round : score.rounds)
        append_round(text, tallied.contest, round);
    text += "các bước / steps\n";
    for (const auto& step : score.steps)
        text += "  " + padded(step.rule, 30) + padded(step.says, 40) + leaf_word(step.index) + "\n";
    text += "tổng / total " + core::shown(score.total, core::decimals_shown_max) + " -> " +
            score.shown + "; hạng / rank " + (score.rank ? std::to_string(*score.rank) : "-") +
            "; " + word(score.outcome) + "\n";
    return text;
}

} // namespace thi::journal
