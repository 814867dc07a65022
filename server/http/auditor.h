// Auditor: verify over a contest's whole log, as http asks for it. What it reads, and how, is the
// business of those who wire the program.

#pragma once
#include "core/ids.h"
#include "http/api/result.h"

namespace thi::http {

class Auditor {
  public:
    Auditor() = default;
    Auditor(const Auditor&) = delete;
    Auditor& operator=(const Auditor&) = delete;
    virtual ~Auditor() = default;

    // Reads the whole log: seconds for a large one. Called on threads of the pool, several at once.
    // `at` of the report is left to the caller.
    virtual api::VerifyReport audit(core::ContestId contest) = 0;
};

} // namespace thi::http
