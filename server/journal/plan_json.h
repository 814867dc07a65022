// The plan as a document: read with the path and line of every mistake, written, compared, and its
// JSON Schema. Judges nothing itself: the rules of a plan are core's (core/plan/parameters.h).

#pragma once
#include "core/fault.h"
#include "core/plan/events.h"
#include "core/plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace thi::journal {

// A document read into a plan. Refused (`bad_json`, `too_large`, `invalid_field`) where the text is
// not JSON or not the shape of a plan; each error has its pointer and line.
core::Result<core::Plan> read_plan(std::string_view text);

// Everything wrong with a document that read_plan() takes: what is inconsistent and what is unset,
// each with pointer and line, in the order of the text.
std::vector<core::FieldFault> faults_of(std::string_view text, const core::Plan& plan);

// The canonical document (RFC 8785): the one that is hashed.
std::string write_plan(const core::Plan& plan);

// What an amendment changes, for AmendPlan: each parameter with its setting before and after.
std::vector<core::PlanChange> plan_changes(const core::Plan& before, const core::Plan& after);

// The plan of a preset. Breakage (logic_error) where a shipped file is not a plan.
core::Plan preset_plan(core::Preset preset);

// docs/formats/plan.schema.json, with line ends: JSON Schema 2020-12.
std::string plan_schema();

} // namespace thi::journal
