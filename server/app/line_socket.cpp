#include "app/line_socket.h"

#include <array>
#include <cstring>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace thi::app {

namespace {

constexpr int waiting_max = 4;

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        throw std::invalid_argument("too long for a socket: " + path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

bool write_all(int peer, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

LineSocket::LineSocket(std::string path, Answer answer)
    : path_(std::move(path)), answer_(std::move(answer)) {
    const auto address = address_of(path_);
    ::unlink(path_.c_str());
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool bound =
        listening_ >= 0 &&
        ::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::chmod(path_.c_str(), S_IRUSR | S_IWUSR) == 0 && ::listen(listening_, waiting_max) == 0;
    if (!bound) {
        if (listening_ >= 0) ::close(listening_);
        throw std::runtime_error("cannot listen on " + path_);
    }
    thread_ = std::thread([this] { serve(); });
}

LineSocket::~LineSocket() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
    ::unlink(path_.c_str());
}

void LineSocket::serve() {
    for (;;) {
        const int peer = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0) return;
        // Who says nothing must not keep the next one waiting, nor us from stopping.
        const timeval patience{5, 0};
        ::setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        talk(peer);
        ::close(peer);
    }
}

void LineSocket::talk(int peer) const {
    std::string held;
    std::array<char, 16384> bytes;
    for (;;) {
        const auto got = ::read(peer, bytes.data(), bytes.size());
        if (got <= 0) return;
        held.append(bytes.data(), static_cast<std::size_t>(got));
        for (auto end = held.find('\n'); end != std::string::npos; end = held.find('\n')) {
            if (!write_all(peer, answer_(std::string_view(held).substr(0, end)))) return;
            held.erase(0, end + 1);
        }
        if (held.size() > line_bytes_max) return;
    }
}

std::string ask_line(const std::string& path, std::string_view line) {
    const auto address = address_of(path);
    const int peer = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::string answer;
    bool whole = false;
    if (peer >= 0 &&
        ::connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        write_all(peer, std::string{line} + "\n")) {
        std::array<char, 16384> bytes;
        while (!whole) {
            const auto got = ::read(peer, bytes.data(), bytes.size());
            if (got <= 0) break;
            answer.append(bytes.data(), static_cast<std::size_t>(got));
            whole = answer.ends_with('\n');
        }
    }
    if (peer >= 0) ::close(peer);
    if (!whole) throw std::runtime_error("nobody answers on " + path);
    answer.pop_back();
    return answer;
}

} // namespace thi::app
