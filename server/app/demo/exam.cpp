#include "app/demo/exam.h"

#include "core/result/tally.h"
#include "http/api/acts.h"
#include "http/handlers/result_file.h"
#include "http/new_id.h"
#include "http/store_auditor.h"
#include "journal/client.h"
#include "journal/merkle.h"
#include "journal/results.h"
#include "store/signed_heads.h"

#include <algorithm>
#include <stdexcept>

namespace thi::app::demo {

namespace {

using namespace std::chrono_literals;
using core::Role;

// A candidate at a machine.
struct Desk {
    core::CandidateId candidate;
    core::SittingId sitting;
    core::Whole lease = 0;
    core::Whole seq = 0;
    crypto::Digest prev;
};

class Examination {
  public:
    Examination(Player& player, const Days& days, const store::PaperContent& official)
        : player_(player), bell_(days.bell), official_(official) {
        const auto round = objective_round(player.plan());
        player.ask([&](const core::Contest& contest) {
            for (const auto& candidate : player.candidates) {
                Desk desk;
                desk.candidate = candidate;
                desk.sitting = contest.rounds.at(round).latest.at(candidate);
                desks_.push_back(desk);
            }
        });
    }

    void hold(const Progress& progress) {
        enter();
        progress(30);
        for (std::size_t item = 0; item < official_.content.items.size(); ++item) {
            answer_everywhere(item);
            if (item == 20) incidents();
            progress(30 + static_cast<int>(item));
        }
        end();
        progress(95);
    }

  private:
    static constexpr std::size_t late = 4;    // Comes ten minutes after the bell.
    static constexpr std::size_t failing = 6; // Whose machine fails.
    static constexpr std::size_t granted = 7; // Gets five minutes more.
    static constexpr std::size_t silent = 8;  // Never hands in: the server ends it.
    static constexpr std::size_t slow = 9;    // Whose last answers arrive after the end.

    void admit(Desk& desk) {
        player_.play(core::Admit{player_.who(Role::head_of_invigilation), desk.sitting,
                                 desk.candidate, objective_round(player_.plan()), false});
        sit_down(desk, "máy chính", false);
    }

    void sit_down(Desk& desk, std::string machine, bool takeover) {
        core::TakeLease take{desk.candidate, desk.sitting, std::move(machine), takeover, {}};
        if (takeover) take.approved_by = player_.who(Role::head_of_invigilation);
        player_.play(std::move(take));
        player_.ask([&](const core::Contest& contest) {
            const auto& lease = contest.sittings.at(desk.sitting).leases.back();
            desk.lease = lease.lease;
            desk.seq = lease.last_seq;
            desk.prev = lease.head;
        });
    }

    void enter() {
        player_.at(bell_ - 3 * 24h);
        player_.advance(core::Stage::sitting);
        player_.at(bell_ - 20min);
        for (std::size_t i = 0; i < desks_.size(); ++i)
            if (i != late) admit(desks_[i]);
        player_.at(bell_);
        player_.play(core::OpenDuePapers{});
        player_.at(bell_ + 10min);
        admit(desks_[late]);
    }

    // The first two of the first post know equally much, and most.
    bool knows(std::size_t i, std::size_t item) const {
        const auto posts = player_.plan().post.list->size();
        const auto skill = i == 0 || i == posts ? 92U : 40U + static_cast<unsigned int>(i * 7 % 45);
        const auto luck = i == posts ? 0 : i;
        return (item * 37 + luck * 61) % 100 < skill;
    }

    core::Value value(std::size_t i, std::size_t item) const {
        const auto& asked = official_.content.items[item];
        const auto& key = *std::find_if(official_.key.items.begin(), official_.key.items.end(),
                                        [&](const auto& one) { return one.item == asked.item; });
        if (!knows(i, item)) {
            for (const auto& option : asked.options)
                if (key.options != std::vector<std::string>{option.option})
                    return std::vector<std::string>{option.option};
            return std::monostate{};
        }
        if (!key.accepted.empty()) return key.accepted.front();
        if (key.numeric) return key.numeric->value;
        return key.options;
    }

    void save(std::size_t i, std::size_t item) {
        auto& desk = desks_[i];
        core::SaveAnswer save;
        save.candidate = desk.candidate;
        auto& client = save.client;
        client.client_time = player_.now();
        client.sitting = desk.sitting;
        client.item = official_.content.items[item].item;
        client.lease = desk.lease;
        client.seq = ++desk.seq;
        client.prev = desk.prev;
        client.value = value(i, item);
        client.text = journal::client_text(client);
        save.text_hash = crypto::sha256(client.text);
        save.received_at = player_.now();
        desk.prev = save.text_hash;
        player_.play(std::move(save));
    }

    void answer_everywhere(std::size_t item) {
        player_.at(bell_ + 11min + item * 45s);
        for (std::size_t i = 0; i < desks_.size(); ++i)
            if (i != slow || item < 50) save(i, item);
    }

