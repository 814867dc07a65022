#include "journal/script.h"

#include "text/described.h"

#include <boost/describe/class.hpp>

#include <vector>

namespace thi::journal {
namespace {

struct ScriptAnswer {
    core::ItemId item;
    core::Value value;
};
BOOST_DESCRIBE_STRUCT(ScriptAnswer, (), (item, value))

struct ScriptBody {
    std::vector<ScriptAnswer> answers;
    core::PaperId paper;
};
BOOST_DESCRIBE_STRUCT(ScriptBody, (), (answers, paper))

} // namespace

std::string script_text(const core::Paper& paper,
                        std::span<const std::pair<core::ItemId, core::Value>> answers) {
    ScriptBody body;
    body.paper = paper.paper;
    for (const auto& [item, value] : answers)
        body.answers.push_back({item, value});
    return text::to_text(body);
}

crypto::Digest script_hash(const core::Paper& paper,
                           std::span<const std::pair<core::ItemId, core::Value>> answers) {
    return crypto::sha256(script_text(paper, answers));
}

} // namespace thi::journal
