// A lane: one I/O thread with an io_context of its own, and the deadlines of its connections.
//
// A connection lives on one lane and is touched by that lane's thread only, so nothing in it needs
// a lock. Deadlines are counted in ticks of one timer: no timer for each read and write.

#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>

namespace thi::http {

namespace net = boost::asio;

using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;

// What a lane must know of a connection.
struct Watch {
    static constexpr std::uint64_t never = UINT64_MAX;

    Socket* socket = nullptr;
    std::uint64_t deadline = never; // The tick at which the socket is closed.
    bool idle = true;               // Between requests: may be closed at once when we stop.
};

class Lane {
  public:
    // `emptied` is called on the lane's thread whenever its last connection has gone.
    Lane(std::chrono::milliseconds tick, std::function<void()> emptied);

    net::io_context& context() { return context_; }
    void run() { context_.run(); }
    void halt() { context_.stop(); }

    // Any thread: how many connections it has or will have.
    std::size_t load() const { return load_.load(); }
    void expect_one() { ++load_; }

    // The lane's own thread from here on.
    using Place = std::list<Watch*>::iterator;
    Place enter(Watch& watch) { return watches_.insert(watches_.end(), &watch); }
    void leave(Place place);

    // The tick that is at least `wait` away.
    std::uint64_t after(std::chrono::milliseconds wait) const {
        return ticks_ + 1 + static_cast<std::uint64_t>((wait + tick_ - one_ms) / tick_);
    }

    // Closes idle connections now and each other one after its reply.
    void drain();
    bool draining() const { return draining_; }

  private:
    static constexpr std::chrono::milliseconds one_ms{1};
    void count();

    std::chrono::milliseconds tick_;
    std::function<void()> emptied_;
    std::atomic<std::size_t> load_{0};
    std::uint64_t ticks_ = 0;
    bool draining_ = false;
    std::list<Watch*> watches_;
    net::io_context context_{1}; // Last: connections that it still holds leave at its end.
    net::steady_timer timer_{context_};
};

} // namespace thi::http
