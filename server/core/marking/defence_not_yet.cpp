// Not written yet: refuses every command.

#include "core/marking/defence_decide.h"
#include "core/refusal.h"

namespace thi::core {

namespace {

Fault not_yet() {
    return refuse(Code::not_supported_yet, "Chưa hỗ trợ.", "Not supported yet.");
}

} // namespace

Result<Events> decide_on(const Contest&, const FileProject&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const OpenDefence&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const StepDefence&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const StepDueDefences&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const AskQuestion&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const IssueBallot&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const CountBallots&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const ScoreSheet&, Instant) {
    return not_yet();
}
void apply_on(Contest&, const ProjectFiled&, const Record&) {}
void apply_on(Contest&, const DefenceOpened&, const Record&) {}
void apply_on(Contest&, const DefenceStepped&, const Record&) {}
void apply_on(Contest&, const QuestionAsked&, const Record&) {}
void apply_on(Contest&, const BallotIssued&, const Record&) {}
void apply_on(Contest&, const BallotCast&, const Record&) {}
void apply_on(Contest&, const BallotsCounted&, const Record&) {}
void apply_on(Contest&, const SheetScored&, const Record&) {}

} // namespace thi::core
