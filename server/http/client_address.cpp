#include "http/client_address.h"

#include "http/ascii.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace thi::http {

namespace ip = boost::asio::ip;

std::string normal_address(std::string_view text) {
    boost::system::error_code error;
    auto address = ip::make_address(std::string{text}, error);
    if (error) return {};
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address.to_string();
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& proxies) {
    const auto trusted = [&](std::string_view address) {
        return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
    };
    std::string client{peer};
    while (trusted(client) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto last =
            comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
        forwarded_for =
            comma == std::string_view::npos ? std::string_view{} : forwarded_for.substr(0, comma);
        auto address = normal_address(trim_blanks(last));
        if (address.empty()) break;
        client = std::move(address);
    }
    return client;
}

} // namespace thi::http
