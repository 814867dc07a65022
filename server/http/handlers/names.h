// Names of officials, for lists that officials and the public read. Only those who may.

#pragma once
#include "store/reader.h"

#include <map>
#include <string>
#include <vector>

namespace thi::http::handlers {

// By their pseudonym in the contest; "" where a person was erased.
using OfficialNames = std::map<core::PersonId, std::string>;
OfficialNames official_names(const store::Reader& reader, core::ContestId contest);

std::string name_in(const OfficialNames& names, core::PersonId person);

} // namespace thi::http::handlers
