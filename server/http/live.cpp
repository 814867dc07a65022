#include "http/live.h"

#include "core/event.h"
#include "core/sitting/window.h"
#include "http/event_hub.h"
#include "store/committer.h"
#include "text/described.h"

#include <boost/describe/class.hpp>

namespace thi::http {
namespace {

struct TimeNews {
    core::Instant ends_at;
    std::string reason;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(TimeNews, (), (ends_at, reason, server_now))

struct LeaseNews {
    core::Whole lease = 0;
};
BOOST_DESCRIBE_STRUCT(LeaseNews, (), (lease))

struct EndNews {
    core::EndReason reason = core::EndReason::deadline;
};
BOOST_DESCRIBE_STRUCT(EndNews, (), (reason))

template <class T> bool is(const core::Event& event) {
    return std::holds_alternative<T>(event);
}

// Whether anything that happened can move the end of a sitting.
bool moves_ends(const core::Event& event) {
    return is<core::TimeGranted>(event) || is<core::TimeRemoved>(event) ||
           is<core::TimeRestored>(event) || is<core::PlanAmended>(event) ||
           is<core::PlanWaived>(event) || is<core::SittingLeased>(event);
}

bool is_of_rooms(const core::Event& event) {
    return is<core::AnswerSaved>(event) || is<core::AnswerLate>(event) ||
           is<core::SittingAdmitted>(event) || is<core::SittingLeased>(event) ||
           is<core::SittingSubmitted>(event) || is<core::SittingEnded>(event) ||
           is<core::TimeGranted>(event) || is<core::IncidentOpened>(event) ||
           is<core::IncidentClosed>(event);
}

} // namespace

std::string sitting_channel(core::SittingId sitting) {
    return "sitting:" + sitting.str();
}

std::string staff_channel(core::ContestId contest) {
    return "contest:" + contest.str();
}

std::uint64_t SittingEnds::generation(core::ContestId contest) const {
    const std::scoped_lock lock{mutex_};
    const auto found = contests_.find(contest);
    return found == contests_.end() ? 0 : found->second.generation;
}

void SittingEnds::keep(core::ContestId contest, std::uint64_t generation, core::SittingId sitting,
                       core::Instant ends_at) {
    const std::scoped_lock lock{mutex_};
    auto& known = contests_[contest];
    if (known.generation == generation) known.ends[sitting] = ends_at;
}

std::optional<core::Instant> SittingEnds::find(core::ContestId contest,
                                               core::SittingId sitting) const {
    const std::scoped_lock lock{mutex_};
    const auto known = contests_.find(contest);
    if (known == contests_.end()) return std::nullopt;
    const auto found = known->second.ends.find(sitting);
    if (found == known->second.ends.end()) return std::nullopt;
    return found->second;
}

void SittingEnds::forget(core::ContestId contest) {
    const std::scoped_lock lock{mutex_};
    auto& known = contests_[contest];
    ++known.generation;
    known.ends.clear();
}

void Takeovers::ask(core::SittingId sitting, std::string client_key, std::string device,
                    core::Instant at) {
    const std::scoped_lock lock{mutex_};
    auto& waiting = waiting_[sitting];
    if (waiting.client_key != client_key) waiting.approved_by.reset();
    waiting.client_key = std::move(client_key);
    waiting.device = std::move(device);
    waiting.asked_at = at;
    if (waiting_.size() > waiting_max)
        std::erase_if(waiting_,
                      [&](const auto& row) { return at - row.second.asked_at > approval_lives; });
}

bool Takeovers::approve(core::SittingId sitting, core::PersonId by, core::Instant at) {
    const std::scoped_lock lock{mutex_};
    const auto found = waiting_.find(sitting);
    if (found == waiting_.end() || at - found->second.asked_at > ask_lives) return false;
    found->second.approved_by = by;
    found->second.approved_at = at;
    return true;
}

std::optional<Takeovers::Waiting> Takeovers::waiting(core::SittingId sitting,
                                                     core::Instant at) const {
    const std::scoped_lock lock{mutex_};
    const auto found = waiting_.find(sitting);
    if (found == waiting_.end() || at - found->second.asked_at > ask_lives) return std::nullopt;
    return found->second;
}

std::optional<core::PersonId> Takeovers::approved(core::SittingId sitting,
                                                  const std::string& client_key,
                                                  core::Instant at) const {
    const std::scoped_lock lock{mutex_};
    const auto found = waiting_.find(sitting);
    if (found == waiting_.end() || found->second.client_key != client_key ||
        at - found->second.approved_at > approval_lives)
        return std::nullopt;
    return found->second.approved_by;
}

void Takeovers::drop(core::SittingId sitting) {
    const std::scoped_lock lock{mutex_};
    waiting_.erase(sitting);
}

void Live::note(Noted& noted, const core::Event& event) {
    noted.rooms |= is_of_rooms(event);
    noted.overview |= !is<core::AnswerSaved>(event);
    if (const auto* granted = std::get_if<core::TimeGranted>(&event)) {
        noted.times.insert(granted->sitting);
        noted.reason = granted->reason;
    }
    if (const auto* removed = std::get_if<core::TimeRemoved>(&event)) {
        noted.all_times = true;
        noted.reason = removed->reason;
    }
    if (const auto* restored = std::get_if<core::TimeRestored>(&event)) {
        noted.all_times = true;
        noted.reason = restored->reason;
    }
    if (const auto* opened = std::get_if<core::IncidentOpened>(&event))
        if (opened->sitting && opened->by) called_.erase(*opened->sitting);
}

void Live::observe(core::ContestId contest, const store::Committed& committed) {
    bool moved = false;
    {
        const std::scoped_lock lock{mutex_};
        auto& noted = noted_[contest];
        for (const auto& entry : committed.entries) {
            moved |= moves_ends(entry.event);
            note(noted, entry.event);
        }
    }
    if (moved) ends_.forget(contest);
    for (const auto& entry : committed.entries) {
        if (const auto* leased = std::get_if<core::SittingLeased>(&entry.event)) {
            const LeaseNews news{leased->lease};
            events_.publish(sitting_channel(leased->sitting), "lease", text::to_text(news));
        }
        if (const auto* ended = std::get_if<core::SittingEnded>(&entry.event)) {
            const EndNews news{ended->reason};
            events_.publish(sitting_channel(ended->sitting), "ended", text::to_text(news));
        }
    }
}

void Live::tell_times(store::Committer& committer, core::ContestId contest, const Noted& noted,
                      core::Instant now) {
    std::vector<std::pair<core::SittingId, core::Instant>> ends;
    const auto ask = [&](const core::Contest& state) {
        for (const auto& [id, sitting] : state.sittings)
            if (noted.all_times || noted.times.contains(id))
                ends.emplace_back(id, core::window(state, sitting).ends);
    };
    if (!committer.read_now(contest, ask)) return;
    for (const auto& [sitting, ends_at] : ends) {
        const TimeNews news{ends_at, noted.reason, now};
        events_.publish(sitting_channel(sitting), "time", text::to_text(news));
    }
}

void Live::tell(store::Committer& committer, core::Instant now) {
    std::map<core::ContestId, Noted> noted;
    {
        const std::scoped_lock lock{mutex_};
        noted.swap(noted_);
    }
    for (const auto& [contest, what] : noted) {
        if (what.all_times || !what.times.empty()) tell_times(committer, contest, what, now);
        if (what.overview) events_.publish(staff_channel(contest), "overview", "{}");
        if (what.rooms) events_.publish(staff_channel(contest), "rooms", "{}");
    }
}

void Live::call(core::ContestId contest, core::SittingId sitting) {
    const std::scoped_lock lock{mutex_};
    called_.insert(sitting);
    noted_[contest].rooms = true;
}

bool Live::has_called(core::SittingId sitting) const {
    const std::scoped_lock lock{mutex_};
    return called_.contains(sitting);
}

void Live::seen(core::SittingId sitting, core::Instant at) {
    const std::scoped_lock lock{mutex_};
    if (seen_.size() >= seen_max) seen_.clear();
    seen_[sitting] = at;
}

std::optional<core::Instant> Live::last_seen(core::SittingId sitting) const {
    const std::scoped_lock lock{mutex_};
    const auto found = seen_.find(sitting);
    if (found == seen_.end()) return std::nullopt;
    return found->second;
}

std::shared_ptr<const OpenPaper> Live::paper(core::PaperId paper) const {
    const std::scoped_lock lock{mutex_};
    const auto found = papers_.find(paper);
    return found == papers_.end() ? nullptr : found->second;
}

void Live::keep_paper(core::PaperId paper, std::shared_ptr<const OpenPaper> open) {
    const std::scoped_lock lock{mutex_};
    if (papers_.size() >= papers_max) papers_.clear();
    papers_[paper] = std::move(open);
}

void Live::rooms_changed(core::ContestId contest) {
    const std::scoped_lock lock{mutex_};
    noted_[contest].rooms = true;
}

} // namespace thi::http
