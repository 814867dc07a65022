#include "journal/verify/entries.h"

#include "journal/payload.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

namespace thi::journal {
namespace {

void open_payload(ExaminedEntry& entry) {
    const auto& payload = *entry.from.payload;
    Salt salt{};
    if (entry.from.salt->size() == salt.size()) {
        std::copy(entry.from.salt->begin(), entry.from.salt->end(), salt.begin());
        entry.commitment_holds = commit(salt, payload) == entry.leaf.commitment;
    }
    entry.payload_hash = crypto::sha256(payload);
    auto event = decode(entry.leaf.type, payload);
    if (event)
        entry.event = std::move(*event);
    else
        entry.bad_payload = event.error();
}

} // namespace

ExaminedEntry examine(SourceEntry&& from) {
    ExaminedEntry entry;
    entry.from = std::move(from);
    entry.hash = leaf_hash(entry.from.leaf);
    auto leaf = parse_leaf(entry.from.leaf);
    if (!leaf) {
        entry.bad_leaf = leaf.error();
        return entry;
    }
    entry.leaf = std::move(*leaf);
    entry.opened = entry.from.salt && entry.from.payload;
    if (entry.opened) open_payload(entry);
    return entry;
}

void in_parallel(std::size_t count, unsigned int threads,
                 const std::function<void(std::size_t)>& work) {
    const std::size_t workers =
        std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1));
    std::mutex mutex;
    std::exception_ptr broken;
    const auto run = [&](std::size_t worker) {
        try {
            for (std::size_t i = worker; i < count; i += workers)
                work(i);
        } catch (...) {
            const std::lock_guard lock{mutex};
            broken = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    for (std::size_t worker = 1; worker < workers; ++worker)
        others.emplace_back(run, worker);
    run(0);
    for (auto& other : others)
        other.join();
    if (broken) std::rethrow_exception(broken);
}

std::vector<ExaminedEntry> examine(std::vector<SourceEntry>&& entries, unsigned int threads) {
    std::vector<ExaminedEntry> examined(entries.size());
    in_parallel(entries.size(), threads,
                [&](std::size_t i) { examined[i] = examine(std::move(entries[i])); });
    return examined;
}

void report_entry(const ExaminedEntry& entry, std::uint64_t i, Report& report) {
    auto& leaves = report["01.02"];
    ++leaves.examined;
    const auto where = leaf_place(i);
    if (entry.from.index != i)
        leaves.fail(where, "Chỗ này lưu lá số " + std::to_string(entry.from.index) + ".",
                    "Leaf " + std::to_string(entry.from.index) + " is stored in its place.");
    if (entry.bad_leaf) {
        leaves.fail(where, entry.bad_leaf->detail.vi, entry.bad_leaf->detail.en);
        return;
    }
    const bool same_type = !entry.from.type || *entry.from.type == entry.leaf.type;
    const bool same_time = !entry.from.at_ms || *entry.from.at_ms == core::to_ms(entry.leaf.at);
    if (!same_type || !same_time)
        leaves.fail(where, "Loại hoặc thời gian ghi bên cạnh khác với lá.",
                    "The type or time stated beside it is not the leaf's.");
    if (!entry.opened) return;
    ++report["04.01"].examined;
    ++report["04.02"].examined;
    const auto typed = leaf_place(i, entry.leaf.type);
    if (!entry.commitment_holds)
        report["04.01"].fail(typed, "Phần mở không khớp với cam kết.",
                             "The opening does not give the commitment.");
    if (entry.bad_payload)
        report["04.02"].fail(typed, entry.bad_payload->detail.vi, entry.bad_payload->detail.en);
}

std::string leaf_place(std::uint64_t index) {
    return "leaf " + std::to_string(index);
}

std::string leaf_place(std::uint64_t index, std::string_view type) {
    return leaf_place(index) + " (" + std::string{type} + ")";
}

} // namespace thi::journal
