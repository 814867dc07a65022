// Committer: the one door by which anything is written. A thread of its own takes what has
// queued, runs it as one transaction (store/batch.h), syncs once, and releases the waiters.
//
// No timer: an idle server commits at once, a busy one in batches. After any failure of the disk it
// acknowledges nothing more and calls `fatal`; the process must end and start again.

#pragma once
#include "store/batch.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace thi::store {

struct CommitterOptions {
    std::function<core::Instant()> now;                // The only clock.
    std::function<void(const std::string& why)> fatal; // Called once, on the writer's thread.
    // After a batch is on disk, before its waiters are told. On the writer's thread: be quick.
    std::function<void(core::ContestId, const Committed&)> observer;
    core::Duration signed_copy_every_ms{5'000}; // DIR/signed, see store/signed_heads.h.
};

class Committer {
    template <class T> struct AsResult { using type = core::Result<T>; };
    template <class T> struct AsResult<core::Result<T>> { using type = core::Result<T>; };
    template <class Question> using Answer = std::invoke_result_t<Question&, const core::Contest&>;
    template <class Question> using AnswerOf = AsResult<Answer<Question>>;
    template <class Question> struct Asked {
        explicit Asked(Question q) : question(std::move(q)) {}
        Question question;
        std::optional<Answer<Question>> answer;
    };

  public:
    static constexpr std::size_t batch_max = 512;    // Commands in one transaction.
    static constexpr std::size_t queue_max = 20'000; // Beyond it: busy.

    // Replays every log and checks it against what was signed; throws StoreError. Starts the
    // writer's thread. All references outlive the committer.
    Committer(Store& store, const Keys& keys, const FolderPaths& paths, CommitterOptions options);
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;
    ~Committer(); // stop()

    template <class T> using Awaitable = boost::asio::awaitable<T>;

    // Returns when the command's events are on disk, or it is refused. Resumes on the waiter's own
    // executor. `also` writes site data in the same transaction.
    Awaitable<core::Result<Committed>> commit(core::ContestId contest, core::Command command,
                                              SiteWrite also = {});
    // Several commands in their order, each with its own result, in one batch.
    Awaitable<std::vector<core::Result<Committed>>> commit_all(core::ContestId contest,
                                                               std::vector<core::Command> commands);
    // Site data alone.
    Awaitable<core::Result<void>> site(SiteWrite write);

    // Asks the writer's own contest, between two batches: for what core computes. Not found where
    // the contest has no log. A question that itself gives a Result gives just that.
    template <class Question>
    auto read(core::ContestId contest, Question question)
        -> Awaitable<typename AnswerOf<Question>::type> {
        auto asked = std::make_shared<Asked<Question>>(std::move(question));
        auto request = std::make_shared<Request>();
        request->contest = contest;
        request->question = [asked](const core::Contest& state) {
            asked->answer.emplace(asked->question(state));
        };
        co_await submit(request);
        if (request->broken) std::rethrow_exception(request->broken);
        if (request->refusal) co_return std::move(*request->refusal);
        co_return std::move(*asked->answer);
    }

    // The same for callers without an executor: command line, demo, tests. They block.
    core::Result<Committed> commit_now(core::ContestId contest, core::Command command,
                                       SiteWrite also = {});
    core::Result<void> site_now(SiteWrite write);
    // When sessions were used, and until when they live: not one of changes().
    core::Result<void> uses_now(SiteWrite write);
    core::Result<void> read_now(core::ContestId contest,
                                std::function<void(const core::Contest&)> question);

    // Contests that have a log.
    std::vector<core::ContestId> contests() const;

    // Grows with every batch that wrote more than answers, beats of the clock and uses of sessions,
    // before its waiters are told. What was read of people, sessions and roles holds as long as it
    // stands still, but for a session's last use and end. Any thread.
    std::uint64_t changes() const { return changes_.load(std::memory_order_acquire); }

    // Finishes what is queued, refuses what comes later, ends the thread.
    void stop();

  private:
    struct Waiter {
        Waiter() = default;
        Waiter(const Waiter&) = delete;
        Waiter& operator=(const Waiter&) = delete;
        virtual ~Waiter() = default;
        // On the writer's thread.
        virtual void wake() = 0;
        // Where the waiter runs, or null: then wake() is all there is to do.
        virtual const boost::asio::any_io_executor* executor() const { return nullptr; }
        // On that executor.
        virtual void resume() {}
    };
    struct Queued {
        std::shared_ptr<Request> request;
        std::unique_ptr<Waiter> waiter;
    };
    template <class Handler> struct AsioWaiter;
    struct BlockedWaiter;

    Awaitable<void> submit(std::shared_ptr<Request> request);
    void submit_blocking(const std::shared_ptr<Request>& request);
    core::Result<void> site_blocking(SiteWrite write, bool of_use);
    void enqueue(Queued queued);
    void work();
    std::vector<Queued> take();
    void run(std::vector<Queued>& batch);
    void answer_questions(std::vector<Queued>& batch);
    void wake_all(std::vector<Queued>& batch);
    void fail(std::vector<Queued>& batch, const std::string& why);
    void copy_signed_heads(bool all);

    Store& store_;
    const Keys& keys_;
    SignedHeads signed_heads_;
    CommitterOptions options_;

    // The writer's thread alone.
    OpenContests contests_;
    std::unordered_map<core::ContestId, SignedHead> uncopied_;
    core::Instant copied_at_;

    mutable std::mutex mutex_; // Guards what follows; never held over I/O.
    std::condition_variable arrived_;
    std::deque<Queued> queue_;
    std::vector<core::ContestId> known_;
    bool stopping_ = false;
    bool failed_ = false;

    std::atomic<std::uint64_t> changes_{0};
    std::thread thread_;
};

} // namespace thi::store
