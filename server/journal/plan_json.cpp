#include "journal/plan_json.h"

#include "core/plan/parameters.h"
#include "core/plan/presets.h"
#include "core/plan/walk.h"
#include "text/described.h"
#include "text/schema.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace thi::journal {
namespace {

core::FieldFault field_fault(const text::Mistake& mistake) {
    core::FieldFault fault{.pointer = mistake.pointer,
                           .line = {},
                           .code = core::Code::invalid_field,
                           .detail = {mistake.detail.vi, mistake.detail.en}};
    if (mistake.line > 0) fault.line = mistake.line;
    if (mistake.kind == text::Kind::limit) fault.code = core::Code::too_large;
    return fault;
}

core::Code code_of(text::Kind kind) {
    switch (kind) {
    case text::Kind::syntax:
    case text::Kind::encoding:
    case text::Kind::duplicate:
        return core::Code::bad_json;
    case text::Kind::limit:
        return core::Code::too_large;
    default:
        return core::Code::invalid_field;
    }
}

core::Fault fault_of(const text::Mistake& mistake) {
    core::Fault fault{.code = code_of(mistake.kind),
                      .detail = {mistake.detail.vi, mistake.detail.en},
                      .errors = {field_fault(mistake)}};
    for (const auto& other : mistake.others)
        fault.errors.push_back(field_fault(other));
    return fault;
}

// Indented by two spaces, members in the order of the document; for people's eyes and diffs.
void print(const boost::json::value& value, std::size_t depth, std::string& out) {
    const std::string pad(2 * (depth + 1), ' ');
    const auto close = [&](char bracket) {
        out += '\n' + std::string(2 * depth, ' ') + bracket;
    };
    if (const auto* object = value.if_object(); object && !object->empty()) {
        const char* between = "{\n";
        for (const auto& [name, inner] : *object) {
            out += between + pad + text::canonical(std::string_view{name}) + ": ";
            print(inner, depth + 1, out);
            between = ",\n";
        }
        close('}');
    } else if (const auto* array = value.if_array(); array && !array->empty()) {
        const char* between = "[\n";
        for (const auto& inner : *array) {
            out += between + pad;
            print(inner, depth + 1, out);
            between = ",\n";
        }
        close(']');
    } else {
        out += text::canonical(value);
    }
}

} // namespace

core::Result<core::Plan> read_plan(std::string_view text) {
    auto plan = text::from_text<core::Plan>(text);
    if (!plan) return fault_of(plan.error());
    return std::move(*plan);
}

std::vector<core::FieldFault> faults_of(std::string_view text, const core::Plan& plan) {
    auto faults = core::check(plan);
    for (auto& open : core::unset(plan))
        faults.push_back(std::move(open));
    const text::Lines lines{text};
    for (auto& fault : faults)
        fault.line = lines.find(fault.pointer).line;
    std::stable_sort(faults.begin(), faults.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return faults;
}

std::string write_plan(const core::Plan& plan) {
    return text::to_text(plan);
}

std::vector<core::PlanChange> plan_changes(const core::Plan& before, const core::Plan& after) {
    std::vector<core::PlanChange> changes;
    for (auto& name : core::changed_parameters(before, after))
        changes.push_back(
            core::PlanChange{.parameter = std::move(name), .old_value = {}, .new_value = {}});
    const auto fill = [&](const core::Plan& plan, std::string core::PlanChange::*side) {
        core::each_parameter(plan, [&](const std::string& name, const auto& setting) {
            for (auto& change : changes)
                if (change.parameter == name) change.*side = text::to_text(setting);
        });
    };
    fill(before, &core::PlanChange::old_value);
    fill(after, &core::PlanChange::new_value);
    return changes;
}

core::Plan preset_plan(core::Preset preset) {
    auto plan = read_plan(core::preset_text(preset));
    if (!plan) throw std::logic_error("a shipped preset is not a plan: " + plan.error().detail.en);
    return std::move(*plan);
}

std::string plan_schema() {
    text::Components components{"#/$defs/"};
    auto root = text::schema_of<core::Plan>(components);
    boost::json::object schema{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "Thi Tuyển: plan of a contest (docs/formats/plan.md)"},
    };
    for (auto& [name, value] : root.as_object())
        schema.emplace(name, std::move(value));
    schema.emplace("$defs", components.take());
    std::string text;
    print(schema, 0, text);
    return text + '\n';
}

} // namespace thi::journal
