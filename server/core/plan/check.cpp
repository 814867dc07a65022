// check(): what is inconsistent or out of range in a plan. The checks stand by the plan's own
// sections; what concerns rounds and results is in check_rounds.cpp.

#include "core/plan/calendar.h"
#include "core/plan/check_parts.h"
#include "core/plan/parameters.h"
#include "core/plan/walk.h"
#include "core/refusal.h"

#include <algorithm>
#include <cassert>

namespace thi::core {
namespace {

constexpr std::size_t text_max_bytes = 4000;
constexpr std::size_t list_max = 1000;
constexpr std::size_t code_max = 40;

void check_value(const Parameter& rule, const Whole& value, Faults& faults) {
    if (rule.lowest == rule.highest || (value >= rule.lowest && value <= rule.highest)) return;
    const auto range = std::to_string(rule.lowest) + "–" + std::to_string(rule.highest);
    faults.push_back(wrong(value_at(rule.name), "Phải trong khoảng " + range + ".",
                           "Must be within " + range + "."));
}

void check_value(const Parameter& rule, const std::string& text, Faults& faults) {
    if (text.size() > text_max_bytes)
        faults.push_back(wrong(value_at(rule.name), "Quá dài.", "Too long.", Code::too_large));
}

void check_value(const Parameter& rule, const Fraction& value, Faults& faults) {
    constexpr std::int64_t most = 1'000'000;
    if (value.denominator < 1 || value.denominator > most || value.numerator < 0 ||
        value.numerator > most)
        faults.push_back(wrong(value_at(rule.name), "Phân số không hợp lệ.", "Not a fraction."));
}

void check_value(const Parameter& rule, const Points& value, Faults& faults) {
    constexpr std::int64_t most = 100'000'00;
    if (value.hundredths < 0 || value.hundredths > most)
        faults.push_back(
            wrong(value_at(rule.name), "Điểm ngoài giới hạn.", "Points out of range."));
}

template <class T>
void check_value(const Parameter& rule, const std::vector<T>& list, Faults& faults) {
    if (list.size() > list_max)
        faults.push_back(
            wrong(value_at(rule.name), "Quá nhiều mục.", "Too many entries.", Code::too_large));
}

void check_value(const Parameter& rule, const Instant& at, Faults& faults) {
    if (!in_calendar(at))
        faults.push_back(
            wrong(value_at(rule.name), "Ngày giờ ngoài giới hạn.", "An instant out of range."));
}

// What has no limit of its own: enums, booleans, sets of enums.
template <class T> void check_value(const Parameter&, const T&, Faults&) {}

void check_each(const Plan& plan, Faults& faults) {
    each_parameter(plan, [&](const std::string& name, const auto& setting) {
        const auto* rule = find_parameter(name);
        assert(rule != nullptr);
        if (setting.is_set()) check_value(*rule, *setting, faults);
        if (setting.waived && !rule->waivable())
            faults.push_back(wrong(pointer_of(name), "Quy định này không được miễn.",
                                   "This rule cannot be waived."));
        if (setting.waived && setting.is_set())
            faults.push_back(
                wrong(pointer_of(name), "Vừa có giá trị vừa được miễn.", "Both set and waived."));
    });
}

bool is_code(std::string_view text) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
    return !text.empty() && text.size() <= code_max &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

void check_contest(const Plan& plan, Faults& faults) {
    if (plan.contest.code.is_set() && !is_code(*plan.contest.code))
        faults.push_back(wrong(value_at("contest.code"),
                               "Mã chỉ gồm chữ không dấu, số và dấu nối, tối đa 40 ký tự.",
                               "A code is 1 to 40 letters, digits and hyphens."));
    if (!plan.languages.is_set()) return;
    const auto& languages = *plan.languages;
    if (languages.count("vi") == 0 || languages.size() > languages.count("en") + 1)
        faults.push_back(wrong(value_at("languages"), "Phải có tiếng Việt, có thể thêm tiếng Anh.",
                               "Vietnamese, and English if wanted."));
}

void check_posts(const Plan& plan, Faults& faults) {
    if (!plan.post.list.is_set()) return;
    if (plan.post.list->empty())
        faults.push_back(wrong(value_at("post.list"), "Cần ít nhất một chức danh.",
                               "At least one post is needed."));
    std::set<PostId> seen;
    for (std::size_t i = 0; i < plan.post.list->size(); ++i) {
        const auto& post = (*plan.post.list)[i];
        const auto at = value_at("post.list") + '/' + std::to_string(i);
        if (!post.post || !seen.insert(post.post).second)
            faults.push_back(
                wrong(at + "/post", "Mã chức danh bị trùng hoặc thiếu.", "Not a unique id."));
        if (post.title.empty() || post.title.size() > text_max_bytes)
            faults.push_back(wrong(at + "/title", "Cần tên chức danh.", "A title is needed."));
        if (std::max({post.unit.size(), post.location.size(), post.project_topic.size()}) >
            text_max_bytes)
            faults.push_back(wrong(at, "Quá dài.", "Too long.", Code::too_large));
        if (post.seats < 1 || post.seats > 100)
            faults.push_back(wrong(at + "/seats", "Số lượng từ 1 đến 100.", "1 to 100 seats."));
    }
}

void check_intake(const Plan& plan, Faults& faults) {
    const auto& rules = plan.intake;
    if (!rules.opens.is_set() || !rules.closes.is_set()) return;
    if (*rules.closes <= *rules.opens) {
        faults.push_back(wrong(value_at("intake.closes"), "Phải sau ngày bắt đầu nhận hồ sơ.",
                               "Must be after intake opens."));
        return;
    }
    const Calendar calendar{plan.calendar};
    const auto days =
        (calendar.date_of(*rules.closes) - calendar.date_of(*rules.opens)).count() + 1;
    if (rules.min_days.is_set() && days < *rules.min_days)
        faults.push_back(wrong(value_at("intake.closes"),
                               "Số ngày nhận hồ sơ ít hơn mức tối thiểu (" +
                                   std::to_string(*rules.min_days) + " ngày).",
                               "Intake lasts fewer days than the minimum of " +
                                   std::to_string(*rules.min_days) + "."));
}

void check_eligibility(const Plan& plan, Faults& faults) {
    const auto& rules = plan.elig;
    if (rules.age_rule.is_set()) {
        const auto& age = *rules.age_rule;
        const auto bad = [](Whole years) {
            return years < 0 || years > 100;
        };
        if (bad(age.men) || bad(age.women))
            faults.push_back(wrong(value_at("elig.age_rule"), "Số năm từ 0 đến 100.",
                                   "Years must be within 0–100."));
        // Enough for one whole term at appointment, or the rule does not do what it is for.
        const bool term_short = age.kind == AgeRuleKind::remaining_years &&
                                std::min(age.men, age.women) < plan.appointment.term.value_or(0);
        if (term_short)
            faults.push_back(wrong(value_at("elig.age_rule"),
                                   "Số năm còn lại phải đủ một nhiệm kỳ bổ nhiệm.",
                                   "The years left must cover one term of appointment."));
    }
    if (rules.discipline_lockout.is_set())
        for (const auto& [level, months] : *rules.discipline_lockout)
            if (months < 0 || months > 600)
                faults.push_back(wrong(value_at("elig.discipline_lockout"),
                                       "Số tháng từ 0 đến 600.", "Months must be within 0–600."));
}

void check_calendar(const Plan& plan, Faults& faults) {
    const auto& rules = plan.calendar;
    if (rules.working_weekdays.is_set()) {
        const auto& week = *rules.working_weekdays;
        if (week.empty() || *week.begin() < 1 || *week.rbegin() > 7)
            faults.push_back(wrong(value_at("calendar.working_weekdays"),
                                   "Từ 1 (thứ Hai) đến 7 (Chủ nhật), ít nhất một ngày.",
                                   "1 (Monday) to 7 (Sunday), at least one."));
    }
    if (!rules.holidays.is_set()) return;
    for (std::size_t i = 0; i < rules.holidays->size(); ++i)
        if (!parse_date((*rules.holidays)[i]))
            faults.push_back(wrong(value_at("calendar.holidays") + '/' + std::to_string(i),
                                   "Ngày phải ở dạng NNNN-TT-NN.", "A day is YYYY-MM-DD."));
}

} // namespace

std::string value_at(std::string_view name) {
    return pointer_of(name) + "/value";
}

bool in_calendar(Instant at) {
    using namespace std::chrono;
    return at >= sys_days{2000y / January / 1} && at < sys_days{2200y / January / 1};
}

std::vector<FieldFault> check(const Plan& plan) {
    Faults faults;
    check_each(plan, faults);
    check_contest(plan, faults);
    check_posts(plan, faults);
    check_calendar(plan, faults);
    // A broken calendar has no days to reckon with; numbers out of range are not added up.
    if (!faults.empty()) return faults;
    check_intake(plan, faults);
    check_eligibility(plan, faults);
    check_rounds(plan, faults);
    if (!faults.empty()) return faults;
    check_results(plan, faults);
    check_panel(plan, faults);
    check_marking(plan, faults);
    return faults;
}

} // namespace thi::core
