// Batch: one transaction of the committer. Everything that queued while the last one was synced is
// decided, applied, logged and written together; then one checkpoint is signed for each contest.
//
// Knows no queue and no thread. Any exception leaves memory and disk apart: the process must end.

#pragma once
#include "core/command.h"
#include "core/fault.h"
#include "store/open_contest.h"
#include "store/signed_heads.h"
#include "store/store.h"

#include <array>
#include <exception>
#include <functional>
#include <memory>
#include <unordered_map>

namespace thi::store {

// What goes into the database together with a command's events. Runs on the writer's thread, after
// the command was decided (`events`) and before it is applied; refusing refuses the command.
using SiteWrite = std::function<core::Result<void>(SiteWriter&, const core::Events& events)>;

// One request in the queue: commands of one contest, or a site write alone, or a question.
struct Request {
    core::ContestId contest;
    std::vector<core::Command> commands;
    SiteWrite also;
    bool of_use = false; // `also` says when sessions were used, and nothing else.
    std::function<void(const core::Contest&)> question;

    // The answers: one for each command; for a site write alone one without entries.
    std::vector<core::Result<Committed>> outcomes;
    std::optional<core::Fault> refusal; // Of a question.
    std::exception_ptr broken;          // What the question threw.
};

using OpenContests = std::unordered_map<core::ContestId, std::unique_ptr<OpenContest>>;

core::Fault no_such_contest();

class Batch {
  public:
    Batch(Writer& writer, const Keys& keys, OpenContests& contests, core::Instant now)
        : writer_(writer), keys_(keys), contests_(contests), now_(now) {}

    void run(Request& request);
    // Nodes, heads, signatures; answers of repeats. Before the transaction is committed.
    void finish();

    // After finish(): contests that grew, with their new heads.
    const std::vector<LogHead>& heads() const { return heads_; }

  private:
    struct Touched {
        OpenContest* contest = nullptr;
        std::uint64_t first = 0; // Index of the batch's first leaf.
        std::vector<Committed*> waiting;
    };
    struct Repeat {
        OpenContest* contest = nullptr;
        Committed* committed = nullptr;
    };

    core::Result<Committed> carry_out(core::ContestId contest, const core::Command& command,
                                      const SiteWrite& also);
    core::Result<Committed> repeated(OpenContest& contest, const core::Command& command);
    Committed append(OpenContest& contest, core::Events&& events);
    OpenContest* find(core::ContestId contest, const core::Command& command);
    void salt(journal::Salt& salt);
    void lay_in(OpenContest& contest, const core::Command& command);
    void sign(Touched& touched);
    void read_back(const core::ContestId& contest, const journal::Batch& leaves) const;

    Writer& writer_;
    const Keys& keys_;
    OpenContests& contests_;
    core::Instant now_;
    std::unordered_map<core::ContestId, Touched> touched_;
    std::vector<Request*> requests_;
    std::vector<LogHead> heads_;
    std::array<std::uint8_t, 64 * sizeof(journal::Salt)> salts_{}; // Drawn together.
    std::size_t salts_left_ = 0;
};

} // namespace thi::store
