// The sentences with which http itself refuses. Vietnamese first.

#pragma once
#include "core/fault.h"

namespace thi::http {

core::Fault bad_head();
core::Fault bad_query();
core::Fault no_such_thing();
core::Fault no_such_method();
core::Fault not_signed_in();
core::Fault not_allowed();
core::Fault from_elsewhere();
core::Fault too_large(std::size_t bytes_max);
core::Fault too_often();
core::Fault server_full();

} // namespace thi::http
