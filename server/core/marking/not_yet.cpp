// Not written yet: refuses every command.

#include "core/marking/decide.h"
#include "core/refusal.h"

namespace thi::core {

namespace {

Fault not_yet() {
    return refuse(Code::not_supported_yet, "Chưa hỗ trợ.", "Not supported yet.");
}

} // namespace

Result<Events> decide_on(const Contest&, const RevealSeed&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const BlindScripts&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const NoteAnomaly&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const DecideAnomaly&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const AssignStandards&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const AssignMarkers&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const CommitMark&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const SettleMark&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const StopMarker&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const QualifyMarker&, Instant) {
    return not_yet();
}
Result<Events> decide_on(const Contest&, const UnblindScripts&, Instant) {
    return not_yet();
}
void apply_on(Contest&, const ScriptBlinded&, const Record&) {}
void apply_on(Contest&, const SeedRevealed&, const Record&) {}
void apply_on(Contest&, const AnomalyNoted&, const Record&) {}
void apply_on(Contest&, const MarkAssigned&, const Record&) {}
void apply_on(Contest&, const MarkCommitted&, const Record&) {}
void apply_on(Contest&, const FurtherMarkingCalled&, const Record&) {}
void apply_on(Contest&, const MarkSettled&, const Record&) {}
void apply_on(Contest&, const MarkerStopped&, const Record&) {}
void apply_on(Contest&, const MarkerQualified&, const Record&) {}
void apply_on(Contest&, const ScriptsUnblinded&, const Record&) {}

} // namespace thi::core
