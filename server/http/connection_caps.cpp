#include "http/connection_caps.h"

#include <algorithm>

namespace thi::http {

bool ConnectionCaps::enter(const std::string& address) {
    const auto seats = seats_of_ ? seats_of_(address) : 0U;
    const bool proxy =
        std::find(rules_.proxies.begin(), rules_.proxies.end(), address) != rules_.proxies.end();
    const auto most = std::max(rules_.address_max, seats * connections_per_seat_max);
    const std::scoped_lock lock{mutex_};
    if (open_ >= rules_.all_max) return false;
    auto& count = by_address_[address];
    if (!proxy && count >= most) return false;
    ++count;
    ++open_;
    return true;
}

void ConnectionCaps::leave(const std::string& address) {
    const std::scoped_lock lock{mutex_};
    --open_;
    const auto found = by_address_.find(address);
    if (found != by_address_.end() && --found->second == 0) by_address_.erase(found);
}

std::size_t ConnectionCaps::open() const {
    const std::scoped_lock lock{mutex_};
    return open_;
}

} // namespace thi::http
