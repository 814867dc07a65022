// The JSON of a bundle's files.

#pragma once
#include "text/described.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace thi::journal {

// A line of openings/<type>.jsonl. Payload and salt are base64: bytes, whatever they are.
struct OpeningLine {
    std::uint64_t index = 0;
    std::string payload;
    std::string salt;
};
BOOST_DESCRIBE_STRUCT(OpeningLine, (), (index, payload, salt))

// papers/<id>.json. The two texts are what was committed to, byte for byte.
struct PaperFile {
    std::optional<std::string> ciphertext; // base64
    std::string key_document;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(PaperFile, (), (ciphertext, key_document, paper))

// A line of results/scores.jsonl: canonical CandidateScore as text.
struct ScoreLine {
    std::string name;
    std::string score;
};
BOOST_DESCRIBE_STRUCT(ScoreLine, (), (name, score))

} // namespace thi::journal
