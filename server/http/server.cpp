#include "http/server.h"

#include "http/client_address.h"
#include "http/event_hub.h"
#include "http/refusals.h"
#include "http/reply_writer.h"
#include "http/services.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace thi::http {
namespace {

constexpr int backlog = 4096;
constexpr std::chrono::milliseconds accept_pause{100}; // When file descriptors run out.

} // namespace

Server::Server(ServerRules rules, const Dispatcher& dispatcher, SeatsOf seats_of, LogLine log,
               LogLine security)
    : rules_(std::move(rules)),
      caps_(rules_.connections, std::move(seats_of)),
      shared_{dispatcher,          caps_,          rules_.timeouts, std::move(log),
              std::move(security), rules_.instance} {
    for (std::size_t i = 0; i < std::max<std::size_t>(1, rules_.threads); ++i)
        lanes_.push_back(std::make_unique<Lane>(rules_.tick, [this] {
            const std::scoped_lock lock{mutex_};
            emptied_.notify_all();
        }));
}

Server::~Server() {
    stop(std::chrono::milliseconds{0});
    doors_.clear();
    lanes_.clear();
}

std::uint16_t Server::listen(const std::string& address, std::uint16_t port,
                             std::shared_ptr<net::ssl::context> tls) {
    const net::ip::tcp::endpoint endpoint{net::ip::make_address(address), port};
    auto door = std::make_unique<Door>(
        Door{net::basic_socket_acceptor<net::ip::tcp, Executor>{lanes_.front()->context()},
             std::move(tls)});
    door->acceptor.open(endpoint.protocol());
    door->acceptor.set_option(net::socket_base::reuse_address{true});
    door->acceptor.bind(endpoint);
    door->acceptor.listen(backlog);
    const auto bound = door->acceptor.local_endpoint().port();
    doors_.push_back(std::move(door));
    return bound;
}

void Server::start() {
    for (auto& door : doors_)
        net::co_spawn(lanes_.front()->context(), accept(*door), net::detached);
    for (auto& lane : lanes_)
        threads_.emplace_back([&lane] { lane->run(); });
}

net::awaitable<void> Server::accept(Door& door) {
    net::steady_timer pause{lanes_.front()->context()};
    while (door.acceptor.is_open()) {
        auto& lane = least_loaded();
        boost::system::error_code error;
        Socket socket{lane.context()};
        co_await door.acceptor.async_accept(socket, net::redirect_error(net::use_awaitable, error));
        if (!error) {
            admit(door, std::move(socket), lane);
        } else if (door.acceptor.is_open()) {
            pause.expires_after(accept_pause);
            co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
        }
    }
}

void Server::admit(Door& door, Socket socket, Lane& lane) {
    boost::system::error_code error;
    socket.set_option(net::ip::tcp::no_delay{true}, error);
    const auto remote = socket.remote_endpoint(error);
    if (error) return;
    auto peer = normal_address(remote.address().to_string());
    if (!caps_.enter(peer)) {
        turn_away(door, socket);
        return;
    }
    lane.expect_one();
    auto serving = door.tls
                       ? serve_tls(lane, shared_, std::move(socket), std::move(peer), *door.tls)
                       : serve_plain(lane, shared_, std::move(socket), std::move(peer));
    net::co_spawn(lane.context(), std::move(serving), net::detached);
}

// Over a cap: 503 at once, without reading; what does not fit into the socket's buffer is dropped.
void Server::turn_away(Door& door, Socket& socket) {
    boost::system::error_code error;
    if (!door.tls) {
        const auto reply = Reply::problem(server_full());
        std::string text;
        ReplyWriter{false}.write_head(text, reply, false,
                                      shared_.dispatcher.services().clock.now());
        text += reply.body;
        socket.non_blocking(true, error);
        if (!error) socket.write_some(net::buffer(text), error);
        socket.shutdown(Socket::shutdown_send, error);
    }
    socket.close(error);
}

Lane& Server::least_loaded() {
    return **std::min_element(lanes_.begin(), lanes_.end(),
                              [](const auto& a, const auto& b) { return a->load() < b->load(); });
}

bool Server::empty() const {
    return std::all_of(lanes_.begin(), lanes_.end(),
                       [](const auto& lane) { return lane->load() == 0; });
}

bool Server::stop(std::chrono::milliseconds grace) {
    if (threads_.empty()) return true;
    for (auto& door : doors_)
        net::post(lanes_.front()->context(), [&door] {
            boost::system::error_code ignored;
            door->acceptor.close(ignored);
        });
    for (auto& lane : lanes_)
        net::post(lane->context(), [&lane] { lane->drain(); });
    shared_.dispatcher.services().events.close_all();
    std::unique_lock lock{mutex_};
    const bool all_done = emptied_.wait_for(lock, grace, [this] { return empty(); });
    lock.unlock();
    for (auto& lane : lanes_)
        lane->halt();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
    return all_done;
}

} // namespace thi::http
