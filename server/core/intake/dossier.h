// The facts of a dossier on which eligibility is judged. Personal data: never in the log.

#pragma once
#include "core/intake/events.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace thi::core {

enum class Sex { male, female };
BOOST_DESCRIBE_ENUM(Sex, male, female)
enum class PlannedStatus { none, same_post, equivalent_post_elsewhere, nominee };
BOOST_DESCRIBE_ENUM(PlannedStatus, none, same_post, equivalent_post_elsewhere, nominee)

struct Appraisal {
    Whole year = 0;
    Grade grade = Grade::completed;
};
BOOST_DESCRIBE_STRUCT(Appraisal, (), (year, grade))

struct DisciplineRecord {
    Discipline level = Discipline::reprimand;
    std::string decided_on; // YYYY-MM-DD
};
BOOST_DESCRIBE_STRUCT(DisciplineRecord, (), (level, decided_on))

// What the candidate declares; dates are YYYY-MM-DD. An absent fact is found `unclear`.
struct DossierFacts {
    std::optional<std::string> born_on;
    std::optional<Sex> sex;
    std::optional<PlannedStatus> planned_status;
    std::optional<Whole> years_in_sector;
    std::optional<std::string> position;
    std::optional<std::string> organisation;
    std::optional<std::string> party_member_since;
    std::optional<Degree> degree;
    std::optional<std::string> degree_field;
    std::optional<Theory> theory;
    std::optional<Rank> state_mgmt;
    std::optional<Rank> rank;
    std::optional<Language> language;
    std::vector<DisciplineRecord> discipline;
    std::optional<bool> under_investigation;
    std::optional<std::string> health_certified_on;
    std::optional<bool> political_standard_met;
    std::vector<Appraisal> appraisals;
    std::optional<std::string> priority_group; // Claimed: a name of result.priority_points.
};
BOOST_DESCRIBE_STRUCT(DossierFacts, (),
                      (born_on, sex, planned_status, years_in_sector, position, organisation,
                       party_member_since, degree, degree_field, theory, state_mgmt, rank, language,
                       discipline, under_investigation, health_certified_on, political_standard_met,
                       appraisals, priority_group))

struct DocumentFact {
    DocumentId document;
    DocumentKind kind = DocumentKind::other;
    crypto::Digest sha256;
    Whole version = 1;
};
BOOST_DESCRIBE_STRUCT(DocumentFact, (), (document, kind, sha256, version))

struct Dossier {
    DossierFacts facts;
    std::vector<DocumentFact> documents; // The last version of each.
};
BOOST_DESCRIBE_STRUCT(Dossier, (), (facts, documents))

} // namespace thi::core
