// Which test changes an outcome by which parameter of the plan: by its title, word for word.

#pragma once
#include <string_view>

namespace thi::proofs {

struct Proof {
    std::string_view parameter;
    std::string_view test;
};

inline constexpr std::string_view by_check =
    "a plan that contradicts itself or leaves its ranges says where";
inline constexpr std::string_view by_steps =
    "years, degrees and ranks are met at the step asked and above";
inline constexpr std::string_view by_times = "discipline bars for its months, certificates age";
inline constexpr std::string_view by_positions = "positions and party membership";
inline constexpr std::string_view by_age_day = "age is reckoned on the day that the plan names";
inline constexpr std::string_view by_extension =
    "intake is extended by two people, with a reason, within the plan's days";
inline constexpr std::string_view by_minimum =
    "a post below the minimum of candidates follows the plan";
inline constexpr std::string_view by_appraisals =
    "appraisals of the last years before intake closes";
inline constexpr std::string_view by_window =
    "applications are taken from the opening to the end of intake";
inline constexpr std::string_view by_posts =
    "a candidate applies for as many posts as the plan allows";
inline constexpr std::string_view by_appeals_window =
    "remark.window, remark.extension: appeals are taken to the end of the last day";
inline constexpr std::string_view by_answer_days =
    "remark.finish_days, remark.publish_days: until when an appeal is answered";
inline constexpr std::string_view by_papers =
    "a round needs as many sealed papers as the plan says";
inline constexpr std::string_view by_rooms =
    "rooms keep the plan's numbers and one invigilator keeps one room";
inline constexpr std::string_view by_shuffle =
    "round.objective.shuffle_items and shuffle_options: without them the paper's order";
inline constexpr std::string_view by_grace = "grace and the late window follow the end";

inline constexpr std::string_view by_early =
    "round.objective.show_result_immediately: the score is told when the sitting is over";
inline constexpr std::string_view by_profile =
    "names are published where the plan says so, and can be read back from the file";

inline constexpr std::string_view by_quorum =
    "defences open in the order that was drawn, with a quorum led by chair or vice chair";
inline constexpr std::string_view by_cut_off =
    "defence.presentation_max and qa_max: the server cuts off, or the hall is warned";
inline constexpr std::string_view by_sheets =
    "panel.ballot open: one sheet of each member, seen when all are in";
inline constexpr std::string_view by_shut_panel =
    "rules of a panel that nothing obeys yet keep its defences shut";
inline constexpr std::string_view by_range =
    "panel.score_min, score_max and score_step: other ballots are invalid and excluded";
inline constexpr std::string_view by_aggregate =
    "panel.aggregate and drop_outliers make the mark, exactly";
inline constexpr std::string_view by_written =
    "round.written.duration and round.written.pass bind the written rounds that count";

inline constexpr Proof proofs[] = {
    {"contest.code", by_check},
    {"post.list", by_posts},
    {"post.max_posts_per_candidate", by_posts},
    {"appointment.term", by_check},
    {"appointment.max_days_after_result", by_age_day},
    {"intake.opens", by_window},
    {"intake.closes", by_window},
    {"intake.min_days", by_check},
    {"intake.extension_allowed", by_extension},
    {"intake.extension_max_days", by_extension},
    {"verify.max_days", "verification has its days, and more only by an extension"},
    {"eligible_list.posting_days",
     "the list stays posted for the plan's days before the contest goes on"},
    {"rejection.reason_required", "a refusal gives its reason where the plan says so"},
    {"petition.window", "petitions are taken for the plan's working days after the list"},
    {"elig.planned_status_sources", "planned status is taken from the sources that the plan names"},
    {"elig.nominee_needs_party_consent",
     "a nominee needs the committee's consent where the plan says so"},
    {"elig.age_rule", by_age_day},
    {"elig.age_reference_date", by_age_day},
    {"elig.min_years_in_sector", by_steps},
    {"elig.positions_held", by_positions},
    {"elig.party_member", by_positions},
    {"elig.party_min_years", by_positions},
    {"elig.required_degree", by_steps},
    {"elig.required_theory", by_steps},
    {"elig.required_state_mgmt", by_steps},
    {"elig.required_rank", by_steps},
    {"elig.required_language", by_steps},
    {"elig.discipline_lockout", by_times},
    {"elig.not_under_investigation", by_times},
    {"elig.health_cert_max_age", by_times},
    {"elig.political_standard_check", by_times},
    {"elig.appraisal_years", by_appraisals},
    {"elig.appraisal_min_grade", by_appraisals},
    {"elig.min_candidates_per_post", by_minimum},
    {"elig.below_min_action", by_minimum},
    {"elig.four_eyes_check", "without four eyes one person decides"},
    {"dossier.required_documents",
     "an application without a required document is refused, naming each"},
    {"council.max_members", "the council has no more members than the plan allows"},
    {"council.min_members", by_quorum},
    {"council.quorum", by_quorum},
    {"council.conflict_relations", "only verifiers without a declared relation decide"},
    {"duty.exclusive_pairs", "the plan's own pairs exclude too"},
    {"summons.min_days", "the summons leaves the plan's working days before the contest"},
    {"lists_posting.min_days", "the lists of rooms are posted the plan's working days before"},
    {"rounds", "rounds are added by their weights"},
    {"round.written.duration", by_written},
    {"round.written.pass", by_written},
    {"round.objective.parts",
     "round.objective.parts: a paper has the parts and counts of the plan"},
    {"round.objective.start_clock_mode",
     "round.objective.start_clock_mode rules a round that counts, not practice"},
    {"round.objective.show_result_immediately", by_early},
    {"round.objective.shuffle_items", by_shuffle},
    {"round.objective.shuffle_options", by_shuffle},
    {"round.gap_days", by_check},
    {"defence.presentation_max", by_cut_off},
    {"defence.qa_max", by_cut_off},
    {"defence.late_overrun_action", by_cut_off},
    {"defence.order", "defence.order roll_number: as in the register, without a draw"},
    {"panel.ballot_timing",
     "panel.ballot_timing after_all_of_post: nobody scores before all were heard"},
    {"panel.ballot", by_sheets},
    {"panel.scores_per_member", by_shut_panel},
    {"panel.score_min", by_range},
    {"panel.score_max", by_range},
    {"panel.score_step", by_range},
    {"panel.aggregate", by_aggregate},
    {"panel.drop_outliers", by_aggregate},
    {"panel.discrepancy_rule", by_shut_panel},
    {"panel.rubric", by_sheets},
    {"project.deadline_before_contest",
     "a project is filed until the plan's days before the defence, the last version counts"},
    {"result.display_decimals", "points are shown half-up with a decimal comma"},
    {"result.priority_points",
     "result.priority_points: added to the sum of who passes, once the verifiers agree"},
    {"result.pass_mark", "result.pass_mark and the round's own pass mark are both to be reached"},
    {"result.winners_per_post", "result.winners_per_post: where it is not set, the post's seats"},
    {"result.tie_break",
     "people's word tells equals apart, and what it leaves goes to the next rung"},
    {"marking.markers_per_script",
     "marking.markers_per_script: with one marker his mark is the script's"},
    {"marking.discrepancy_bands", "marks settle by the bands of the plan"},
    {"marking.rounding",
     "marking.rounding: a settled mark is rounded half-up at the plan's decimals"},
    {"marking.blinding", "marking.blinding false and more than two markers are not supported"},
    {"marking.blind_code_length", "marking.blind_code_length: codes are as long as the plan says"},
    {"marking.standard_scripts",
     "marking.standard_scripts: the head marks them, then every marker, before anything live"},
    {"marking.standard_tolerance_pct",
     "marking.standard_tolerance_pct: a marker within it is qualified by rule, beyond it by the "
     "head's word"},
    {"marking.repeat_pct",
     "marking.repeat_pct: a share of a packet comes back to its marker when the packet is done"},
    {"infraction.levels", "infraction.levels: a level that the plan has not is refused"},
    {"infraction.deduction_pct",
     "an infraction costs its level's share of that round's mark, the largest one once"},
    {"infraction.escalation", "infraction.escalation: a repeat counts as the next level"},
    {"infraction.witnesses_on_refusal",
     "infraction.witnesses_on_refusal: who does not sign is witnessed by the room"},
    {"remark.allowed_round_types",
     "remark.allowed_round_types: a mark is asked about only where the plan says so"},
    {"remark.window", by_appeals_window},
    {"remark.extension", by_appeals_window},
    {"remark.finish_days", by_answer_days},
    {"remark.publish_days", by_answer_days},
    {"remark.change_threshold",
     "remark.change_threshold: a smaller difference is looked at and changes nothing"},
    {"remark.markers", "remark.markers: one marks again where the plan says one"},
    {"remark.third_rule",
     "remark.third_rule: where two differ a third marks, and two equals or the mean stand"},
    {"paper.official_count", by_papers},
    {"paper.backup_count", by_papers},
    {"room.max_candidates", by_rooms},
    {"room.invigilators", by_rooms},
    {"room.late_entry_bands", "late entry follows the band of the round's length"},
    {"room.earliest_leave_fraction",
     "nobody hands in before the earliest leave, nor from an older machine"},
    {"calendar.working_weekdays", "the plan's own week and days off are obeyed"},
    {"calendar.holidays", "the plan's own week and days off are obeyed"},
    {"calendar.utc_offset_minutes", "a day begins and ends in the contest's zone"},
    {"sitting.grace_ms", by_grace},
    {"sitting.late_window_ms", by_grace},
    {"sitting.late_rule",
     "late answers count only where two people decide so and the plan lets them"},
    {"sitting.proctored",
     "sitting.proctored false: candidates let themselves in and change machines themselves"},
    {"languages", by_check},
    {"publish.profile", by_profile},
};

} // namespace thi::proofs
