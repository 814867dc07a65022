#include "http/lane.h"

namespace thi::http {
namespace {

void close(Watch& watch) {
    boost::system::error_code ignored;
    watch.socket->close(ignored);
    watch.deadline = Watch::never;
}

} // namespace

Lane::Lane(std::chrono::milliseconds tick, std::function<void()> emptied)
    : tick_(tick), emptied_(std::move(emptied)) {
    count();
}

void Lane::leave(Place place) {
    watches_.erase(place);
    if (--load_ == 0 && emptied_) emptied_();
}

void Lane::drain() {
    draining_ = true;
    for (auto* watch : watches_)
        if (watch->idle) close(*watch);
}

void Lane::count() {
    timer_.expires_after(tick_);
    timer_.async_wait([this](boost::system::error_code error) {
        if (error) return;
        ++ticks_;
        for (auto* watch : watches_)
            if (watch->deadline <= ticks_) close(*watch);
        count();
    });
}

} // namespace thi::http
