// Who a connection comes from, believing only the proxies that were configured (S-13).

#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace thi::http {

// The address of the client: the peer itself, or, where the peer is one of `proxies`, the last
// address in X-Forwarded-For that is not. A field that is not a list of addresses is ignored.
// Addresses are in the form that normal_address() gives.
std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& proxies);

// One spelling for each address: "::ffff:10.0.0.1" is "10.0.0.1". "" where it is no address.
std::string normal_address(std::string_view text);

} // namespace thi::http
