// Not written yet: refuses every command.

#include "core/refusal.h"
#include "core/result/appeal_decide.h"

namespace thi::core {

namespace {

Fault not_yet() {
    return refuse(Code::not_supported_yet, "Chưa hỗ trợ.", "Not supported yet.");
}

} // namespace

Result<Events> decide_on(const Contest&, const FileAppeal&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const DecideAppeal&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const AmendMark&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const ApplyRemedy&, Instant) {
    return not_yet();
}
void apply_on(Contest&, const AppealFiled&, const Record&) {}
void apply_on(Contest&, const AppealDecided&, const Record&) {}
void apply_on(Contest&, const MarkAmended&, const Record&) {}
void apply_on(Contest&, const RemedyApplied&, const Record&) {}

} // namespace thi::core
