#include "app/demo/plans.h"

#include "core/plan/parameters.h"
#include "core/plan/presets.h"
#include "core/plan/walk.h"
#include "crypto/random.h"
#include "journal/plan_json.h"

#include <chrono>
#include <stdexcept>

namespace thi::app::demo {

namespace {

using namespace std::chrono_literals;

constexpr auto zone = 7h; // Of every contest of the demo.
constexpr const char* why = "chọn cho kỳ thi mẫu";

template <class T, class V> void choose(core::Setting<T>& setting, V value) {
    setting.value = T(std::move(value));
    setting.source = why;
    setting.waived.reset();
}

core::Plan from(core::Preset preset) {
    return core::with_new_ids(journal::preset_plan(preset),
                              [] { return crypto::random_bytes<10>(); });
}

// So many days after the day of `now` in the contest's zone, at a time of that day.
core::Instant day(core::Instant now, int days, std::chrono::minutes time) {
    const auto local = std::chrono::floor<std::chrono::days>(now + zone);
    return core::Instant{local} + std::chrono::days{days} + time - zone;
}

// What a preset leaves open and may be waived is; the rest must have been chosen.
void waive_the_rest(core::Plan& plan) {
    core::each_parameter(plan, [](const std::string& name, auto& setting) {
        const auto* parameter = core::find_parameter(name);
        if (setting.is_unset() && parameter != nullptr && parameter->waivable())
            setting.waived = core::Waiver{"Hội đồng thi tuyển (kỳ thi mẫu)", "Không cần"};
    });
}

core::RoundId new_round() {
    return core::RoundId::from_bytes(crypto::random_bytes<10>());
}

core::Round objective(core::Instant bell) {
    core::Round round;
    round.round = new_round();
    round.type = core::RoundType::objective;
    round.title = "Vòng 1: Trắc nghiệm kiến thức chung";
    round.weight = 1;
    round.scale = core::Points{10'000};
    round.pass = core::Points{5'000};
    round.gate = true;
    round.opens = bell;
    round.minutes = 60;
    round.clock = core::ClockMode::fixed_instant;
    return round;
}

core::Round practice(core::Instant opens, core::Instant closes) {
    auto round = objective(opens);
    round.title = "Làm thử trên máy";
    round.weight = 0;
    round.pass = core::Points{0};
    round.gate = false;
    round.practice = true;
    round.closes = closes;
    round.minutes = 15;
    round.clock = core::ClockMode::on_login;
    return round;
}

core::Post post(const char* title, const char* unit, const char* topic) {
    core::Post post;
    post.post = core::PostId::from_bytes(crypto::random_bytes<10>());
    post.title = title;
    post.unit = unit;
    post.location = "Hà Nội";
    post.seats = 1;
    post.project_topic = topic;
    return post;
}

void choose_examination(core::Plan& plan) {
    auto& rules = plan.round.objective;
    choose(rules.parts,
           std::vector<core::RoundPart>{{"general", "Kiến thức chung", paper_questions, 60, 50}});
    choose(rules.show_result_immediately, false);
    choose(plan.paper.official_count, core::Whole{1});
    choose(plan.paper.backup_count, core::Whole{1});
    choose(plan.bank.min_ratio, core::Fraction{1, 1});
    choose(plan.sitting.proctored, true);
    choose(plan.sitting.grace_ms, core::Whole{30'000});
    choose(plan.sitting.late_window_ms, core::Whole{600'000});
    choose(plan.sitting.late_rule, core::LateRule::review);
    choose(plan.room.max_candidates, core::Whole{50});
    choose(plan.room.invigilators, core::Whole{1});
    choose(plan.result.pass_mark, core::Points{5'000});
    choose(plan.result.winners_per_post, core::Whole{1});
    choose(plan.result.tie_break,
           std::vector<core::TieRung>{core::TieRung::objective_mark, core::TieRung::council_vote,
                                      core::TieRung::public_draw});
    choose(plan.publish.profile, core::Profile::names);
}

void choose_defence(core::Plan& plan) {
    choose(plan.defence.qa_max, core::Whole{30});
    choose(plan.defence.public_audience, true);
    choose(plan.panel.ballot_timing, core::BallotTiming::after_each_candidate);
}

} // namespace

Days days_until_tomorrow(core::Instant now) {
    return {.published_at = day(now, -105, 9h),
            .intake_opens = day(now, -100, 8h),
            .intake_closes = day(now, -66, 17h),
            .list_posted_at = day(now, -59, 9h),
            .preparing_at = day(now, -18, 9h),
            .bell = day(now, 1, 8h)};
}

Days days_of_2017(core::Instant now) {
    Days days;
    days.published_at = day(now, -10, 9h);
    days.intake_opens = day(now, -3, 8h);
    days.intake_closes = day(now, 13, 17h);
    days.bell = day(now, 105, 8h); // The first of the two days of the defence.
    return days;
}

core::Plan plan_of_2017(core::Instant now, const std::string& code) {
    auto plan = from(core::Preset::BTCTW_2017);
    const auto days = days_of_2017(now);
    choose(plan.contest.code, code);
    choose(plan.intake.opens, days.intake_opens);
    choose(plan.intake.closes, days.intake_closes);
    choose(plan.intake.extension_max_days, core::Whole{15});
    auto& defence = plan.rounds.value->front();
    defence.opens = days.bell;
    defence.closes = days.bell + 34h;
    plan.rounds.source += "; ngày thi dời theo kỳ thi mẫu";
    choose_defence(plan);
    waive_the_rest(plan);
    return plan;
}

core::Plan plan_of_ministry(core::Instant now, const Days& days, const std::string& code,
                            bool whole) {
    auto plan = from(core::Preset::MOHA_2424);
    choose(plan.contest.code, code);
    choose(plan.contest.title, std::string{"Thi tuyển chức danh lãnh đạo cấp vụ của Bộ Mẫu"});
    choose(plan.contest.title_en, std::string{"Contest for directors at the Sample Ministry"});
    choose(plan.contest.authority, std::string{"Bộ Mẫu"});
    const char* topic = "Từ chức năng, nhiệm vụ của đơn vị, đề xuất giải pháp nâng cao hiệu quả "
                        "công tác trong ba năm tới";
    choose(plan.post.list,
           std::vector<core::Post>{post("Vụ trưởng Vụ Tổ chức cán bộ", "Vụ Tổ chức cán bộ", topic),
                                   post("Vụ trưởng Vụ Pháp chế", "Vụ Pháp chế", topic),
                                   post("Chánh Văn phòng Bộ", "Văn phòng Bộ", topic)});
    choose(plan.intake.opens, days.intake_opens);
    choose(plan.intake.closes, days.intake_closes);
    choose(plan.intake.extension_max_days, core::Whole{15});
    std::vector<core::Round> rounds{objective(days.bell), practice(now - 24h, days.bell - 1h)};
    auto later = days.bell + std::chrono::days{14};
    for (auto round : *plan.rounds) {
        if (!whole) break;
        round.opens = later;
        if (round.type == core::RoundType::defence) round.closes = later + 9h;
        rounds.push_back(round);
        later += std::chrono::days{14};
    }
    choose(plan.rounds, std::move(rounds));
    choose_examination(plan);
    choose_defence(plan);
    waive_the_rest(plan);
    return plan;
}

core::RoundId objective_round(const core::Plan& plan) {
    return plan.rounds->at(0).round;
}

core::RoundId practice_round(const core::Plan& plan) {
    return plan.rounds->at(1).round;
}

} // namespace thi::app::demo
