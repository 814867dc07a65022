#include "app/security_files.h"

#include "core/plan/calendar.h"
#include "journal/bundle/folder.h"
#include "store/folder.h"

#include <algorithm>
#include <chrono>
#include <sys/stat.h>

namespace thi::app {

namespace {

constexpr std::size_t file_bytes_max = 2'000'000'000; // A full day at the cap stays below it.
constexpr std::string_view lines_end = ".jsonl";
constexpr std::string_view settled_end = ".sha256";

std::string day_of(core::Instant at) {
    return core::print_date(std::chrono::floor<std::chrono::days>(at));
}

} // namespace

SecurityFiles::SecurityFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
}

void SecurityFiles::open(const std::string& day) {
    out_.close();
    out_.clear();
    const auto file = folder_ / (day + std::string{lines_end});
    out_.open(file, std::ios::app);
    ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
    day_ = day;
}

void SecurityFiles::append(std::string_view line) {
    out_ << line << '\n';
    out_.flush();
}

void SecurityFiles::write(core::Instant at, std::string_view line) {
    const std::lock_guard lock(mutex_);
    const auto day = std::max(day_of(at), floor_);
    if (day != day_) open(day);
    const auto minute = std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
    if (minute != minute_) {
        if (dropped_ > 0)
            append(R"({"log":"security","what":"dropped","lines":)" + std::to_string(dropped_) +
                   "}");
        minute_ = minute;
        lines_ = dropped_ = 0;
    }
    if (++lines_ > lines_per_minute_max)
        ++dropped_;
    else
        append(line);
}

std::vector<SecurityFiles::Day> SecurityFiles::due(core::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto today = day_of(now);
    if (today == scanned_) return {};
    scanned_ = today;
    floor_ = std::max(floor_, today);
    std::vector<Day> due;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        const auto& file = entry.path();
        const auto day = file.stem().string();
        if (file.extension() != lines_end || day >= today) continue;
        auto settled = file;
        if (std::filesystem::exists(settled.replace_extension(settled_end))) continue;
        const auto text = store::read_whole(file, file_bytes_max);
        due.push_back({day, crypto::sha256(text), std::count(text.begin(), text.end(), '\n')});
    }
    std::sort(due.begin(), due.end(), [](const Day& a, const Day& b) { return a.day < b.day; });
    return due;
}

void SecurityFiles::settled(const Day& day) {
    store::write_durably(folder_ / (day.day + std::string{settled_end}),
                         journal::hex(day.hash) + "  " + day.day + std::string{lines_end} + "\n");
}

} // namespace thi::app
