// What a candidate's browser sends and chains (docs/formats/saving.md): the frozen payload texts.

#pragma once
#include "core/sitting/events.h"
#include "text/mistake.h"

#include <string>
#include <string_view>

namespace thi::journal {

constexpr std::size_t client_text_bytes_max = 128 * 1024;
constexpr std::size_t client_sig_bytes_max = 128; // Base64 of 64 bytes, with room.

// Reads a payload text of an answer. It must be canonical; its bytes are kept as they are. `sig` is
// base64 or empty, and is not verified here. What the value may be is core's to decide.
text::Result<core::ClientSave> read_client_save(std::string_view text, std::string_view sig);

// The same for a submission, whose text says "final": true.
text::Result<core::ClientSubmit> read_client_submit(std::string_view text, std::string_view sig);

// The texts that a browser would send: for tests and for programs that play candidates. Fields
// `text` and `sig` are not looked at.
std::string client_text(const core::ClientSave& save);
std::string client_text(const core::ClientSubmit& submit);

} // namespace thi::journal
