// Store: the seam between the committer and a database. Two kinds of data: the log of each contest
// with its projections, and the site's own (store/site.h). tests/store/contract.h says what every
// store must do.

#pragma once
#include "journal/batch.h"
#include "store/reader.h"

#include <functional>
#include <span>

namespace thi::store {

// The writing side: one object, used by one thread, the committer's.
class Writer {
  public:
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    virtual ~Writer() = default;

    // One batch = one transaction. After commit() returned, the batch survives a crash. Any
    // exception, from here or from what comes between, leaves the store unknown: stop.
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void roll_back() = 0;

    // Runs `part` so that it leaves nothing behind where it is refused.
    virtual core::Result<void> attempt(const std::function<core::Result<void>()>& part) = 0;

    virtual void add_entry(core::ContestId contest, const LogEntry& entry) = 0;
    virtual void add_node(core::ContestId contest, const journal::Node& node) = 0;
    virtual void set_head(const LogHead& head, core::Instant at) = 0; // Keeps its checkpoint too.
    // Writes the exam tables' rows that `event` changes. `after` is the contest with the event.
    virtual void project(const core::Contest& after, const core::Event& event,
                         const core::Record& record) = 0;
    virtual SiteWriter& site() = 0;
    // Inside a transaction: with what it has written so far.
    virtual const Reader& reader() const = 0;

    // Between batches: what keeps the store quick. May not fail quietly.
    virtual void rest() = 0;
    // Before serving: everything that a crash left half-way is made durable.
    virtual void recover() = 0;
};

class Store {
  public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    virtual Writer& writer() = 0;

    // Runs `question` over one snapshot, on the calling thread; several threads may ask at once.
    // Keep it short (< 2 s): what is read cannot be moved out of the WAL.
    virtual void read(const std::function<void(const Reader&)>& question) = 0;

    // The same, for an answer: auto row = store.ask([&](const Reader& r) { return r.head(c); });
    template <class Question> auto ask(const Question& question) {
        std::optional<std::decay_t<decltype(question(std::declval<const Reader&>()))>> answer;
        read([&](const Reader& reader) { answer.emplace(question(reader)); });
        return std::move(*answer);
    }
};

} // namespace thi::store
