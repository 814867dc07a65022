// Papers: what a candidate is asked, and, kept apart from it, the key by which it is scored.
//
// A paper holds no key and no order: each candidate's own order of items and options is drawn from
// the seed in the key document (core/sitting/order.h).

#pragma once
#include "core/ids.h"
#include "core/points.h"
#include "crypto/hash.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace thi::core {

enum class ItemType { choice, multiple, true_false, numeric, text, essay };
BOOST_DESCRIBE_ENUM(ItemType, choice, multiple, true_false, numeric, text, essay)

// An answer as it is saved (docs/formats/saving.md): nothing for cleared; sorted option ids for
// choice, multiple and true/false (["true"]); text for text, essay and numeric ("12,5"); pairs for
// matching.
using Value = std::variant<std::monostate, std::vector<std::string>, std::string,
                           std::map<std::string, std::string>>;

struct Option {
    std::string option; // "A", "B", ...; "true" and "false" for true/false.
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Option, (), (option, text))

struct Item {
    ItemId item;
    ItemType type = ItemType::choice;
    std::string stem;
    std::optional<std::string> stimulus; // A text shared with other items of the paper.
    std::vector<Option> options;
    Points points; // The most that the item can pay.
    std::optional<std::int64_t> words_max;
};
BOOST_DESCRIBE_STRUCT(Item, (), (item, type, stem, stimulus, options, points, words_max))

struct Part {
    std::string part; // "general", "language": the topic in the plan's list of parts.
    std::string title;
    std::optional<std::int64_t> minutes;
    std::vector<ItemId> items;
};
BOOST_DESCRIBE_STRUCT(Part, (), (part, title, minutes, items))

struct Stimulus {
    std::string stimulus;
    std::optional<std::string> title;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Stimulus, (), (stimulus, title, text))

// Requires: every item stands in exactly one part.
struct Paper {
    PaperId paper;
    std::string title;
    std::vector<Part> parts;
    std::vector<Item> items;
    std::vector<Stimulus> stimuli;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (paper, title, parts, items, stimuli))

enum class Partial {
    none,    // Exactly the key or nothing.
    share,   // The share of the key found, rounded towards zero; any wrong choice forfeits it.
    balance, // Right minus wrong choices, not below zero.
};
BOOST_DESCRIBE_ENUM(Partial, none, share, balance)

struct Tariff {
    Points correct;
    Points wrong; // Zero or negative.
    Partial partial = Partial::none;
};
BOOST_DESCRIBE_STRUCT(Tariff, (), (correct, wrong, partial))

enum class ToleranceKind { absolute, relative };
BOOST_DESCRIBE_ENUM(ToleranceKind, absolute, relative)

struct NumericKey {
    std::string value;     // Decimal text, comma or dot.
    std::string tolerance; // Decimal text; inclusive.
    ToleranceKind kind = ToleranceKind::absolute;
};
BOOST_DESCRIBE_STRUCT(NumericKey, (), (value, tolerance, kind))

struct Level {
    Points points;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Level, (), (points, text))

struct Criterion {
    std::string criterion;
    std::string text;
    Points max;
    std::vector<Level> levels;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (criterion, text, max, levels))

struct ItemKey {
    ItemId item;
    Tariff tariff;
    std::vector<std::string> options; // choice, multiple, true/false: the right ones, sorted.
    std::optional<NumericKey> numeric;
    std::vector<std::string> accepted; // text
    bool fold_case = true;             // text
    std::vector<Criterion> rubric;     // essay
};
BOOST_DESCRIBE_STRUCT(ItemKey, (), (item, tariff, options, numeric, accepted, fold_case, rubric))

struct AnswerKey {
    PaperId paper;
    std::vector<ItemKey> items;
    crypto::Digest shuffle_seed;
};
BOOST_DESCRIBE_STRUCT(AnswerKey, (), (paper, items, shuffle_seed))

} // namespace thi::core
