#include "core/plan/parameters.h"

#include "core/marking/scripts.h"
#include "core/plan/parameter_table.h"
#include "core/plan/walk.h"
#include "core/refusal.h"

#include <algorithm>
#include <cassert>

namespace thi::core {
namespace {

Sentence sentence(std::string_view vi, std::string_view en) {
    return Sentence{std::string{vi}, std::string{en}};
}

std::vector<Parameter> all_parameters() {
    std::vector<Parameter> list;
    for (const auto& row : parameter_rows())
        list.push_back(Parameter{.name = row.name,
                                 .unit = row.unit,
                                 .title = sentence(row.title_vi, row.title_en),
                                 .waived = sentence(row.waived_vi, row.waived_en),
                                 .frozen_from = row.frozen_from,
                                 .effect = row.effect,
                                 .missing = row.missing,
                                 .only_with = row.only_with,
                                 .lowest = row.lowest,
                                 .highest = row.highest});
    return list;
}

bool concerns(const Plan& plan, RoundType type) {
    if (!plan.rounds.is_set()) return true; // Unknown yet: everything concerns it.
    return std::any_of(plan.rounds->begin(), plan.rounds->end(),
                       [&](const Round& round) { return round.type == type; });
}

Sentence missing_sentence(Missing step) {
    switch (step) {
    case Missing::paper_draw:
        return {"Bốc thăm một trong nhiều đề chính thức chưa được hỗ trợ.",
                "Drawing one of several official papers is not supported yet."};
    case Missing::bank_draw:
        return {"Rút đề từ ngân hàng câu hỏi chưa được hỗ trợ.",
                "Drawing a paper from a bank is not supported yet."};
    case Missing::postal_dossiers:
        return {"Nhập hồ sơ gửi qua bưu điện chưa được hỗ trợ.",
                "Entering posted dossiers is not supported yet."};
    case Missing::signed_saves:
        return {"Bài lưu có chữ ký chưa được hỗ trợ.", "Signed saves are not supported yet."};
    case Missing::erasure:
        return {"Tiêu hủy hồ sơ hết hạn lưu trữ chưa được hỗ trợ.",
                "Erasure at the end of retention is not supported yet."};
    case Missing::open_marking:
        return {"Chấm bài không đánh phách chưa được hỗ trợ.",
                "Marking without blinding is not supported yet."};
    case Missing::many_markers:
        return {"Hơn hai người chấm độc lập một bài chưa được hỗ trợ.",
                "More than two independent markers of a script are not supported yet."};
    case Missing::none:
        break;
    }
    return {"Bước này chưa được hỗ trợ.", "This step is not supported yet."};
}

} // namespace

std::span<const Parameter> parameters() {
    static const std::vector<Parameter> list = all_parameters();
    return list;
}

const Parameter* find_parameter(std::string_view name) {
    const auto list = parameters();
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const Parameter& row) { return row.name == name; });
    return found == list.end() ? nullptr : &*found;
}

std::string pointer_of(std::string_view name) {
    std::string pointer = "/";
    for (const char c : name)
        pointer += c == '.' ? '/' : c;
    return pointer;
}

std::vector<FieldFault> unset(const Plan& plan) {
    std::vector<FieldFault> open;
    each_parameter(plan, [&](const std::string& name, const auto& setting) {
        const auto* parameter = find_parameter(name);
        assert(parameter != nullptr);
        if (!setting.is_unset()) return;
        if (parameter->only_with && !concerns(plan, *parameter->only_with)) return;
        open.push_back(wrong(pointer_of(name), "Chưa chọn: " + parameter->title.vi + ".",
                             "Neither set nor waived: " + parameter->title.en + ".",
                             Code::rule_unset));
    });
    return open;
}

std::vector<std::string> changed_parameters(const Plan& before, const Plan& after) {
    std::vector<std::string> names;
    using Members = boost::describe::describe_members<Plan, boost::describe::mod_public>;
    const auto compare = [&](const auto& self, const auto& a, const auto& b,
                             const std::string& name) -> void {
        using Level = std::remove_const_t<std::remove_reference_t<decltype(a)>>;
        if constexpr (IsSetting<Level>::value) {
            if (!same(a, b)) names.push_back(name);
        } else {
            using Inner = boost::describe::describe_members<Level, boost::describe::mod_public>;
            boost::mp11::mp_for_each<Inner>([&](auto member) {
                self(self, a.*member.pointer, b.*member.pointer, name + '.' + member.name);
            });
        }
    };
    boost::mp11::mp_for_each<Members>([&](auto member) {
        compare(compare, before.*member.pointer, after.*member.pointer, member.name);
    });
    return names;
}

void waive(Plan& plan, std::string_view name, const Waiver& waiver) {
    each_parameter(plan, [&](const std::string& at, auto& setting) {
        if (at != name) return;
        setting = {};
        setting.waived = waiver;
    });
}

Result<void> supported(Missing step) {
    auto says = missing_sentence(step);
    return refuse(Code::not_supported_yet, std::move(says.vi), std::move(says.en));
}

Result<void> supported(const Plan& plan) {
    if (plan.paper.official_count.value_or(1) > 1) return supported(Missing::paper_draw);
    if (plan.evidence.signed_saves.value_or(false)) return supported(Missing::signed_saves);
    return plan.rounds.is_set() && concerns(plan, RoundType::written) ? supported_marking(plan)
                                                                      : Result<void>{};
}

} // namespace thi::core
