// The rules of the log itself: beats of the clock, digests of the security log, its end.

#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/result/decide.h"

namespace thi::core {

namespace {

Result<void> is_open(const Contest& contest) {
    if (contest.size > 0 && !contest.closed) return {};
    return refuse(Code::wrong_state, "Nhật ký cuộc thi chưa mở hoặc đã đóng.",
                  "The log is not open.");
}

bool is_day(const std::string& day) {
    if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (day[at] < '0' || day[at] > '9') return false;
    return true;
}

} // namespace

Result<Events> decide_on(const Contest& contest, const Beat& command, Instant) {
    if (auto open = is_open(contest); !open) return open.error();
    return Events{ClockBeat{.wall_at = command.wall_at, .monotonic_ms = command.monotonic_ms}};
}

Result<Events> decide_on(const Contest& contest, const DigestSecurity& command, Instant) {
    if (auto open = is_open(contest); !open) return open.error();
    if (!is_day(command.day) || command.entries < 0)
        return refuse(Code::invalid_field, "Ngày hoặc số mục không hợp lệ.",
                      "The day or the number of entries is wrong.");
    return Events{
        SecurityDigest{.day = command.day, .hash = command.hash, .entries = command.entries}};
}

Result<Events> decide_on(const Contest& contest, const CloseLog& command, Instant now) {
    if (auto open = is_open(contest); !open) return open.error();
    if (auto may = holds_role(contest, command.by, governing_roles); !may) return may.error();
    if (contest.stage < Stage::final_)
        return refuse(Code::wrong_state, "Chỉ đóng nhật ký khi cuộc thi đã kết thúc.",
                      "The log is closed when the contest is over.");
    if (auto two = approved_by_two(contest, command.approvals, governing_roles, now); !two)
        return two.error();
    return Events{LogClosed{.by = command.by, .approvals = command.approvals}};
}

// Nothing in the contest is read from what was erased; the indexes stand in the log.
void apply_on(Contest&, const RecordErased&, const Record&) {}

void apply_on(Contest&, const ClockBeat&, const Record&) {}

void apply_on(Contest&, const SecurityDigest&, const Record&) {}

void apply_on(Contest& contest, const LogClosed&, const Record&) {
    contest.closed = true;
}

} // namespace thi::core
