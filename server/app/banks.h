// The question banks that papers are made of: read once, when the server starts.

#pragma once
#include "bank/bank.h"

#include <filesystem>
#include <vector>

namespace thi::app {

// Every *.json of a folder and of those in it, by path. Throws runtime_error that names the file
// and its first mistake where one is not a sound bank.
std::vector<bank::Bank> load_banks(const std::filesystem::path& folder);

} // namespace thi::app
