// The candidate's file: everything of one candidate after release, to take home: answers, marks
// with comments, the way to the rank, every own entry of the log with its receipt.
//
// One HTML file for people; the receipts stand in it as JSON (`candidate_file_format`), each a
// tlog-proof with its payload, so that they can be checked without the server.

#pragma once
#include "core/plan/plan.h"
#include "core/result/tally.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::print {

inline constexpr std::string_view candidate_file_format = "exam-candidate-file/v1";

struct FileMark {
    std::string turn;
    core::Points points;
    std::vector<std::string> lines; // One for each criterion: points and comment.
    core::Whole index = 0;
};

struct FileAnswer {
    std::string question;
    std::string answer;
    std::string key; // "" where people mark.
    core::ItemScore score;
    std::vector<FileMark> marks;
};

struct FileRound {
    core::RoundScore score;
    std::string title;
    std::vector<FileAnswer> answers;
    std::vector<std::string> ballots; // Of a defence: each score, with its entry.
};

struct FileEntry {
    std::uint64_t index = 0;
    core::Instant at;
    std::string type;
    std::string receipt; // docs/formats/receipt.md, with the payload; "" where it was erased.
};

struct CandidateFile {
    core::Plan plan;
    core::ContestId contest;
    std::string vkey; // Of the log.
    std::string name;
    core::CandidateScore score;
    std::string file_hash; // Of the results as released, in hexadecimal.
    std::vector<FileRound> rounds;
    std::vector<FileEntry> entries; // In the order of the log.
};

std::string candidate_file(const CandidateFile& file);

} // namespace thi::print
