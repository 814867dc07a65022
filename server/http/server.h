// The server: listens, spreads connections over its lanes, and stops without breaking off a
// request.

#pragma once
#include "http/connection.h"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace thi::http {

struct ServerRules {
    std::size_t threads = 2;
    ConnectionRules connections;
    Timeouts timeouts;
    std::chrono::milliseconds tick{500};
    std::string instance = "r"; // Begins every request id.
};

class Server {
  public:
    // All three must outlive the server. `seats_of` tells the rooms' addresses.
    Server(ServerRules rules, const Dispatcher& dispatcher, SeatsOf seats_of, LogLine log,
           LogLine security = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Listens before start(); `tls` or plain. Port 0 takes any. Returns the port. Throws
    // system_error where the address is taken or not ours.
    std::uint16_t listen(const std::string& address, std::uint16_t port,
                         std::shared_ptr<net::ssl::context> tls = nullptr);

    // Runs the lanes' threads; returns at once.
    void start();

    // Stops accepting, closes idle connections, lets requests in flight finish for at most `grace`,
    // then closes what is left. Returns when all threads have ended; true where nothing was cut.
    bool stop(std::chrono::milliseconds grace);

    std::size_t connections() const { return caps_.open(); }

  private:
    struct Door {
        net::basic_socket_acceptor<net::ip::tcp, Executor> acceptor;
        std::shared_ptr<net::ssl::context> tls;
    };
    net::awaitable<void> accept(Door& door);
    void admit(Door& door, Socket socket, Lane& lane);
    void turn_away(Door& door, Socket& socket);
    Lane& least_loaded();
    bool empty() const;

    ServerRules rules_;
    ConnectionCaps caps_;
    Shared shared_;
    std::mutex mutex_;
    std::condition_variable emptied_;
    std::vector<std::unique_ptr<Lane>> lanes_;
    std::vector<std::unique_ptr<Door>> doors_;
    std::vector<std::thread> threads_;
};

} // namespace thi::http
