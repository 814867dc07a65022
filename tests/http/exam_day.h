// The day of an exam over the API: from the register to seats, for tests that begin there.

#pragma once
#include "exam_site.h"

namespace thi::http::test {

// Two eligible candidates, 'c' and 'd'; the contest stands at the stage `preparing`.
void hold_intake(ExamSite& site);

// A paper of two items out of a bank, sealed by two; one room; seats drawn.
struct Prepared {
    std::string paper;
    std::string room;
};
Prepared prepare_round(ExamSite& site);

// The path of something in the contest: in_contest(site, "/rooms/...").
std::string in_contest(const ExamSite& site, const std::string& rest);

constexpr std::string_view bank_name = "kien-thuc";

} // namespace thi::http::test
