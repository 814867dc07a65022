#include "journal/verify.h"

#include "journal/verify/ballots.h"
#include "journal/verify/chains.h"
#include "journal/verify/draws.h"
#include "journal/verify/heads.h"
#include "journal/verify/order.h"
#include "journal/verify/replay.h"

namespace thi::journal {
namespace {

constexpr std::size_t chunk_entries = 8192;

class Audit {
  public:
    Audit(LogSource& source, const Pinned& pinned, const VerifyOptions& options, Report& report)
        : pinned_(pinned),
          options_(options),
          report_(report),
          heads_(source, pinned, options.threads, report),
          order_(report),
          chains_(report["01.05"]),
          draws_(report["05.01"]),
          ballots_(report["05.04"]),
          replay_(source, report) {}

    void take(SourceEntry&& entry) {
        waiting_.push_back(std::move(entry));
        if (waiting_.size() == chunk_entries) drain();
    }

    void finish() {
        drain();
        heads_.finish();
        order_.finish();
        replay_.finish();
        ballots_.finish(report_["01.04"]);
        // A chain with a link under seal says nothing.
        if (unopened_sittings_ == 0) return;
        auto& chain = report_["01.05"];
        chain.positions.clear();
        chain.sealed = report_["01.04"].sealed;
        chain.erased = report_["01.04"].erased;
        if (chain.sealed == 0)
            chain.skip("Thiếu phần mở của lượt thi.", "Openings of sittings are missing.");
    }

  private:
    void drain() {
        auto entries = examine(std::move(waiting_), options_.threads);
        waiting_.clear();
        for (const auto& entry : entries)
            follow(entry);
        if (options_.progress) options_.progress(next_);
    }

    void follow(const ExaminedEntry& entry) {
        const auto i = next_++;
        report_entry(entry, i, report_);
        heads_.take(entry.hash);
        order_.take(entry, i);
        const auto root = Replay::wants_root(entry) ? heads_.frontier().root() : Hash{};
        if (entry.event) {
            check_genesis(*entry.event, i);
            const auto where = leaf_place(i, entry.leaf.type);
            chains_.take(*entry.event, entry.payload_hash, where);
            draws_.take(*entry.event, root, where);
            ballots_.take(*entry.event, where);
        } else if (of_a_sitting(entry)) {
            ++unopened_sittings_;
        } else if (!entry.bad_leaf && !entry.opened && entry.leaf.type.starts_with("ballot.")) {
            ballots_.unopened();
        }
        replay_.take(entry, i, root);
    }

    void check_genesis(const core::Event& event, std::uint64_t i) {
        const auto* opened = std::get_if<core::ContestOpened>(&event);
        if (opened == nullptr) return;
        auto& keys = report_["02.01"];
        ++keys.examined;
        if (opened->log_vkey != print_vkey(pinned_.log))
            keys.fail(leaf_place(i, core::ContestOpened::leaf),
                      "Lá mở đầu nêu khóa khác với khóa đã công bố.",
                      "The genesis names another key than the pinned one.");
    }

    static bool of_a_sitting(const ExaminedEntry& entry) {
        const auto& type = entry.leaf.type;
        return !entry.bad_leaf && !entry.opened &&
               (type.starts_with("answer.") || type.starts_with("sitting."));
    }

    const Pinned& pinned_;
    const VerifyOptions& options_;
    Report& report_;
    Heads heads_;
    Order order_;
    Chains chains_;
    Draws draws_;
    Ballots ballots_;
    Replay replay_;
    std::vector<SourceEntry> waiting_;
    std::uint64_t next_ = 0;
    std::uint64_t unopened_sittings_ = 0;
};

void report_manifest(LogSource& source, Report& report) {
    auto& manifest = report["01.01"];
    if (const auto files = source.manifest_files()) {
        manifest.examined = *files;
        return;
    }
    manifest.asked = false;
    manifest.skip("Nguồn này không có danh mục tệp.", "This source has no manifest.");
}

} // namespace

Report verify(LogSource& source, const Pinned& pinned, const VerifyOptions& options) {
    Report report;
    report.origin = pinned.log.name;
    Audit audit{source, pinned, options, report};
    source.each_entry([&](SourceEntry&& entry) { audit.take(std::move(entry)); });
    audit.finish();
    report_manifest(source, report);
    for (auto& damage : source.damage())
        report[damage.check].positions.push_back(std::move(damage.position));
    report.conclude();
    return report;
}

} // namespace thi::journal
