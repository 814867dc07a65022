// The plan: every rule of a contest as data. Publishing freezes it by hash.
//
// Names are the dotted names of docs/plan-parameters.md (a struct is a level of the name). What the
// words mean in law stands there; here stand types and units. Minutes, days, months and years are
// whole numbers; instants are UTC milliseconds; points are hundredths.

#pragma once
#include "core/plan/intake_rules.h"
#include "core/plan/result_rules.h"
#include "core/plan/round_rules.h"

namespace thi::core {

struct Plan {
    // Compiled once (plan.cpp): a plan is large, and most files only pass it on.
    Plan();
    Plan(const Plan& other);
    Plan(Plan&& other) noexcept;
    Plan& operator=(const Plan& other);
    Plan& operator=(Plan&& other) noexcept;
    ~Plan();

    ContestRules contest;
    PostRules post;
    AppointmentRules appointment;
    IntakeRules intake;
    VerifyRules verify;
    EligibleListRules eligible_list;
    RejectionRules rejection;
    PetitionRules petition;
    EligibilityRules elig;
    DossierRules dossier;
    CouncilRules council;
    DutyRules duty;
    MinDays summons;
    MinDays lists_posting;
    Setting<std::vector<Round>> rounds;
    RoundRules round;
    DefenceRules defence;
    PanelRules panel;
    ProjectRules project;
    ResultRules result;
    MarkingRules marking;
    PaperRules paper;
    BankRules bank;
    RoomRules room;
    InfractionRules infraction;
    RemarkRules remark;
    PublishRules publish;
    ArchiveRules archive;
    CalendarRules calendar;
    SittingRules sitting;
    EvidenceRules evidence;
    Setting<std::set<std::string>> languages; // "vi", "en".
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (contest, post, appointment, intake, verify, eligible_list, rejection,
                       petition, elig, dossier, council, duty, summons, lists_posting, rounds,
                       round, defence, panel, project, result, marking, paper, bank, room,
                       infraction, remark, publish, archive, calendar, sitting, evidence,
                       languages))

} // namespace thi::core
