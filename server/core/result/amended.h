// Marks as they stand after appeals, and items as they stand after remedies.

#pragma once
#include "core/contest.h"
#include "core/sitting/paper.h"

#include <optional>
#include <vector>

namespace thi::core {

struct WrittenMark {
    Fraction mark;                   // On the round's scale, in hundredths: exact.
    Whole settled_index = 0;         // Of mark.settle.
    std::optional<Whole> amended_at; // Of the mark.amend that stands.
};

// The settled mark of the candidate's script, or what an appeal made of it.
std::optional<WrittenMark> written_mark(const Contest& contest, const Round& round,
                                        CandidateId candidate);

// The remedies of an item of a paper, in the order of the log.
std::vector<const Remedy*> remedies_of(const Contest& contest, PaperId paper, ItemId item);
bool has_remedy(const Contest& contest, PaperId paper, ItemId item, RemedyKind kind);
bool is_dropped(const Contest& contest, PaperId paper, ItemId item);

// The most that the items of a paper that the computer marks can pay, without dropped ones.
Points remedied_total(const Contest& contest, const Paper& paper, const AnswerKey& key);

} // namespace thi::core
