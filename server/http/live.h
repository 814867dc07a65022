// Live: what the server knows of sittings beyond what is on disk, and whom it tells of changes.
// All of it may be lost at a restart: pages ask again.
//
// Ends already worked out, machines that wait for an invigilator, candidates who called, papers
// that are open.

#pragma once
#include "core/ids.h"
#include "core/sitting/paper.h"
#include "core/time.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace thi::core {
class Event;
}
namespace thi::store {
class Committed;
class Committer;
} // namespace thi::store

namespace thi::http {

class EventHub;

std::string sitting_channel(core::SittingId sitting);
std::string staff_channel(core::ContestId contest);

// When sittings end, so that saving an answer need not ask the writer. An end is forgotten as soon
// as anything has happened in its contest that could move it. Thread-safe.
class SittingEnds {
  public:
    // What was known when it was asked for; kept only where nothing has moved ends since.
    std::uint64_t generation(core::ContestId contest) const;
    void keep(core::ContestId contest, std::uint64_t generation, core::SittingId sitting,
              core::Instant ends_at);
    std::optional<core::Instant> find(core::ContestId contest, core::SittingId sitting) const;
    void forget(core::ContestId contest);

  private:
    struct OfContest {
        std::uint64_t generation = 0;
        std::unordered_map<core::SittingId, core::Instant> ends;
    };
    mutable std::mutex mutex_;
    std::unordered_map<core::ContestId, OfContest> contests_;
};

// Machines that ask to take over a sitting where an invigilator must approve. Thread-safe.
class Takeovers {
  public:
    struct Waiting {
        std::string client_key;
        std::string device;
        core::Instant asked_at;
        std::optional<core::PersonId> approved_by;
        core::Instant approved_at;
    };
    static constexpr std::size_t waiting_max = 10'000;
    static constexpr core::Duration ask_lives{30'000}; // A machine asks again every 5 s.
    static constexpr core::Duration approval_lives{300'000};

    void ask(core::SittingId sitting, std::string client_key, std::string device, core::Instant at);
    // False where no machine waits.
    bool approve(core::SittingId sitting, core::PersonId by, core::Instant at);
    std::optional<Waiting> waiting(core::SittingId sitting, core::Instant at) const;
    // Who approved that machine, where somebody did.
    std::optional<core::PersonId> approved(core::SittingId sitting, const std::string& client_key,
                                           core::Instant at) const;
    void drop(core::SittingId sitting);

  private:
    mutable std::mutex mutex_;
    std::unordered_map<core::SittingId, Waiting> waiting_;
};

// Papers whose bell has gone, with their keys: what a room of candidates asks for at one instant.
struct OpenPaper {
    core::Paper content;
    crypto::Digest shuffle_seed;
    std::string cipher_key; // 32 bytes.
};

class Live {
  public:
    // The hub outlives this.
    explicit Live(EventHub& events) : events_(events) {}

    // After each batch, as the committer's observer: on the writer's thread, so nothing is asked.
    void observe(core::ContestId contest, const store::Committed& committed);
    // Tells pages what observe() has noted. Once a second, on any thread but the writer's: it asks
    // the writer and waits.
    void tell(store::Committer& committer, core::Instant now);

    SittingEnds& ends() { return ends_; }
    Takeovers& takeovers() { return takeovers_; }
    EventHub& events() { return events_; }

    // A candidate who called, until somebody has seen to it (an incident about the sitting).
    void call(core::ContestId contest, core::SittingId sitting);
    bool has_called(core::SittingId sitting) const;

    // A page of the candidate opened or dropped its stream, or asked.
    void seen(core::SittingId sitting, core::Instant at);
    std::optional<core::Instant> last_seen(core::SittingId sitting) const;

    // Null where it is not known here yet.
    std::shared_ptr<const OpenPaper> paper(core::PaperId paper) const;
    void keep_paper(core::PaperId paper, std::shared_ptr<const OpenPaper> open);

    // Officials' pages: ask again for the rooms.
    void rooms_changed(core::ContestId contest);

  private:
    static constexpr std::size_t papers_max = 100;
    static constexpr std::size_t seen_max = 100'000;

    struct Noted {
        bool overview = false;
        bool rooms = false;
        bool all_times = false;          // Of every sitting of the contest ...
        std::set<core::SittingId> times; // ... or of these.
        std::string reason;              // Of the last change of times.
    };
    void note(Noted& noted, const core::Event& event);
    void tell_times(store::Committer& committer, core::ContestId contest, const Noted& noted,
                    core::Instant now);

    EventHub& events_;
    SittingEnds ends_;
    Takeovers takeovers_;
    mutable std::mutex mutex_; // Guards what follows.
    std::map<core::ContestId, Noted> noted_;
    std::set<core::SittingId> called_;
    std::unordered_map<core::SittingId, core::Instant> seen_;
    std::map<core::PaperId, std::shared_ptr<const OpenPaper>> papers_;
};

} // namespace thi::http
