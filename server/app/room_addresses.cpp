#include "app/room_addresses.h"

#include "http/client_address.h"

#include <charconv>

namespace thi::app {

bool RoomAddresses::add(std::string_view room) {
    const auto cut = room.rfind('=');
    if (cut == std::string_view::npos) return false;
    auto written = room.substr(0, cut);
    if (written.starts_with('[') && written.ends_with(']'))
        written = written.substr(1, written.size() - 2);
    const auto address = http::normal_address(written);
    const auto number = room.substr(cut + 1);
    std::uint32_t seats = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), seats);
    if (address.empty() || fault != std::errc{} || end != number.data() + number.size() ||
        seats == 0 || seats > seats_max)
        return false;
    seats_[address] = seats;
    return true;
}

std::uint32_t RoomAddresses::operator()(std::string_view address) const {
    const auto found = seats_.find(address);
    return found == seats_.end() ? 0 : found->second;
}

} // namespace thi::app
