#include "http/event_hub.h"

#include <cassert>
#include <iterator>
#include <utility>

namespace thi::http {

void EventStream::push(std::string_view frame) {
    std::function<void()> wake;
    {
        const std::scoped_lock lock{mutex_};
        if (closed_) return;
        if (pending_.size() + frame.size() > event_backlog_bytes_max)
            closed_ = true;
        else
            pending_.append(frame);
        wake = wake_;
    }
    if (wake) wake();
}

void EventStream::close() {
    std::function<void()> wake;
    {
        const std::scoped_lock lock{mutex_};
        closed_ = true;
        wake = wake_;
    }
    if (wake) wake();
}

void EventStream::attach(std::function<void()> wake) {
    const std::scoped_lock lock{mutex_};
    wake_ = std::move(wake);
}

std::string EventStream::take() {
    const std::scoped_lock lock{mutex_};
    return std::exchange(pending_, {});
}

bool EventStream::closed() const {
    const std::scoped_lock lock{mutex_};
    return closed_;
}

std::string event_frame(std::string_view name, std::string_view data) {
    assert(name.find('\n') == std::string_view::npos);
    assert(data.find_first_of("\r\n") == std::string_view::npos);
    std::string frame;
    frame.reserve(name.size() + data.size() + 16);
    frame.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    return frame;
}

core::Result<std::shared_ptr<EventStream>>
EventHub::subscribe(const std::vector<std::string>& channels, std::string_view browser) {
    if (*open_ >= event_streams_max)
        return core::Fault{core::Code::busy,
                           {"Máy chủ đang có quá nhiều kết nối theo dõi.",
                            "The server has too many live connections."},
                           {}};
    auto stream = std::make_shared<EventStream>(open_);
    std::shared_ptr<EventStream> oldest;
    {
        const std::scoped_lock lock{mutex_};
        if (++swept_at_ % 1024 == 0) sweep();
        for (const auto& channel : channels)
            channels_[channel].push_back(stream);
        auto& own = browsers_[std::string{browser}];
        forget_gone(own);
        own.push_back(stream);
        if (own.size() > event_streams_per_browser_max) {
            oldest = own.front().lock();
            own.erase(own.begin());
        }
    }
    if (oldest) oldest->close();
    return stream;
}

std::size_t EventHub::publish(std::string_view channel, std::string_view name,
                              std::string_view data) {
    std::vector<std::shared_ptr<EventStream>> listeners;
    {
        const std::scoped_lock lock{mutex_};
        const auto found = channels_.find(channel);
        if (found == channels_.end()) return 0;
        forget_gone(found->second);
        for (const auto& weak : found->second)
            if (auto stream = weak.lock()) listeners.push_back(std::move(stream));
        if (found->second.empty()) channels_.erase(found);
    }
    const auto frame = event_frame(name, data);
    for (const auto& stream : listeners)
        stream->push(frame);
    return listeners.size();
}

void EventHub::close_all() {
    std::vector<std::shared_ptr<EventStream>> all;
    {
        const std::scoped_lock lock{mutex_};
        for (const auto& [browser, streams] : browsers_)
            for (const auto& weak : streams)
                if (auto stream = weak.lock()) all.push_back(std::move(stream));
    }
    for (const auto& stream : all)
        stream->close();
}

void EventHub::forget_gone(Streams& streams) {
    std::erase_if(streams, [](const auto& weak) { return weak.expired(); });
}

void EventHub::sweep() {
    for (auto* kept : {&channels_, &browsers_})
        for (auto row = kept->begin(); row != kept->end();) {
            forget_gone(row->second);
            row = row->second.empty() ? kept->erase(row) : std::next(row);
        }
}

} // namespace thi::http
