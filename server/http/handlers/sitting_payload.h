// What the browser froze, read strictly: the frozen text to a command of core.

#pragma once
#include "core/command.h"
#include "core/fault.h"
#include "http/api/sitting.h"

namespace thi::http::handlers {

// Who sent it, to which sitting, and when it had arrived in full.
struct Sender {
    core::CandidateId candidate;
    core::SittingId sitting;
    core::Instant received_at;
};

// The commands, or why the text is not one of this sitting.
core::Result<core::SaveAnswer> read_save(const api::OneSave& sent, const Sender& sender);
core::Result<core::SubmitSitting> read_submit(const api::OneSave& sent, const Sender& sender);

// The number under which a text that was refused would have stood; 0 where it does not say.
core::Whole seq_in(std::string_view payload);

api::SaveProblem problem_of(const core::Fault& fault);

} // namespace thi::http::handlers
