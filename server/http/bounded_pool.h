// A few threads and a short queue for work that would hold up the I/O threads: hashing passwords
// (two at a time, S-21), reading a large export. Over the queue's end the answer is `busy`.

#pragma once
#include "core/fault.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace thi::http {

namespace net = boost::asio;

class BoundedPool {
  public:
    // At most `threads` pieces of work run and `waiting_max` more wait.
    BoundedPool(std::size_t threads, std::size_t waiting_max)
        : room_(threads + waiting_max), pool_(threads) {}
    ~BoundedPool() { finish(); }

    // Waits for everything that was taken; nothing may be asked of it afterwards. To be called
    // before the contexts of those go that wait for it: they are told from its threads.
    void finish() { pool_.join(); }

    // Runs `work` on a thread of the pool and resumes the caller where it was. What `work` throws
    // is thrown here.
    template <class Work> net::awaitable<core::Result<std::invoke_result_t<Work>>> run(Work work) {
        const Place place{taken_};
        if (place.number > room_) co_return busy();
        auto task = [&work]() -> net::awaitable<std::invoke_result_t<Work>> {
            co_return work();
        };
        co_return co_await net::co_spawn(pool_, std::move(task), net::use_awaitable);
    }

    std::size_t taken() const { return taken_.load(); }

  private:
    struct Place {
        explicit Place(std::atomic<std::size_t>& taken) : taken(taken), number(++taken) {}
        ~Place() { --taken; }
        std::atomic<std::size_t>& taken;
        std::size_t number;
    };
    static core::Fault busy();

    std::size_t room_;
    std::atomic<std::size_t> taken_{0};
    net::thread_pool pool_;
};

} // namespace thi::http
