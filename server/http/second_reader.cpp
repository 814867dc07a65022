#include "http/second_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <array>
#include <cstddef>
#include <memory_resource>

namespace thi::http {

namespace beast_http = boost::beast::http;

bool beast_agrees(std::string_view bytes, const Head& head) {
    // The fields go into memory of this call: no allocation for a head of usual size.
    std::array<std::byte, 4096> room;
    std::pmr::monotonic_buffer_resource memory{room.data(), room.size()};
    using Fields = std::pmr::polymorphic_allocator<char>;
    beast_http::request_parser<beast_http::empty_body, Fields> parser{
        std::piecewise_construct, std::make_tuple(), std::make_tuple(Fields{&memory})};
    parser.eager(false);
    parser.skip(true); // The head alone: the body's limit is the route's.
    parser.header_limit(static_cast<std::uint32_t>(head_bytes_max));
    parser.body_limit(boost::none);
    boost::system::error_code error;
    const auto used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error || used != bytes.size() || !parser.is_header_done()) return false;
    const auto& request = parser.get();
    const auto length = parser.content_length();
    return std::string_view{request.method_string()} == name_of(head.verb) &&
           std::string_view{request.target()} == head.target && request.version() == 11 &&
           !parser.chunked() && (length ? *length : 0) == head.content_length;
}

} // namespace thi::http
