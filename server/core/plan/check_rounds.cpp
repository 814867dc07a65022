// Consistency of rounds, rooms, results and the panel's scores.

#include "core/marking/bands.h"
#include "core/plan/calendar.h"
#include "core/plan/check_parts.h"
#include "core/plan/life.h"
#include "core/plan/parameters.h"
#include "core/refusal.h"

#include <algorithm>
#include <set>

namespace thi::core {
namespace {

constexpr std::int64_t points_max = 100'000'00;
constexpr Whole minutes_max = 1440;

std::string round_at(std::size_t i) {
    return value_at("rounds") + '/' + std::to_string(i);
}

// A written round that counts has the plan's own duration and mark, or says nothing of them.
void check_written(const Plan& plan, const Round& round, const std::string& at, Faults& faults) {
    if (round.type != RoundType::written || round.practice) return;
    const auto& rules = plan.round.written;
    if (round.minutes != 0 && round.minutes != rules.duration.value_or(round.minutes))
        faults.push_back(wrong(at + "/minutes", "Khác với thời gian thi viết của kế hoạch.",
                               "Differs from round.written.duration."));
    if (round.pass != rules.pass.value_or(round.pass))
        faults.push_back(wrong(at + "/pass", "Khác với điểm đạt vòng thi viết của kế hoạch.",
                               "Differs from round.written.pass."));
}

void check_round(const Plan& plan, std::size_t i, Faults& faults) {
    const auto& round = (*plan.rounds)[i];
    const auto at = round_at(i);
    if (round.weight < 0 || round.weight > 1000)
        faults.push_back(wrong(at + "/weight", "Hệ số từ 0 đến 1000.", "Weight: 0 to 1000."));
    if (round.scale.hundredths < 1 || round.scale.hundredths > points_max)
        faults.push_back(wrong(at + "/scale", "Thang điểm phải lớn hơn 0.", "A scale above 0."));
    if (round.pass.hundredths < 0 || round.pass > round.scale)
        faults.push_back(wrong(at + "/pass", "Điểm đạt phải trong thang điểm.",
                               "The pass mark must lie on the scale."));
    if (round.minutes < 0 || round.minutes > minutes_max)
        faults.push_back(wrong(at + "/minutes", "Từ 0 đến 1440 phút.", "0 to 1440 minutes."));
    if (round.opens && !in_calendar(*round.opens))
        faults.push_back(wrong(at + "/opens", "Ngày giờ ngoài giới hạn.", "Out of range."));
    if (round.closes && !in_calendar(*round.closes))
        faults.push_back(wrong(at + "/closes", "Ngày giờ ngoài giới hạn.", "Out of range."));
    if (round.gate && round.pass.hundredths == 0)
        faults.push_back(
            wrong(at + "/pass", "Vòng loại cần điểm đạt.", "A gate needs a mark to reach."));
    if (round.clock == ClockMode::on_login && round.opens &&
        (!round.closes || *round.closes <= *round.opens))
        faults.push_back(wrong(at + "/closes", "Phải sau giờ mở.", "Must be after it opens."));
    const auto& mode = plan.round.objective.start_clock_mode;
    if (round.type == RoundType::objective && !round.practice && mode.is_set() &&
        *mode != round.clock)
        faults.push_back(wrong(at + "/clock", "Khác với cách tính giờ của kế hoạch.",
                               "Differs from round.objective.start_clock_mode."));
    check_written(plan, round, at, faults);
    const auto& parts = plan.round.objective.parts;
    if (round.type == RoundType::objective && round.minutes == 0 &&
        (!parts.is_set() || parts->empty()))
        faults.push_back(wrong(at + "/minutes", "Cần thời gian làm bài.", "A duration is needed."));
}

void check_ids(const Plan& plan, Faults& faults) {
    std::set<RoundId> seen;
    bool counts = false;
    for (std::size_t i = 0; i < plan.rounds->size(); ++i) {
        const auto& round = (*plan.rounds)[i];
        if (!round.round || !seen.insert(round.round).second)
            faults.push_back(wrong(round_at(i) + "/round", "Mã vòng thi bị trùng hoặc thiếu.",
                                   "Not a unique id."));
        counts = counts || (stands(round) && round.weight > 0);
    }
    if (!counts)
        faults.push_back(wrong(value_at("rounds"), "Cần ít nhất một vòng được tính điểm.",
                               "At least one round must count."));
}

// Rounds that count are held in the order of the list, intake before the first, with the plan's
// gap; one that is held again comes when it comes (core/result/resit.h).
void check_order(const Plan& plan, Faults& faults) {
    const Calendar calendar{plan.calendar};
    std::optional<Instant> before;
    for (std::size_t i = 0; i < plan.rounds->size(); ++i) {
        const auto& round = (*plan.rounds)[i];
        if (!stands(round) || !round.opens || takes_a_place(plan, round.round)) continue;
        const auto at = round_at(i) + "/opens";
        if (plan.intake.closes.is_set() && *round.opens <= *plan.intake.closes)
            faults.push_back(
                wrong(at, "Phải sau khi hết hạn nhận hồ sơ.", "Must be after intake closes."));
        if (before) {
            const auto days = (calendar.date_of(*round.opens) - calendar.date_of(*before)).count();
            if (*round.opens <= *before)
                faults.push_back(wrong(at, "Các vòng thi phải theo thứ tự thời gian.",
                                       "Rounds must follow one another."));
            else if (days < plan.round.gap_days.value_or(0))
                faults.push_back(wrong(at, "Chưa đủ số ngày giữa hai vòng thi.",
                                       "Fewer days than round.gap_days."));
        }
        before = round.opens;
    }
}

void check_parts(const Plan& plan, Faults& faults) {
    const auto& parts = plan.round.objective.parts;
    if (!parts.is_set()) return;
    std::set<std::string> topics;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto& part = (*parts)[i];
        const auto at = value_at("round.objective.parts") + '/' + std::to_string(i);
        if (part.topic.empty() || !topics.insert(part.topic).second)
            faults.push_back(
                wrong(at + "/topic", "Phần thi bị trùng hoặc thiếu tên.", "Not a unique topic."));
        if (part.questions < 1 || part.questions > 1000)
            faults.push_back(wrong(at + "/questions", "Từ 1 đến 1000 câu.", "1 to 1000 items."));
        if (part.minutes < 0 || part.minutes > minutes_max)
            faults.push_back(wrong(at + "/minutes", "Từ 0 đến 1440 phút.", "0 to 1440 minutes."));
        if (part.pass_pct < 0 || part.pass_pct > 100)
            faults.push_back(wrong(at + "/pass_pct", "Từ 0 đến 100.", "0 to 100."));
    }
}

void check_late_bands(const Plan& plan, Faults& faults) {
    const auto& bands = plan.room.late_entry_bands;
    if (!bands.is_set()) return;
    Whole last = 0;
    for (std::size_t i = 0; i < bands->size(); ++i) {
        const auto& band = (*bands)[i];
        const auto at = value_at("room.late_entry_bands") + '/' + std::to_string(i);
        const bool final_band = i + 1 == bands->size();
        if (!band.up_to_minutes && !final_band)
            faults.push_back(wrong(at, "Chỉ mức cuối không có giới hạn trên.",
                                   "Only the last band has no upper end."));
        if (band.up_to_minutes && *band.up_to_minutes <= last)
            faults.push_back(
                wrong(at + "/up_to_minutes", "Các mức phải tăng dần.", "Bands must rise."));
        if (band.minutes && (*band.minutes < 0 || *band.minutes > minutes_max))
            faults.push_back(wrong(at + "/minutes", "Từ 0 đến 1440 phút.", "0 to 1440 minutes."));
        last = band.up_to_minutes.value_or(last);
    }
}

// Rungs that tell any two candidates apart, whatever their marks.
bool decides(TieRung rung) {
    return rung == TieRung::council_vote || rung == TieRung::chair_decision ||
           rung == TieRung::public_draw;
}

void check_ladder(const Plan& plan, Faults& faults) {
    const auto& ladder = plan.result.tie_break;
    if (!ladder.is_set()) return;
    const auto at = value_at("result.tie_break");
    // A council can vote itself into a tie, so its vote is not an end.
    if (ladder->empty() || !decides(ladder->back()) || ladder->back() == TieRung::council_vote)
        faults.push_back(
            wrong(at, "Bậc cuối phải luôn phân định được: chủ tịch quyết định hoặc bốc thăm.",
                  "The last rung must always decide: the chair or a public draw."));
    if (std::set<TieRung>(ladder->begin(), ladder->end()).size() != ladder->size())
        faults.push_back(wrong(at, "Có bậc bị lặp.", "A rung stands twice."));
}

} // namespace

