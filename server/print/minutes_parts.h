// What the writers of the single kinds of minutes share. Not for others.

#pragma once
#include "print/minutes.h"
#include "print/page.h"
#include "print/words.h"

#include <functional>

namespace thi::print {

struct Minutes {
    MinutesLine line;
    std::function<void(Page&)> write; // What stands between the head and the signatures.
    std::vector<core::Role> signers;
    core::Instant at; // Of the act.
};

// Facts with what is looked up often.
class Looked {
  public:
    explicit Looked(const MinutesFacts& facts);

    const MinutesFacts& facts() const { return facts_; }
    const core::Calendar& calendar() const { return calendar_; }

    std::string official(core::PersonId person) const;
    // "Nguyễn Văn An, SBD 0012"
    std::string candidate(core::CandidateId candidate) const;
    std::string seated(core::SittingId sitting) const; // Whose it is.
    std::string post(core::PostId post) const;
    std::string round(core::RoundId round) const;
    std::string when(core::Instant at) const { return clock_text(at, calendar_); }
    // "Nguyễn Văn An và Lê Thị Bình"
    std::string approved(const core::Approvals& approvals) const;

    // Every entry of one type, in the log's order.
    template <class T, class Visit> void each(Visit visit) const {
        for (const auto& entry : facts_.entries)
            if (const auto* event = std::get_if<T>(&entry.event)) visit(*event, entry);
    }

    const std::map<core::SittingId, core::CandidateId>& sittings() const { return sittings_; }

  private:
    const MinutesFacts& facts_;
    core::Calendar calendar_;
    std::map<core::SittingId, core::CandidateId> sittings_;
    std::map<core::CandidateId, std::string> rolls_;
};

// Each adds its minutes, as far as the acts are over.
void add_openings(const Looked& looked, std::vector<Minutes>& all);
void add_draws(const Looked& looked, std::vector<Minutes>& all);
void add_sittings(const Looked& looked, std::vector<Minutes>& all);
void add_markings(const Looked& looked, std::vector<Minutes>& all);
void add_counts(const Looked& looked, std::vector<Minutes>& all);
void add_results(const Looked& looked, std::vector<Minutes>& all);

} // namespace thi::print