    // A machine fails and is replaced; one room has no power for four minutes; one candidate is
    // given five minutes more.
    void incidents() {
        const auto invigilator = player_.who(Role::invigilator, 1);
        core::OpenIncident broken;
        broken.by = invigilator;
        broken.incident = http::new_id<core::IncidentId>();
        broken.sitting = desks_[failing].sitting;
        broken.text = "Máy trạm hỏng, đổi sang máy dự phòng";
        player_.play(broken);
        sit_down(desks_[failing], "máy dự phòng", true);
        player_.play(core::CloseIncident{invigilator, broken.incident, "Đã đổi máy, thi tiếp"});
        std::optional<core::RoomId> room;
        player_.ask([&](const core::Contest& contest) {
            room = contest.rounds.at(objective_round(player_.plan())).rooms.back().room;
        });
        const auto round = objective_round(player_.plan());
        const auto chair = player_.who(Role::chair);
        const auto now = player_.now();
        const http::api::RemoveTimeAct power{round, room, now - 4min, now,
                                             "Mất điện phòng thi bốn phút"};
        player_.play(core::RemoveTime{chair, power.round, power.room, power.from_at, power.to_at,
                                      power.reason,
                                      player_.leaders("remove_time", text::to_text(power))});
        const http::api::GrantTimeAct grant{desks_[granted].sitting, 5 * 60 * 1000,
                                            "Thí sinh dùng máy có bàn phím lỗi"};
        player_.play(core::GrantTime{chair, grant.sitting, grant.ms, grant.reason,
                                     player_.leaders("grant_time", text::to_text(grant))});
    }

    void submit(Desk& desk) {
        core::SubmitSitting submit;
        submit.candidate = desk.candidate;
        auto& client = submit.client;
        client.client_time = player_.now();
        client.sitting = desk.sitting;
        client.lease = desk.lease;
        client.seq = ++desk.seq;
        client.prev = desk.prev;
        client.text = journal::client_text(client);
        submit.text_hash = crypto::sha256(client.text);
        submit.received_at = player_.now();
        player_.play(std::move(submit));
    }

    void end() {
        player_.at(bell_ + 58min);
        for (std::size_t i = 0; i < desks_.size(); ++i)
            if (i != silent && i != slow && i != granted) submit(desks_[i]);
        player_.at(bell_ + 63min);
        player_.play(core::EndDueSittings{});
        submit(desks_[granted]);
        player_.at(bell_ + 90min);
        player_.play(core::EndDueSittings{});
    }

    Player& player_;
    core::Instant bell_;
    const store::PaperContent& official_;
    std::vector<Desk> desks_;
};

// The council votes on every group of equals that a place depends on: the names in the order that
// it chose, each below the one before.
void settle_ties(Player& player) {
    constexpr int rungs_max = 8;
    for (int rung = 0; rung < rungs_max; ++rung) {
        std::vector<core::OpenTie> ties;
        player.ask([&](const core::Contest& contest) { ties = core::tally(contest).open_ties; });
        if (ties.empty()) return;
        core::StepTie step;
        step.by = player.who(Role::secretary);
        step.post = ties.front().post;
        step.rung = ties.front().next;
        for (const auto& candidate : ties.front().candidates)
            step.order.push_back({candidate});
        step.reason = "Hội đồng biểu quyết";
        step.approvals = player.leaders(
            "step_tie",
            text::to_text(http::api::StepTieAct{step.post, step.rung, step.order, step.reason}));
        player.play(std::move(step));
    }
    throw std::runtime_error("a tie of the demo does not end");
}

// True, or it throws with what is wrong: a demo must verify.
bool is_clean(Player& player) {
    http::StoreAuditor auditor{player.site().folder().paths().database(), player.site().vault()};
    const auto report = auditor.audit(player.contest());
    for (const auto& check : report.checks)
        if (!check.positions.empty())
            throw std::runtime_error("the demo's log: " + check.check + " " +
                                     check.positions.front());
    return report.clean;
}

} // namespace

void hold_examination(Player& player, const Days& days, const store::PaperContent& official,
                      const Progress& progress) {
    Examination{player, days, official}.hold(progress);
}

void publish_result(Player& player) {
    auto& site = player.site();
    player.at(player.now() + 2h);
    player.play(core::ComputeScores{player.who(Role::secretary), &journal::trace_hash});
    player.advance(core::Stage::scored);
    settle_ties(player);
    const bool clean = is_clean(player);
    const auto names = site.store().ask([&](const store::Reader& read) {
        return http::handlers::published_names(read, player.contest());
    });
    http::handlers::Standings standings;
    player.ask([&](const core::Contest& contest) {
        standings = http::handlers::standings_of(contest, names);
    });
    const store::PublishedFile file{player.contest(), crypto::sha256(standings.file),
                                    "results.json", "application/json", standings.file};
    const http::api::ReleaseAct act{file.sha256};
    const auto root = site.store().ask([&](const store::Reader& read) {
        return journal::Frontier{standings.scored_size, store::stored_nodes(read, player.contest())}
            .root();
    });
    player.play(core::ReleaseResult{file.sha256, root, clean,
                                    player.leaders("release", text::to_text(act))},
                [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
                    write.add_file(file);
                    return {};
                });
    player.advance(core::Stage::released);
    is_clean(player);
}

} // namespace thi::app::demo
