#include "app/banks.h"

#include "bank/json.h"
#include "store/folder.h"

#include <algorithm>
#include <stdexcept>

namespace thi::app {

namespace {

std::string why(const core::Fault& fault) {
    if (fault.errors.empty()) return fault.detail.en;
    const auto& first = fault.errors.front();
    const auto line = first.line ? ":" + std::to_string(*first.line) : std::string{};
    return line + " " + first.pointer + " " + first.detail.en;
}

} // namespace

std::vector<bank::Bank> load_banks(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<bank::Bank> banks;
    for (const auto& file : files) {
        auto bank = bank::read(store::read_whole(file, bank::bank_bytes_max));
        if (!bank) throw std::runtime_error(file.filename().string() + why(bank.error()));
        banks.push_back(std::move(*bank));
    }
    return banks;
}

} // namespace thi::app
