// Rules of results, marking, papers, rooms, infractions, remarking and publication.
// Part of core/plan/plan.h, where the conventions stand.

#pragma once
#include "core/ids.h"
#include "core/plan/round_rules.h"
#include "core/plan/setting.h"
#include "core/points.h"
#include "core/time.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace thi::core {

enum class RankOn { exact_mean };
BOOST_DESCRIBE_ENUM(RankOn, exact_mean)
enum class Rounding { half_up };
BOOST_DESCRIBE_ENUM(Rounding, half_up)
enum class TieRung {
    objective_mark,
    written_mark,
    project_mark,
    earlier_birth,
    council_vote,
    chair_decision,
    public_draw,
};
BOOST_DESCRIBE_ENUM(TieRung, objective_mark, written_mark, project_mark, earlier_birth,
                    council_vote, chair_decision, public_draw)
enum class NoOnePasses { post_unfilled, re_announce };
BOOST_DESCRIBE_ENUM(NoOnePasses, post_unfilled, re_announce)

struct ResultRules {
    Setting<RankOn> rank_on;
    Setting<Whole> display_decimals;
    Setting<Rounding> rounding;
    Setting<Points> pass_mark; // On the ranked sum's scale.
    Setting<Whole> winners_per_post;
    Setting<std::vector<TieRung>> tie_break;
    Setting<std::map<std::string, Points>> priority_points;
    Setting<NoOnePasses> no_one_passes;
};
BOOST_DESCRIBE_STRUCT(ResultRules, (),
                      (rank_on, display_decimals, rounding, pass_mark, winners_per_post, tie_break,
                       priority_points, no_one_passes))

struct MarkingRules {
    Setting<Whole> markers_per_script;
    Setting<std::vector<Band>> discrepancy_bands;
    Setting<Whole> rounding; // Decimals.
    Setting<bool> blinding;
    Setting<Whole> blind_code_length;
    Setting<Whole> standard_scripts;       // Marked by all before anything else.
    Setting<Whole> standard_tolerance_pct; // Of a script's maximum, inclusive.
    Setting<Whole> repeat_pct;             // Of a packet, given to its marker again later.
};
BOOST_DESCRIBE_STRUCT(MarkingRules, (),
                      (markers_per_script, discrepancy_bands, rounding, blinding, blind_code_length,
                       standard_scripts, standard_tolerance_pct, repeat_pct))

enum class DrawBy { chair, public_draw };
BOOST_DESCRIBE_ENUM(DrawBy, chair, public_draw)

struct PaperRules {
    Setting<Whole> official_count;
    Setting<Whole> backup_count;
    Setting<DrawBy> draw_by;
    Setting<Whole> seal_witnesses;
};
BOOST_DESCRIBE_STRUCT(PaperRules, (), (official_count, backup_count, draw_by, seal_witnesses))

struct BankRules {
    Setting<Fraction> min_ratio; // Items in the bank for each item of the paper.
};
BOOST_DESCRIBE_STRUCT(BankRules, (), (min_ratio))

// Rounds of up to `up_to_minutes` minutes let candidates in until `minutes` after the bell; absent
// `minutes`: the chair decides each case.
struct LateEntryBand {
    std::optional<Whole> up_to_minutes; // Absent: no upper end.
    std::optional<Whole> minutes;
};
BOOST_DESCRIBE_STRUCT(LateEntryBand, (), (up_to_minutes, minutes))

struct RoomRules {
    Setting<Whole> max_candidates;
    Setting<Whole> invigilators;
    Setting<std::vector<LateEntryBand>> late_entry_bands;
    Setting<Fraction> earliest_leave_fraction;
};
BOOST_DESCRIBE_STRUCT(RoomRules, (),
                      (max_candidates, invigilators, late_entry_bands, earliest_leave_fraction))

enum class InfractionLevel { reprimand, warning, suspension, cancellation };
BOOST_DESCRIBE_ENUM(InfractionLevel, reprimand, warning, suspension, cancellation)

struct InfractionRules {
    Setting<std::vector<InfractionLevel>> levels;
    Setting<std::map<InfractionLevel, Whole>> deduction_pct;
    Setting<bool> escalation; // A repeat of a level counts as the next level.
    Setting<Whole> witnesses_on_refusal;
    Setting<bool> notify_employer;
};
BOOST_DESCRIBE_STRUCT(InfractionRules, (),
                      (levels, deduction_pct, escalation, witnesses_on_refusal, notify_employer))

enum class RemarkThirdRule { third_then_two_equal_or_mean };
BOOST_DESCRIBE_ENUM(RemarkThirdRule, third_then_two_equal_or_mean)

struct RemarkRules {
    Setting<std::set<RoundType>> allowed_round_types;
    Setting<Whole> window;       // Days from publication.
    Setting<Whole> extension;    // Days.
    Setting<Whole> finish_days;  // Days.
    Setting<Whole> publish_days; // Working days.
    Setting<Points> change_threshold;
    Setting<Whole> markers;
    Setting<RemarkThirdRule> third_rule;
};
BOOST_DESCRIBE_STRUCT(RemarkRules, (),
                      (allowed_round_types, window, extension, finish_days, publish_days,
                       change_threshold, markers, third_rule))

enum class Channel { portal, notice_board, mass_media };
BOOST_DESCRIBE_ENUM(Channel, portal, notice_board, mass_media)
enum class Profile { names, roll_numbers };
BOOST_DESCRIBE_ENUM(Profile, names, roll_numbers)

struct PublishRules {
    Setting<std::set<Channel>> channels;
    Setting<Profile> profile;
};
BOOST_DESCRIBE_STRUCT(PublishRules, (), (channels, profile))

struct ArchiveRules {
    Setting<std::map<std::string, Whole>> retention; // Kind of record -> years.
};
BOOST_DESCRIBE_STRUCT(ArchiveRules, (), (retention))

struct CalendarRules {
    Setting<std::set<Whole>> working_weekdays;  // ISO: Monday 1 ... Sunday 7.
    Setting<std::vector<std::string>> holidays; // YYYY-MM-DD, besides the public holidays.
    Setting<Whole> utc_offset_minutes;          // Vietnam: 420, no daylight saving.
};
BOOST_DESCRIBE_STRUCT(CalendarRules, (), (working_weekdays, holidays, utc_offset_minutes))

enum class LateRule { refuse, review };
BOOST_DESCRIBE_ENUM(LateRule, refuse, review)
enum class DeviceRule { computers, computers_and_tablets, any };
BOOST_DESCRIBE_ENUM(DeviceRule, computers, computers_and_tablets, any)

struct SittingRules {
    Setting<Whole> grace_ms;
    Setting<LateRule> late_rule;
    Setting<Whole> late_window_ms;
    Setting<bool> proctored;
    Setting<DeviceRule> devices;
};
BOOST_DESCRIBE_STRUCT(SittingRules, (), (grace_ms, late_rule, late_window_ms, proctored, devices))

struct EvidenceRules {
    Setting<bool> signed_saves;
};
BOOST_DESCRIBE_STRUCT(EvidenceRules, (), (signed_saves))

} // namespace thi::core
