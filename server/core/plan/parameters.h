// Parameters: the registry of every rule that a plan holds, by its dotted name: what it means, what
// waiving it means, until when it may change and whether anything obeys it yet.
//
// The list of names comes from the structs; what is said of each stands in parameter_table.cpp.

#pragma once
#include "core/fault.h"
#include "core/plan/events.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

// What a parameter does at present.
enum class Effect {
    decides, // Some rule obeys it: another value gives another outcome.
    stated,  // A statement to people: printed in the notice and the log, no more.
    not_yet, // Nothing obeys it yet: the step that would need it is refused (`not_supported_yet`).
};
BOOST_DESCRIBE_ENUM(Effect, decides, stated, not_yet)

// Steps that nothing carries out yet.
enum class Missing {
    none,
    paper_draw,      // Drawing one of several official papers.
    bank_draw,       // Drawing a paper out of a bank of items.
    postal_dossiers, // Entering dossiers that came by post.
    signed_saves,    // Saves signed by the candidate's machine.
    erasure,         // Erasing records at the end of retention.
    open_marking,    // Marking scripts under their candidates' names.
    many_markers,    // More than two independent marks of a script.
};
BOOST_DESCRIBE_ENUM(Missing, none, paper_draw, bank_draw, postal_dossiers, signed_saves, erasure,
                    open_marking, many_markers)

struct Parameter {
    std::string_view name; // "intake.min_days"
    std::string_view unit; // "working days"; empty where the type says it all.
    Sentence title;
    Sentence waived; // What holds when it is waived; both empty: it cannot be waived.
    Stage frozen_from = Stage::archived; // The first stage in which it may not change any more.
    Effect effect = Effect::decides;
    Missing missing = Missing::none;    // With Effect::not_yet: the step that is refused.
    std::optional<RoundType> only_with; // Of no concern to plans without such a round.
    Whole lowest = 0;                   // The range of a whole number;
    Whole highest = 0;                  // equal to `lowest`: none is judged.

    bool waivable() const { return !waived.en.empty(); }
};

// Every parameter, in the order of the plan.
std::span<const Parameter> parameters();

// Nothing where no parameter has that name.
const Parameter* find_parameter(std::string_view name);

// "/intake/min_days": where the parameter stands in the plan's document (RFC 6901).
std::string pointer_of(std::string_view name);

// The type in the document: "integer", "list of Post", ... by name; empty for an unknown name.
std::string type_of_parameter(std::string_view name);

// Parameters that are neither set nor waived, of those that concern the plan's rounds.
std::vector<FieldFault> unset(const Plan& plan);

// What is inconsistent or out of range in a plan, each with its pointer; also waivers of what
// cannot be waived. Says nothing of what is unset.
std::vector<FieldFault> check(const Plan& plan);

// Names of the parameters in which two plans differ: by value, source or waiver.
std::vector<std::string> changed_parameters(const Plan& before, const Plan& after);

// The parameter waived. Requires: the name is a parameter's.
void waive(Plan& plan, std::string_view name, const Waiver& waiver);

// Refuses (`not_supported_yet`) a step of the contest that nothing carries out yet.
Result<void> supported(Missing step);

// Refuses rounds under rules of the plan that ask for what nothing carries out yet: several
// official papers, signed saves, marking of another kind than core/marking/scripts.h knows.
Result<void> supported(const Plan& plan);

} // namespace thi::core
