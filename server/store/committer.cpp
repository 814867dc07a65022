#include "store/committer.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cassert>

namespace thi::store {

namespace net = boost::asio;

namespace {

core::Fault busy() {
    return {core::Code::busy,
            {"Máy chủ đang bận hoặc đang khởi động lại; hãy thử lại sau ít giây.",
             "The server is busy or restarting; try again in a few seconds."},
            {}};
}

std::size_t weight(const Request& request) {
    return request.question ? 0 : std::max<std::size_t>(1, request.commands.size());
}

// What is on disk is unknown, or the queue is full: nothing is acknowledged.
void refuse(Request& request) {
    request.outcomes.clear();
    if (request.question)
        request.refusal = busy();
    else
        for (std::size_t i = 0; i < weight(request); ++i)
            request.outcomes.emplace_back(busy());
}

// Said of nobody, and of no role.
bool is_passing(const CommittedEntry& entry) {
    return std::holds_alternative<core::AnswerSaved>(entry.event) ||
           std::holds_alternative<core::AnswerLate>(entry.event) ||
           std::holds_alternative<core::ClockBeat>(entry.event);
}

// Whether what was read of people, sessions and roles may hold no more. A command that found
// nothing to do wrote nothing: the server asks several each second.
bool changes_what_was_read(const Request& request) {
    if (request.also) return !request.of_use;
    return std::any_of(request.outcomes.begin(), request.outcomes.end(),
                       [](const core::Result<Committed>& outcome) {
                           return outcome && !outcome->repeat &&
                                  !std::all_of(outcome->entries.begin(), outcome->entries.end(),
                                               is_passing);
                       });
}

core::Result<void> without_value(const core::Result<Committed>& outcome) {
    if (!outcome) return outcome.error();
    return {};
}

} // namespace

// Resumes a coroutine on its own executor, which it keeps from running out of work meanwhile.
template <class Handler> struct Committer::AsioWaiter final : Waiter {
    explicit AsioWaiter(Handler&& waiting)
        : own(net::get_associated_executor(waiting)), work(own), handler(std::move(waiting)) {}

    void wake() override { net::post(own, std::move(handler)); }
    const net::any_io_executor* executor() const override { return &own; }
    void resume() override { std::move(handler)(); }

    net::any_io_executor own;
    net::executor_work_guard<net::any_io_executor> work;
    Handler handler;
};

struct Committer::BlockedWaiter final : Waiter {
    struct Bell {
        std::mutex mutex;
        std::condition_variable rang;
        bool done = false;
    };
    explicit BlockedWaiter(std::shared_ptr<Bell> b) : bell(std::move(b)) {}
    void wake() override {
        const std::lock_guard lock{bell->mutex};
        bell->done = true;
        bell->rang.notify_one();
    }
    std::shared_ptr<Bell> bell;
};

Committer::Committer(Store& store, const Keys& keys, const FolderPaths& paths,
                     CommitterOptions options)
    : store_(store),
      keys_(keys),
      signed_heads_(paths),
      options_(std::move(options)),
      copied_at_(options_.now()) {
    const auto& reader = store_.writer().reader();
    signed_heads_.check(reader);
    for (const auto& head : reader.heads()) {
        contests_.emplace(head.contest, replay(reader, keys_, head));
        known_.push_back(head.contest);
    }
    thread_ = std::thread{[this] {
        work();
    }};
}

Committer::~Committer() {
    stop();
}

void Committer::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_one();
    if (thread_.joinable()) thread_.join();
}

std::vector<core::ContestId> Committer::contests() const {
    const std::lock_guard lock{mutex_};
    return known_;
}

Committer::Awaitable<core::Result<Committed>>
Committer::commit(core::ContestId contest, core::Command command, SiteWrite also) {
    auto request = std::make_shared<Request>();
    request->contest = contest;
    request->commands.push_back(std::move(command));
    request->also = std::move(also);
    co_await submit(request);
    co_return std::move(request->outcomes.front());
}

Committer::Awaitable<std::vector<core::Result<Committed>>>
Committer::commit_all(core::ContestId contest, std::vector<core::Command> commands) {
    auto request = std::make_shared<Request>();
    request->contest = contest;
    request->commands = std::move(commands);
    if (!request->commands.empty()) co_await submit(request);
    co_return std::move(request->outcomes);
}

Committer::Awaitable<core::Result<void>> Committer::site(SiteWrite write) {
    auto request = std::make_shared<Request>();
    request->also = std::move(write);
    co_await submit(request);
    co_return without_value(request->outcomes.front());
}

Committer::Awaitable<void> Committer::submit(std::shared_ptr<Request> request) {
    auto initiate = [this](auto handler, std::shared_ptr<Request> waiting) {
        using Handler = decltype(handler);
        enqueue({std::move(waiting), std::make_unique<AsioWaiter<Handler>>(std::move(handler))});
    };
    auto initiated = net::async_initiate<const net::use_awaitable_t<>, void()>(
        initiate, net::use_awaitable, std::move(request));
    co_await std::move(initiated);
}

void Committer::submit_blocking(const std::shared_ptr<Request>& request) {
    assert(std::this_thread::get_id() != thread_.get_id());
    const auto bell = std::make_shared<BlockedWaiter::Bell>();
    enqueue({request, std::make_unique<BlockedWaiter>(bell)});
    std::unique_lock lock{bell->mutex};
    bell->rang.wait(lock, [&] { return bell->done; });
}

