#include "print/minutes.h"

#include "print/minutes_parts.h"

#include <algorithm>
#include <array>

namespace thi::print {
namespace {

constexpr std::array<std::string_view, 44> types{
    core::PaperSealed::leaf,      core::KeySealed::leaf,          core::PaperOpened::leaf,
    core::PaperSwitched::leaf,    core::DrawFrozen::leaf,         core::DrawCommitted::leaf,
    core::DrawRevealed::leaf,     core::DrawResolved::leaf,       core::RoomsPlanned::leaf,
    core::TimeRemoved::leaf,      core::TimeRestored::leaf,       core::IncidentOpened::leaf,
    core::IncidentClosed::leaf,   core::SittingAdmitted::leaf,    core::SittingLeased::leaf,
    core::SittingSubmitted::leaf, core::SittingEnded::leaf,       core::TimeGranted::leaf,
    core::LateDecided::leaf,      core::InfractionRecorded::leaf, core::ScriptBlinded::leaf,
    core::AnomalyNoted::leaf,     core::MarkAssigned::leaf,       core::FurtherMarkingCalled::leaf,
    core::MarkSettled::leaf,      core::MarkerStopped::leaf,      core::MarkerQualified::leaf,
    core::ScriptsUnblinded::leaf, core::DefenceOpened::leaf,      core::DefenceStepped::leaf,
    core::QuestionAsked::leaf,    core::BallotIssued::leaf,       core::BallotCast::leaf,
    core::BallotsCounted::leaf,   core::SheetScored::leaf,        core::ScoreComputed::leaf,
    core::TieStepped::leaf,       core::ResultReleased::leaf,     core::ResultFinal::leaf,
    core::AppealFiled::leaf,      core::AppealDecided::leaf,      core::MarkAmended::leaf,
    core::RemedyApplied::leaf,    core::RoundHeldAgain::leaf,
};

std::vector<Minutes> collect(const Looked& looked) {
    std::vector<Minutes> all;
    add_openings(looked, all);
    add_draws(looked, all);
    add_sittings(looked, all);
    add_markings(looked, all);
    add_counts(looked, all);
    add_results(looked, all);
    std::stable_sort(all.begin(), all.end(), [](const Minutes& a, const Minutes& b) {
        return a.line.index < b.line.index;
    });
    return all;
}

// Papers of the Party and of the State have different heads (Decree 30/2020, annex I; the Central
// Office's guide 36-HD/VPTW).
Page::Row country(const core::Plan& plan) {
    if (plan.contest.preset.value == core::Preset::BTCTW_2017)
        return {"Đảng Cộng sản Việt Nam", " "};
    return {"Cộng hoà xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"};
}

std::vector<std::pair<std::string, std::string>> hands(const Looked& looked,
                                                       const std::vector<core::Role>& roles) {
    std::vector<std::pair<std::string, std::string>> people;
    for (const auto role : roles) {
        std::string name;
        for (const auto& [id, person] : looked.facts().officials)
            if (name.empty() && std::count(person.roles.begin(), person.roles.end(), role) > 0)
                name = person.name;
        people.emplace_back(word(role), name);
    }
    return people;
}

std::string written(const Looked& looked, const Minutes& one) {
    const auto& plan = looked.facts().plan;
    Page page{"Biên bản: " + one.line.title};
    page.letterhead({plan.contest.authority.value_or(""), "Hội đồng thi tuyển"}, country(plan));
    page.title("Biên bản", one.line.title);
    page.line("Kỳ thi: " + plan.contest.title.value_or("") + " (mã " +
              plan.contest.code.value_or("") + ").");
    page.line(spoken(one.at, looked.calendar()) + ".");
    one.write(page);
    page.signatures(hands(looked, one.signers));
    page.small("Biên bản lập từ nhật ký của kỳ thi; số trong ngoặc vuông là số mục của nhật ký " +
               looked.facts().origin +
               ", ai cũng đối chiếu được. Chữ ký tay không thay cho các mục đó.");
    return page.html();
}

} // namespace

Looked::Looked(const MinutesFacts& facts) : facts_(facts), calendar_(facts.plan.calendar) {
    each<core::DrawResolved>([&](const core::DrawResolved& draw, const Logged&) {
        for (const auto& seat : draw.seats) {
            sittings_[seat.sitting] = seat.candidate;
            rolls_[seat.candidate] = seat.roll_number;
        }
    });
    each<core::SittingAdmitted>([&](const core::SittingAdmitted& admitted, const Logged&) {
        sittings_[admitted.sitting] = admitted.candidate;
    });
}

std::string Looked::official(core::PersonId person) const {
    const auto found = facts_.officials.find(person);
    const bool named = found != facts_.officials.end() && !found->second.name.empty();
    return named ? found->second.name : std::string{person.text()};
}

std::string Looked::candidate(core::CandidateId candidate) const {
    const auto named = facts_.candidates.find(candidate);
    auto text = named != facts_.candidates.end() && !named->second.empty()
                    ? named->second
                    : std::string{candidate.text()};
    if (const auto roll = rolls_.find(candidate); roll != rolls_.end())
        text += ", SBD " + roll->second;
    return text;
}

std::string Looked::seated(core::SittingId sitting) const {
    const auto found = sittings_.find(sitting);
    return found == sittings_.end() ? std::string{sitting.text()} : candidate(found->second);
}

std::string Looked::post(core::PostId post) const {
    if (facts_.plan.post.list.value)
        for (const auto& one : *facts_.plan.post.list)
            if (one.post == post) return one.title;
    return std::string{post.text()};
}

std::string Looked::round(core::RoundId round) const {
    if (facts_.plan.rounds.value)
        for (const auto& one : *facts_.plan.rounds)
            if (one.round == round) return one.title;
    return std::string{round.text()};
}

std::string Looked::approved(const core::Approvals& approvals) const {
    std::vector<std::string> names;
    for (const auto& one : approvals)
        names.push_back(official(one.person));
    return joined(names);
}

std::span<const std::string_view> minutes_types() {
    return types;
}

std::vector<MinutesLine> minutes_list(const MinutesFacts& facts) {
    const Looked looked{facts};
    std::vector<MinutesLine> list;
    for (auto& one : collect(looked))
        list.push_back(std::move(one.line));
    return list;
}

std::optional<std::string> minutes(const MinutesFacts& facts, std::string_view name) {
    const Looked looked{facts};
    for (const auto& one : collect(looked))
        if (one.line.name == name) return written(looked, one);
    return std::nullopt;
}

} // namespace thi::print
