// Scan: does a script name somebody? Looks for given names and agencies in what was written. It
// flags for people to look at, and never judges nor marks.

#pragma once
#include "core/marking/events.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::core {

inline constexpr std::size_t identities_max = 20'000;  // Of one scan: all candidates' strings.
inline constexpr std::size_t identity_bytes_max = 400; // Longer ones are not looked for.
inline constexpr std::size_t identity_letters_min = 2; // Shorter ones are in every text.
inline constexpr std::size_t sightings_max = 20;       // Of one text; then it stops looking.

// What gives a script away.
struct IdentityText {
    AnomalyKind kind = AnomalyKind::name;
    std::string text;
};

struct Sighting {
    AnomalyKind kind = AnomalyKind::name;
    std::string text; // As it was given, not as it was written.
    friend bool operator==(const Sighting&, const Sighting&) = default;
};

// Which of `known` stand in `written`, each once, in the order of `known`: as whole words, folded
// as core/result/fold.h folds (white space and capitals do not matter, marks do). Requires: UTF-8
// in NFC.
std::vector<Sighting> scan(std::string_view written, std::span<const IdentityText> known);

} // namespace thi::core