core::Result<Committed> Committer::commit_now(core::ContestId contest, core::Command command,
                                              SiteWrite also) {
    const auto request = std::make_shared<Request>();
    request->contest = contest;
    request->commands.push_back(std::move(command));
    request->also = std::move(also);
    submit_blocking(request);
    return std::move(request->outcomes.front());
}

core::Result<void> Committer::site_now(SiteWrite write) {
    return site_blocking(std::move(write), false);
}

core::Result<void> Committer::uses_now(SiteWrite write) {
    return site_blocking(std::move(write), true);
}

core::Result<void> Committer::site_blocking(SiteWrite write, bool of_use) {
    const auto request = std::make_shared<Request>();
    request->also = std::move(write);
    request->of_use = of_use;
    submit_blocking(request);
    return without_value(request->outcomes.front());
}

core::Result<void> Committer::read_now(core::ContestId contest,
                                       std::function<void(const core::Contest&)> question) {
    const auto request = std::make_shared<Request>();
    request->contest = contest;
    request->question = std::move(question);
    submit_blocking(request);
    if (request->broken) std::rethrow_exception(request->broken);
    if (request->refusal) return std::move(*request->refusal);
    return {};
}

void Committer::enqueue(Queued queued) {
    {
        const std::lock_guard lock{mutex_};
        if (!stopping_ && !failed_ && queue_.size() < queue_max) {
            queue_.push_back(std::move(queued));
            queued = {};
        }
    }
    if (!queued.request) {
        arrived_.notify_one();
        return;
    }
    refuse(*queued.request);
    queued.waiter->wake();
}

std::vector<Committer::Queued> Committer::take() {
    std::vector<Queued> batch;
    std::size_t commands = 0;
    std::unique_lock lock{mutex_};
    arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    while (!queue_.empty()) {
        const auto more = weight(*queue_.front().request);
        if (commands > 0 && commands + more > batch_max) break;
        commands += more;
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return batch;
}

void Committer::work() {
    while (true) {
        auto batch = take();
        if (batch.empty()) break; // Stopping, and nothing is left.
        try {
            run(batch);
        } catch (const std::exception& broken) {
            fail(batch, broken.what());
            return;
        }
    }
    try {
        copy_signed_heads(true);
    } catch (const std::exception& broken) {
        options_.fatal(broken.what());
    }
}

void Committer::answer_questions(std::vector<Queued>& batch) {
    for (auto& [request, waiter] : batch) {
        if (!request->question) continue;
        const auto contest = contests_.find(request->contest);
        if (contest == contests_.end())
            request->refusal = no_such_contest();
        else
            try {
                request->question(contest->second->state);
            } catch (...) {
                request->broken = std::current_exception();
            }
        waiter->wake();
        waiter.reset();
    }
    std::erase_if(batch, [](const Queued& queued) { return queued.waiter == nullptr; });
}

// One message to each I/O thread: told one by one, they would fight the writer for their queue.
void Committer::wake_all(std::vector<Queued>& batch) {
    using Waiters = std::vector<std::unique_ptr<Waiter>>;
    std::vector<std::pair<net::any_io_executor, Waiters>> groups;
    for (auto& queued : batch) {
        const auto* const executor = queued.waiter->executor();
        if (executor == nullptr) {
            queued.waiter->wake();
            continue;
        }
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& one) { return one.first == *executor; });
        if (group == groups.end()) group = groups.insert(group, {*executor, Waiters{}});
        group->second.push_back(std::move(queued.waiter));
    }
    for (auto& [executor, waiters] : groups)
        net::post(executor, [waiting = std::move(waiters)] {
            for (const auto& waiter : waiting)
                waiter->resume();
        });
}

void Committer::run(std::vector<Queued>& batch) {
    answer_questions(batch);
    if (batch.empty()) return;
    auto& writer = store_.writer();
    const auto now = options_.now();
    writer.begin();
    Batch running{writer, keys_, contests_, now};
    for (auto& queued : batch)
        running.run(*queued.request);
    running.finish();
    writer.commit();
    // From here on the batch survives a crash.
    if (std::any_of(batch.begin(), batch.end(),
                    [](const Queued& queued) { return changes_what_was_read(*queued.request); }))
        changes_.fetch_add(1, std::memory_order_release);
    for (const auto& head : running.heads()) {
        uncopied_[head.contest] = {head.size, head.root};
        const std::lock_guard lock{mutex_};
        if (std::find(known_.begin(), known_.end(), head.contest) == known_.end())
            known_.push_back(head.contest);
    }
    if (options_.observer)
        for (auto& queued : batch)
            for (const auto& outcome : queued.request->outcomes)
                if (outcome && !outcome->repeat && !outcome->entries.empty())
                    options_.observer(queued.request->contest, *outcome);
    wake_all(batch);
    batch.clear();
    copy_signed_heads(false);
    writer.rest();
}

void Committer::copy_signed_heads(bool all) {
    if (uncopied_.empty()) return;
    const auto now = options_.now();
    if (!all && now - copied_at_ < options_.signed_copy_every_ms) return;
    for (const auto& [contest, head] : uncopied_)
        signed_heads_.write(contest, head);
    uncopied_.clear();
    copied_at_ = now;
}

void Committer::fail(std::vector<Queued>& batch, const std::string& why) {
    std::deque<Queued> waiting;
    {
        const std::lock_guard lock{mutex_};
        failed_ = true;
        waiting.swap(queue_);
    }
    for (auto& queued : batch)
        waiting.push_back(std::move(queued));
    for (auto& queued : waiting) {
        if (!queued.waiter) continue;
        refuse(*queued.request);
        queued.waiter->wake();
    }
    options_.fatal(why);
}

} // namespace thi::store
