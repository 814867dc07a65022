// What a bank holds, counted for the people who answer for it.

#pragma once
#include "bank/bank.h"

#include <map>

namespace thi::bank {

// Whether the bank is large enough for a paper (plan: bank.min_ratio). Essays do not count: a paper
// of objective items is drawn from objective items.
struct Supply {
    std::int64_t items = 0;
    std::int64_t paper_items = 0;
    core::Fraction min_ratio;
    bool enough = false; // items >= paper_items x min_ratio, exactly.
};
BOOST_DESCRIBE_STRUCT(Supply, (), (items, paper_items, min_ratio, enough))

// Worth a person's look, but no reason to refuse.
struct Remark {
    std::string pointer; // JSON pointer into the bank.
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (pointer, vi, en))

struct Report {
    std::string bank;
    std::int64_t version = 0;
    std::int64_t items = 0;
    core::Points points;
    std::map<std::string, std::int64_t> topics;
    std::map<core::ItemType, std::int64_t> types;
    std::map<std::string, std::int64_t> difficulties; // Items without a guess are not in it.
    std::map<std::string, std::int64_t> choice_keys;  // How often each option id is the key.
    std::map<std::string, std::int64_t> true_false_keys;
    std::optional<Supply> supply;
    std::vector<Remark> remarks;
};
BOOST_DESCRIBE_STRUCT(Report, (),
                      (bank, version, items, points, topics, types, difficulties, choice_keys,
                       true_false_keys, supply, remarks))

struct PaperLength {
    std::int64_t items = 0;
    core::Fraction min_ratio{3, 1};
};

// Requires: `bank` is clean (bank/check.h).
Report report(const Bank& bank, std::optional<PaperLength> paper = {});

} // namespace thi::bank
