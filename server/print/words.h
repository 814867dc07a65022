// Words, times and numbers as official papers in Vietnamese write them.

#pragma once
#include "core/event.h"
#include "core/plan/calendar.h"
#include "core/result/tally.h"

#include <span>
#include <string>
#include <string_view>

namespace thi::print {

// "[mục 12]": an entry of the log, by its number.
std::string entry(std::uint64_t index);

// In the contest's own zone.
std::string clock_text(core::Instant at, const core::Calendar& calendar); // "08:30:05, 12/11/2017"
std::string spoken(core::Instant at, const core::Calendar& calendar); // "Hồi 08 giờ 30 phút, ..."

std::string points_text(core::Points points); // "84,50"
// In hundredths: the exact fraction of points, and two decimals where it is no such number:
// "84,25" or "253/3 (84,33)".
std::string mark_text(core::Fraction hundredths);

std::string_view word(core::Role role);
std::string_view word(core::Outcome outcome);
std::string_view word(core::RoundFate fate);
std::string_view word(core::TieRung rung);
std::string_view word(core::DefenceStep step);
std::string_view word(core::EndReason reason);
std::string_view word(core::IncidentKind kind);
std::string_view word(core::InfractionLevel level);
std::string_view word(core::AnomalyKind kind);
std::string_view word(core::AnomalyOutcome outcome);
std::string_view word(core::Turn turn);
std::string_view word(core::RemedyKind kind);
std::string_view word(core::AppealTrack track);
std::string_view word(core::DrawPurpose purpose);
std::string_view word(core::Verdict verdict);

// Of mark.settle and mark.third: a row of the band table, or why none was asked.
std::string_view band_word(std::string_view action);
// What an entry of this type records; its name where this table does not know it.
std::string_view leaf_word(std::string_view type);
// What a parameter of the plan decides, for the steps of a score.
std::string_view rule_word(std::string_view parameter);

// "a, b và c"
std::string joined(std::span<const std::string> parts);

} // namespace thi::print
