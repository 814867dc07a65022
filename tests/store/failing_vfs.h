// A SQLite VFS that fails when told to: the Nth sync or write from now, once or for ever.

#pragma once
#include <atomic>

namespace thi::store::test {

enum class Fails { nothing, sync, write };

struct FailurePlan {
    std::atomic<Fails> what{Fails::nothing};
    std::atomic<long> countdown{0}; // The call that fails: 1 is the next one.
    std::atomic<bool> for_ever{false};
    std::atomic<bool> happened{false};
};

// The one plan of the process, read by every file of the VFS.
FailurePlan& failure_plan();

void fail(Fails what, long call, bool for_ever);
void fail_nothing();

// Registers the VFS on the first call. Its name.
const char* failing_vfs();

} // namespace thi::store::test
