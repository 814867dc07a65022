#include "core/marking/packets.h"

#include "core/sitting/draw.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <utility>

namespace thi::core {

namespace {

// Which script's mark goes from whom to whom.
struct Move {
    std::size_t given = 0;
    PersonId to;
};

// What was drawn, and what may be exchanged in it.
class Balance {
  public:
    Balance(std::vector<GivenMark>& given, std::map<PersonId, Whole>& loads,
            std::map<std::string, std::set<PersonId>> held)
        : given_(given), loads_(loads), held_(std::move(held)) {}

    void even_out() {
        while (improve()) {
        }
    }

  private:
    // The first marker, from the fullest, who can pass one on to somebody with two fewer.
    bool improve() {
        std::vector<std::pair<Whole, PersonId>> fullest;
        for (const auto& [marker, load] : loads_)
            fullest.emplace_back(-load, marker);
        std::sort(fullest.begin(), fullest.end());
        return std::any_of(fullest.begin(), fullest.end(),
                           [&](const auto& one) { return pass_on(one.second); });
    }

    bool pass_on(PersonId from) {
        std::map<PersonId, Move> reached_by; // Which mark, passed on, reaches him.
        std::set<PersonId> seen{from};
        std::deque<PersonId> waiting{from};
        while (!waiting.empty()) {
            const PersonId holder = waiting.front();
            waiting.pop_front();
            for (std::size_t i = 0; i < given_.size(); ++i) {
                if (given_[i].marker != holder) continue;
                for (const auto& [to, load] : loads_) {
                    if (held_.at(given_[i].code).contains(to) || !seen.insert(to).second) continue;
                    reached_by[to] = {i, to};
                    if (load + 2 <= loads_.at(from)) return exchange(from, to, reached_by);
                    waiting.push_back(to);
                }
            }
        }
        return false;
    }

    bool exchange(PersonId from, PersonId last, const std::map<PersonId, Move>& reached_by) {
        --loads_.at(from);
        ++loads_.at(last);
        for (PersonId to = last; to != from;) {
            auto& mark = given_[reached_by.at(to).given];
            auto& holders = held_.at(mark.code);
            const PersonId before = mark.marker;
            holders.erase(before);
            holders.insert(to);
            mark.marker = to;
            to = before;
        }
        return true;
    }

    std::vector<GivenMark>& given_;
    std::map<PersonId, Whole>& loads_;
    std::map<std::string, std::set<PersonId>> held_; // Barred or holding, of each script.
};

// The least loaded first, equals in the order drawn for this script.
std::vector<PersonId> drawn_for(const crypto::Digest& seed, const std::string& draw,
                                const WantedMarks& script, const std::map<PersonId, Whole>& loads) {
    std::vector<std::pair<std::pair<Whole, crypto::Digest>, PersonId>> keyed;
    for (const auto& [marker, load] : loads)
        if (!script.barred.contains(marker))
            keyed.push_back({{load, draw_key(seed, draw, marker.text())}, marker});
    std::sort(keyed.begin(), keyed.end());
    std::vector<PersonId> markers;
    for (const auto& [key, marker] : keyed)
        markers.push_back(marker);
    return markers;
}

std::string packet_name(std::string_view draw, PersonId marker, const char* what) {
    return std::string{draw} + '/' + what + '/' + marker.str();
}

} // namespace

std::string markers_draw_name(RoundId round) {
    return "markers/" + round.str();
}

crypto::Digest markers_seed(const crypto::Digest& blinding_seed, RoundId round, Whole number) {
    return draw_key(blinding_seed, markers_draw_name(round), std::to_string(number));
}

std::variant<std::vector<GivenMark>, NoMarkerFor> draw_markers(const crypto::Digest& seed,
                                                               std::string_view draw,
                                                               std::vector<WantedMarks> wanted,
                                                               std::map<PersonId, Whole> loads) {
    std::sort(wanted.begin(), wanted.end(), [&](const WantedMarks& a, const WantedMarks& b) {
        return draw_key(seed, draw, a.code) < draw_key(seed, draw, b.code);
    });
    std::vector<GivenMark> given;
    std::map<std::string, std::set<PersonId>> held;
    for (const auto& script : wanted) {
        const auto markers = drawn_for(seed, std::string{draw} + '/' + script.code, script, loads);
        if (markers.size() < script.turns.size()) return NoMarkerFor{script.code};
        auto& holders = held[script.code] = script.barred;
        for (std::size_t i = 0; i < script.turns.size(); ++i) {
            given.push_back({script.code, script.turns[i], markers[i]});
            holders.insert(markers[i]);
            ++loads[markers[i]];
        }
    }
    Balance{given, loads, std::move(held)}.even_out();
    return given;
}

std::vector<std::string> packet_order(const crypto::Digest& seed, std::string_view draw,
                                      PersonId marker, const std::vector<std::string>& codes) {
    return drawn_order(seed, packet_name(draw, marker, "packet"),
                       std::span<const std::string>{codes});
}

std::vector<std::string> repeats_of(const crypto::Digest& seed, std::string_view draw,
                                    PersonId marker, const std::vector<std::string>& codes,
                                    Whole pct) {
    auto order =
        drawn_order(seed, packet_name(draw, marker, "repeat"), std::span<const std::string>{codes});
    const auto count = (std::ssize(order) * pct + 99) / 100;
    order.resize(static_cast<std::size_t>(std::clamp<Whole>(count, 0, std::ssize(order))));
    return order;
}

} // namespace thi::core
