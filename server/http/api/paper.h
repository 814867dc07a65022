// Bodies of banks and papers, for the officials who set and approve them.

#pragma once
#include "core/contest.h"
#include "http/api/plan.h"
#include "text/described.h"

namespace thi::http::api {

struct BankLine {
    std::string bank;
    std::string title;
    core::Whole version = 0;
    std::map<std::string, core::Whole> items_by_topic;
    std::map<std::string, core::Whole> items_by_type;
};
BOOST_DESCRIBE_STRUCT(BankLine, (), (bank, title, version, items_by_topic, items_by_type))

struct BankList {
    std::vector<BankLine> banks;
};
BOOST_DESCRIBE_STRUCT(BankList, (), (banks))

struct NewPaperPart {
    std::string part;
    std::string title;
    std::optional<core::Whole> minutes;
    std::string bank;
    std::vector<std::string> topics; // Empty: all.
    core::Whole questions = 0;       // Drawn at random from the topics ...
    std::vector<core::ItemId> items; // ... or these, where given.
};
BOOST_DESCRIBE_STRUCT(NewPaperPart, (), (part, title, minutes, bank, topics, questions, items))

struct NewPaper {
    core::RoundId round;
    core::Variant variant = core::Variant::official;
    std::string title;
    std::vector<NewPaperPart> parts;
};
BOOST_DESCRIBE_STRUCT(NewPaper, (), (round, variant, title, parts))

enum class PaperState { draft, sealed, opened };
BOOST_DESCRIBE_ENUM(PaperState, draft, sealed, opened)

struct PaperLine {
    core::PaperId paper;
    core::RoundId round;
    core::Variant variant = core::Variant::official;
    std::string title;
    PaperState state = PaperState::draft;
    core::Whole items = 0;
    core::Points points;
    crypto::Digest content_hash;
    std::optional<core::Instant> opened_at;
    bool in_use = false;
};
BOOST_DESCRIBE_STRUCT(PaperLine, (),
                      (paper, round, variant, title, state, items, points, content_hash, opened_at,
                       in_use))

struct PaperList {
    std::vector<PaperLine> papers;
};
BOOST_DESCRIBE_STRUCT(PaperList, (), (papers))

// For setters and approvers only, before the sitting; for auditors after release.
struct PaperContent {
    PaperLine line;
    core::Paper paper;
    core::AnswerKey key;
};
BOOST_DESCRIBE_STRUCT(PaperContent, (), (line, paper, key))

} // namespace thi::http::api
