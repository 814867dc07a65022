// The predicates of the criteria, each over a candidacy: what passes, what fails, what people must
// look at. For criteria.cpp alone.

#pragma once
#include "core/intake/criteria.h"

namespace thi::core {

CriterionRule::Verdict judge_planned_status(const Candidacy& candidacy);
CriterionRule::Verdict judge_age(const Candidacy& candidacy);
CriterionRule::Verdict judge_sector_years(const Candidacy& candidacy);
CriterionRule::Verdict judge_position(const Candidacy& candidacy);
CriterionRule::Verdict judge_party(const Candidacy& candidacy);
CriterionRule::Verdict judge_degree(const Candidacy& candidacy);
CriterionRule::Verdict judge_theory(const Candidacy& candidacy);
CriterionRule::Verdict judge_state_mgmt(const Candidacy& candidacy);
CriterionRule::Verdict judge_rank(const Candidacy& candidacy);
CriterionRule::Verdict judge_language(const Candidacy& candidacy);
CriterionRule::Verdict judge_appraisals(const Candidacy& candidacy);
CriterionRule::Verdict judge_discipline(const Candidacy& candidacy);
CriterionRule::Verdict judge_investigation(const Candidacy& candidacy);
CriterionRule::Verdict judge_health(const Candidacy& candidacy);
CriterionRule::Verdict judge_political_standard(const Candidacy& candidacy);
CriterionRule::Verdict judge_documents(const Candidacy& candidacy);
CriterionRule::Verdict judge_priority(const Candidacy& candidacy);

// The group of result.priority_points that the candidate says to belong to; nothing where the plan
// has no such group.
std::optional<std::string> claimed_priority(const Candidacy& candidacy);

} // namespace thi::core
