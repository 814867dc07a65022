// TLS as S-14 asks: 1.2 and 1.3, forward secrecy and authenticated encryption only.

#pragma once
#include <boost/asio/ssl/context.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace thi::http {

// PEM texts: the chain with the server's certificate first, and its key.
struct Identity {
    std::string certificate_chain;
    std::string private_key;
};

// Reads both files. Throws where one cannot be read.
Identity read_identity(const std::filesystem::path& certificate_chain,
                       const std::filesystem::path& private_key);

// A new P-256 key with a certificate that it signed itself, for a room without a CA; valid for
// localhost, the loopback addresses and `names` from the day before `now` for 825 days.
Identity self_signed_identity(const std::vector<std::string>& names, std::int64_t now_s);

// A server context for that identity. Throws where the two do not belong together.
std::shared_ptr<boost::asio::ssl::context> tls_context(const Identity& identity);

} // namespace thi::http
