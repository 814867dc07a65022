// The ONE table from a refusal's code to an HTTP status. Nothing else in the program picks one.

#pragma once
#include "core/fault.h"

#include <string_view>

namespace thi::http {

// The status of a problem with that code.
int status_of(core::Code code);

// A few words for the code: `title` of problem+json. Vietnamese, then English.
std::string_view title_of(core::Code code);

// The reason phrase of a status line.
std::string_view reason_of(int status);

} // namespace thi::http
