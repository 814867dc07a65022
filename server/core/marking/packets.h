// Packets: which marker gets which script, drawn from a seed so that everybody who knows it draws
// the same (docs/formats/marking.md). Knows scripts by their codes alone.

#pragma once
#include "core/ids.h"
#include "core/marking/events.h"
#include "crypto/hash.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace thi::core {

// "markers/rnd_...": the name of all draws of markers of a round.
std::string markers_draw_name(RoundId round);

// The seed of the draw with this number (from 1), out of the blinding draw's own seed.
crypto::Digest markers_seed(const crypto::Digest& blinding_seed, RoundId round, Whole number);

// A script that waits for one marker for each of `turns`.
struct WantedMarks {
    std::string code;
    std::vector<Turn> turns;
    std::set<PersonId> barred; // Who has had it, or has declared a relation.
};

struct GivenMark {
    std::string code;
    Turn turn = Turn::first;
    PersonId marker;
};

// Nobody is left for this script.
struct NoMarkerFor {
    std::string code;
};

// One marker for each turn of each script, never one for two turns of a script, never a barred one.
// `loads`: how many scripts each marker who can be drawn has already. Afterwards loads are as even
// as the bars allow: no chain of exchanges makes two of them more even.
std::variant<std::vector<GivenMark>, NoMarkerFor> draw_markers(const crypto::Digest& seed,
                                                               std::string_view draw,
                                                               std::vector<WantedMarks> wanted,
                                                               std::map<PersonId, Whole> loads);

// `codes` in the order drawn for this marker.
std::vector<std::string> packet_order(const crypto::Digest& seed, std::string_view draw,
                                      PersonId marker, const std::vector<std::string>& codes);

// ceil(`pct` % of the codes) of them, drawn: what a marker will be given a second time.
std::vector<std::string> repeats_of(const crypto::Digest& seed, std::string_view draw,
                                    PersonId marker, const std::vector<std::string>& codes,
                                    Whole pct);

} // namespace thi::core