void check_rounds(const Plan& plan, Faults& faults) {
    if (!plan.rounds.is_set()) return;
    check_ids(plan, faults);
    for (std::size_t i = 0; i < plan.rounds->size(); ++i)
        check_round(plan, i, faults);
    if (!faults.empty()) return; // Days out of range are not reckoned with.
    check_order(plan, faults);
    check_parts(plan, faults);
    check_late_bands(plan, faults);
    const auto& leave = plan.room.earliest_leave_fraction;
    if (leave.is_set() && *leave > Fraction{1, 1})
        faults.push_back(
            wrong(value_at("room.earliest_leave_fraction"), "Không quá 1.", "At most 1."));
}

void check_results(const Plan& plan, Faults& faults) {
    check_ladder(plan, faults);
    if (!plan.rounds.is_set() || !plan.result.pass_mark.is_set()) return;
    Points most;
    for (const auto& round : *plan.rounds)
        if (stands(round)) most += Points{round.scale.hundredths * round.weight};
    if (*plan.result.pass_mark > most)
        faults.push_back(wrong(value_at("result.pass_mark"),
                               "Cao hơn tổng điểm tối đa của các vòng thi.",
                               "Above the highest sum that the rounds can give."));
    const auto& winners = plan.result.winners_per_post;
    if (!winners.is_set() || !plan.post.list.is_set()) return;
    const bool more = std::any_of(plan.post.list->begin(), plan.post.list->end(),
                                  [&](const Post& post) { return *winners > post.seats; });
    if (more)
        faults.push_back(wrong(value_at("result.winners_per_post"),
                               "Nhiều hơn số lượng cần tuyển của một chức danh.",
                               "More than the seats of a post."));
}

