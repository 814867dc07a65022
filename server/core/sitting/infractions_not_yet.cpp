// Not written yet: refuses every command.

#include "core/refusal.h"
#include "core/sitting/decide.h"

namespace thi::core {

namespace {

Fault not_yet() {
    return refuse(Code::not_supported_yet, "Chưa hỗ trợ.", "Not supported yet.");
}

} // namespace

Result<Events> decide_on(const Contest&, const RecordInfraction&, Instant) {
    return not_yet();
}
void apply_on(Contest&, const InfractionRecorded&, const Record&) {}

} // namespace thi::core
