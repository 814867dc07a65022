// What the contest knows of a defence round: projects, the days of its posts, each hearing.

#pragma once
#include "core/marking/defence_events.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace thi::core {

struct ProjectVersion {
    Whole version = 0;
    crypto::Digest hash;
    Whole bytes = 0;
    Instant received_at;
    std::uint64_t index = 0;
};

struct AskedQuestion {
    Whole number = 0;
    PersonId member;
    std::string text;
    std::uint64_t index = 0;
};

struct BallotCount {
    Whole issued = 0;
    Whole cast = 0;
    Whole invalid = 0;
    Fraction mark;
    std::uint64_t index = 0;
};

struct Sheet {
    std::vector<SheetLine> lines;
    Points total;
    std::uint64_t index = 0;
};

// One candidate before the council.
struct Hearing {
    CandidateId candidate;
    PostId post;
    std::optional<DefenceStep> step; // The last one; absent: not called yet.
    Instant step_at;
    std::uint64_t step_index = 0;
    bool roll_closed = false;
    std::vector<AskedQuestion> questions;
    std::map<PersonId, std::uint64_t> roll; // Who has got a ballot: index of the leaf.
    Whole ballots = 0;                      // Of the log: while they are being counted.
    std::optional<BallotCount> count;
    std::map<PersonId, Sheet> sheets;
};

// The opening of one post's defences.
struct DefenceDay {
    PostId post;
    std::vector<PersonId> present;
    std::set<std::pair<PersonId, CandidateId>> excluded;
    std::vector<CandidateId> order;
    Instant opened_at;
    std::uint64_t index = 0;
};

struct Defence {
    std::map<CandidateId, std::vector<ProjectVersion>> projects;
    std::map<PostId, DefenceDay> days;
    std::map<CandidateId, Hearing> hearings; // Of the days that were opened.
};

} // namespace thi::core
