#include "core/sitting/order.h"

#include "core/sitting/draw.h"
#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>

namespace thi::core {

namespace {

// What moves as one: an item, or all items of a part that share a stimulus.
struct Unit {
    std::string name; // The item's id, or the stimulus.
    std::vector<const Item*> items;
};

std::vector<Unit> units_of(const Paper& paper, const Part& part) {
    std::vector<Unit> units;
    for (const auto& id : part.items) {
        const Item* item = find_item(paper, id);
        assert(item != nullptr);
        const std::string name = item->stimulus.value_or(id.str());
        auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& one) { return one.name == name; });
        if (unit == units.end()) unit = units.insert(units.end(), {name, {}});
        unit->items.push_back(item);
    }
    return units;
}

void shuffle(std::vector<Unit>& units, const crypto::Digest& seed, std::string_view draw) {
    std::sort(units.begin(), units.end(), [&](const Unit& a, const Unit& b) {
        return draw_key(seed, draw, a.name) < draw_key(seed, draw, b.name);
    });
}

std::vector<std::string> options_of(const Item& item, bool shuffled, const crypto::Digest& seed,
                                    const std::string& draw) {
    std::vector<std::string> options;
    for (const auto& option : item.options)
        options.push_back(option.option);
    if (!shuffled || item.type == ItemType::true_false) return options;
    return drawn_order(seed, draw, options);
}

} // namespace

OwnOrder own_order(const ObjectiveRules& rules, const Paper& paper,
                   const crypto::Digest& shuffle_seed, SittingId sitting) {
    const bool shuffle_items = rules.shuffle_items.value_or(false);
    const bool shuffle_options = rules.shuffle_options.value_or(false);
    OwnOrder order;
    for (const auto& part : paper.parts) {
        auto units = units_of(paper, part);
        if (shuffle_items) shuffle(units, shuffle_seed, "items/" + sitting.str());
        for (const auto& unit : units)
            for (const Item* item : unit.items) {
                const std::string draw = "options/" + sitting.str() + "/" + item->item.str();
                order.items.push_back(
                    {item->item, options_of(*item, shuffle_options, shuffle_seed, draw)});
            }
    }
    return order;
}

} // namespace thi::core
