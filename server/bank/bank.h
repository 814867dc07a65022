// A question bank: items with their keys, where each comes from and who read it twice.
//
// The values behind docs/formats/bank.md. Knows no file, no contest and no candidate.

#pragma once
#include "core/ids.h"
#include "core/points.h"
#include "core/sitting/paper.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace thi::bank {

constexpr std::size_t bank_bytes_max = 16 << 20;
constexpr std::size_t items_max = 10'000;
constexpr std::size_t stimuli_max = 1'000;
constexpr std::size_t options_max = 26;
constexpr std::size_t accepted_max = 50;
constexpr std::size_t criteria_max = 20;
constexpr std::size_t levels_max = 20;
constexpr std::size_t name_length_max = 200;     // In code points, as all lengths here.
constexpr std::size_t text_length_max = 20'000;  // Stems and stimuli.
constexpr std::size_t option_length_max = 2'000; // Options, accepted texts, rubric lines.

struct Title {
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Title, (), (vi, en))

// The provision that makes the key right.
struct Source {
    std::string document;
    std::string article;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Source, (), (document, article, clause))

enum class Difficulty { easy, medium, hard };
BOOST_DESCRIBE_ENUM(Difficulty, easy, medium, hard)

struct TextKey {
    std::vector<std::string> accepted;
    bool fold_case = true;
};
BOOST_DESCRIBE_STRUCT(TextKey, (), (accepted, fold_case))

// Right option ids for choice, multiple and true/false ("true" or "false").
using Key = std::variant<std::vector<std::string>, core::NumericKey, TextKey>;

// One item. Which optional members must be there depends on `type` (docs/formats/bank.md).
struct BankItem {
    core::ItemId item;
    std::string topic;
    core::ItemType type = core::ItemType::choice;
    std::string stem;
    std::optional<std::string> stimulus;
    std::optional<std::vector<core::Option>> options;
    std::optional<Key> key; // Absent for an essay.
    core::Points points;
    std::optional<core::Tariff> tariff; // Absent: `points` for the key, else zero.
    Source source;
    std::string author;
    std::string second_reader;
    std::string explanation;
    std::optional<Difficulty> difficulty;
    std::optional<std::vector<core::Criterion>> rubric; // Essays only.
    std::optional<std::int64_t> words_max;              // Essays only.
};
BOOST_DESCRIBE_STRUCT(BankItem, (),
                      (item, topic, type, stem, stimulus, options, key, points, tariff, source,
                       author, second_reader, explanation, difficulty, rubric, words_max))

struct Bank {
    std::string bank;
    std::int64_t version = 1;
    std::string language;
    Title title;
    std::vector<core::Stimulus> stimuli;
    std::vector<BankItem> items;
};
BOOST_DESCRIBE_STRUCT(Bank, (), (bank, version, language, title, stimuli, items))

// The tariff that holds for an item, written or not.
core::Tariff tariff_of(const BankItem& item);

} // namespace thi::bank
