#include "store/failing_vfs.h"

#include <sqlite3.h>

namespace thi::store::test {

namespace {

struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real();
}

const sqlite3_io_methods* methods(sqlite3_file* file) {
    return real(file)->pMethods;
}

bool fails_now(Fails what) {
    auto& plan = failure_plan();
    if (plan.what != what) return false;
    const auto left = --plan.countdown;
    const bool now = left == 0 || (left < 0 && plan.for_ever);
    if (now) plan.happened = true;
    return now;
}

int close_file(sqlite3_file* f) {
    return methods(f)->xClose(real(f));
}
int read_file(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
    return methods(f)->xRead(real(f), to, size, at);
}
int write_file(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    if (fails_now(Fails::write)) return SQLITE_FULL;
    return methods(f)->xWrite(real(f), from, size, at);
}
int truncate_file(sqlite3_file* f, sqlite3_int64 size) {
    return methods(f)->xTruncate(real(f), size);
}
int sync_file(sqlite3_file* f, int flags) {
    if (fails_now(Fails::sync)) return SQLITE_IOERR_FSYNC;
    return methods(f)->xSync(real(f), flags);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
    return methods(f)->xFileSize(real(f), size);
}
int lock_file(sqlite3_file* f, int level) {
    return methods(f)->xLock(real(f), level);
}
int unlock_file(sqlite3_file* f, int level) {
    return methods(f)->xUnlock(real(f), level);
}
int check_lock(sqlite3_file* f, int* held) {
    return methods(f)->xCheckReservedLock(real(f), held);
}
int control_file(sqlite3_file* f, int what, void* argument) {
    return methods(f)->xFileControl(real(f), what, argument);
}
int sector_size(sqlite3_file* f) {
    return methods(f)->xSectorSize(real(f));
}
int device_traits(sqlite3_file* f) {
    return methods(f)->xDeviceCharacteristics(real(f));
}
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** to) {
    return methods(f)->xShmMap(real(f), page, size, extend, to);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
    return methods(f)->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) {
    methods(f)->xShmBarrier(real(f));
}
int shm_unmap(sqlite3_file* f, int remove) {
    return methods(f)->xShmUnmap(real(f), remove);
}

constexpr sqlite3_io_methods file_methods = {
    2,         close_file,  read_file,  write_file,   truncate_file, sync_file,     file_size,
    lock_file, unlock_file, check_lock, control_file, sector_size,   device_traits, shm_map,
    shm_lock,  shm_barrier, shm_unmap,  nullptr,      nullptr};

sqlite3_vfs* underlying() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    const int code = underlying()->xOpen(underlying(), name, real(file), flags, out_flags);
    if (real(file)->pMethods != nullptr) file->pMethods = &file_methods;
    return code;
}

} // namespace

FailurePlan& failure_plan() {
    static FailurePlan plan;
    return plan;
}

void fail(Fails what, long call, bool for_ever) {
    auto& plan = failure_plan();
    plan.countdown = call;
    plan.for_ever = for_ever;
    plan.happened = false;
    plan.what = what;
}

void fail_nothing() {
    failure_plan().what = Fails::nothing;
}

const char* failing_vfs() {
    static sqlite3_vfs vfs = [] {
        auto copy = *underlying();
        copy.zName = "failing";
        copy.szOsFile += static_cast<int>(sizeof(File));
        copy.xOpen = open_file;
        copy.pNext = nullptr;
        return copy;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    static_cast<void>(registered);
    return "failing";
}

} // namespace thi::store::test
