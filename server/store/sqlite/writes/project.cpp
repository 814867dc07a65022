#include "store/sqlite/writes/project.h"

namespace thi::store::sqlite {

namespace {

// Saves come by the thousand and change nothing that the contest's row says.
bool touches_contest(const core::Event& event) {
    return !std::holds_alternative<core::AnswerSaved>(event) &&
           !std::holds_alternative<core::AnswerLate>(event);
}

} // namespace

void project(const Projection& to, const core::Event& event) {
    std::visit([&](const auto& happened) { write_rows(to, happened); }, event);
    if (touches_contest(event)) write_contest(to);
}

} // namespace thi::store::sqlite