void check_marking(const Plan& plan, Faults& faults) {
    const auto& bands = plan.marking.discrepancy_bands;
    if (!bands.is_set()) return;
    for (auto& fault : check_bands(*bands, value_at("marking.discrepancy_bands")))
        faults.push_back(std::move(fault));
}

void check_panel(const Plan& plan, Faults& faults) {
    const auto& panel = plan.panel;
    if (panel.score_min.is_set() && panel.score_max.is_set() &&
        *panel.score_min >= *panel.score_max)
        faults.push_back(wrong(value_at("panel.score_max"), "Phải lớn hơn điểm thấp nhất.",
                               "Must be above the lowest score."));
    if (panel.score_step.is_set() && panel.score_step->hundredths < 1)
        faults.push_back(
            wrong(value_at("panel.score_step"), "Phải lớn hơn 0.", "Must be above 0."));
    const auto& council = plan.council;
    if (council.min_members.is_set() && council.max_members.is_set() &&
        *council.min_members > *council.max_members)
        faults.push_back(
            wrong(value_at("council.max_members"), "Ít hơn số tối thiểu.", "Below the minimum."));
    if (council.quorum.is_set() && *council.quorum > Fraction{1, 1})
        faults.push_back(wrong(value_at("council.quorum"), "Không quá 1.", "At most 1."));
}

} // namespace thi::core
