// Banks as JSON texts: strict in, canonical or readable out.

#pragma once
#include "bank/bank.h"
#include "core/fault.h"

#include <string>
#include <string_view>

namespace thi::bank {

// The bank written in `json`, checked whole (docs/formats/bank.md). The fault lists every mistake
// with pointer and line: bad_json, too_large or invalid_field.
core::Result<Bank> read(std::string_view json);

// The canonical text of a bank (RFC 8785): what is hashed and compared.
std::string write(const Bank& bank);

// The same members, indented, in the order of the format's document: what a person edits.
std::string write_readable(const Bank& bank);

} // namespace thi::bank
