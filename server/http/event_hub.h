// Live updates: what is published to a channel reaches every browser that listens to it (S-63).
//
// Nothing is kept for those who are away: a page asks for the state again when it reconnects.

#pragma once
#include "core/fault.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace thi::http {

constexpr std::size_t event_streams_max = 20'000;
constexpr std::size_t event_streams_per_browser_max = 2; // Tabs share one by BroadcastChannel.
constexpr std::size_t event_backlog_bytes_max = 64 * 1024;

// One open stream to one browser. Publishers push, the connection takes; thread-safe.
class EventStream {
  public:
    explicit EventStream(std::shared_ptr<std::atomic<std::size_t>> open) : open_(std::move(open)) {
        ++*open_;
    }
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;
    ~EventStream() { --*open_; }

    // Adds a frame. A reader that lags `event_backlog_bytes_max` behind is cut off.
    void push(std::string_view frame);
    void close();

    // The connection's side. `wake` is called after each push or close, on any thread.
    void attach(std::function<void()> wake);
    std::string take();
    bool closed() const;

    // Asked at each heartbeat: whether who opened it may still listen (S-05). Set before the reply.
    std::function<bool()> still_allowed;

  private:
    mutable std::mutex mutex_;
    std::string pending_;
    bool closed_ = false;
    std::function<void()> wake_;
    std::shared_ptr<std::atomic<std::size_t>> open_;
};

// The text of one event: "event: NAME\ndata: DATA\n\n". Requires: no line break in either.
std::string event_frame(std::string_view name, std::string_view data);

class EventHub {
  public:
    // A stream of everything published to `channels` ("sitting:sit_...", "contest:con_...") from
    // now on. `browser` is what tells browsers apart (the session); its oldest stream is closed
    // when it opens one too many. `busy` where the server has too many.
    core::Result<std::shared_ptr<EventStream>> subscribe(const std::vector<std::string>& channels,
                                                         std::string_view browser);

    // Sends one event; `data` is canonical JSON. Returns how many streams it went to.
    std::size_t publish(std::string_view channel, std::string_view name, std::string_view data);

    // Ends every stream: the server stops.
    void close_all();

    std::size_t open() const { return *open_; }

  private:
    using Streams = std::vector<std::weak_ptr<EventStream>>;
    static void forget_gone(Streams& streams);
    void sweep();

    std::mutex mutex_;
    std::map<std::string, Streams, std::less<>> channels_;
    std::map<std::string, Streams, std::less<>> browsers_;
    std::size_t swept_at_ = 0;
    std::shared_ptr<std::atomic<std::size_t>> open_ = std::make_shared<std::atomic<std::size_t>>(0);
};

} // namespace thi::http
