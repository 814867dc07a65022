// The load of tests/bench/saves: browsers that save one answer after another over connections that
// stay open, in phases by turns with a route of the same server that does everything but commit.
// Knows of a sitting only what stands on its line of the input; checks no receipt.
// usage: bench_saves PORT PHASE_S ROUNDS < browsers
// One browser a line: cookie csrf sitting lease prev item value value

#include "crypto/hash.h"
#include "text/base64.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace thi;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t reply_bytes_max = 64 * 1024;

enum class Route : std::uint8_t { saves, fixed };

struct Browser {
    std::string cookie;
    std::string csrf;
    std::string sitting;
    std::int64_t lease = 0;
    std::string prev;
    std::string item;
    std::array<std::string, 2> values;
    std::int64_t seq = 0;

    int socket = -1;
    std::string text;  // The last one sent.
    std::string reply; // As much as has come.
    Clock::time_point sent_at;
};

struct Phase {
    std::vector<std::int64_t> waits_us;
    std::int64_t limited = 0;
    std::int64_t request_bytes = 0;
    std::int64_t reply_bytes = 0;
    double seconds = 0;

    double rate() const { return static_cast<double>(waits_us.size()) / seconds; }
    // In milliseconds; sorts.
    double quantile(double part) {
        if (waits_us.empty()) return 0;
        std::sort(waits_us.begin(), waits_us.end());
        const auto last = static_cast<double>(waits_us.size() - 1);
        return static_cast<double>(waits_us[static_cast<std::size_t>(last * part)]) / 1000;
    }
    void add(const Phase& other) {
        waits_us.insert(waits_us.end(), other.waits_us.begin(), other.waits_us.end());
        limited += other.limited;
        request_bytes += other.request_bytes;
        reply_bytes += other.reply_bytes;
        seconds += other.seconds;
    }
};

std::string client_text(const Browser& browser) {
    const auto seq = browser.seq + 1;
    return R"({"client_time":1800000000000,"item":")" + browser.item + R"(","lease":)" +
           std::to_string(browser.lease) + R"(,"prev":")" + browser.prev + R"(","seq":)" +
           std::to_string(seq) + R"(,"sitting":")" + browser.sitting + R"(","value":)" +
           browser.values[static_cast<std::size_t>(seq % 2)] + "}";
}

// Texts of answers hold no backslash.
std::string quoted(std::string_view text) {
    std::string all = "\"";
    for (const char c : text) {
        if (c == '"') all += '\\';
        all += c;
    }
    return all + '"';
}

std::string request_of(const Browser& browser, Route route, std::string_view port) {
    const auto body = R"({"saves":[{"payload":)" + quoted(browser.text) + R"(,"sig":""}]})";
    const auto path = "/api/sittings/" + browser.sitting +
                      (route == Route::saves ? "/saves" : "/fixed"); // As long as each other.
    const std::string host = "localhost:" + std::string{port};
    return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
           "\r\nUser-Agent: bench\r\nCookie: " + browser.cookie +
           "\r\nX-CSRF-Token: " + browser.csrf +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

// The whole reply's length once its head is here, or 0.
std::size_t reply_length(const std::string& reply) {
    const auto head = reply.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    constexpr std::string_view name = "Content-Length: ";
    const auto field = reply.find(name);
    if (field == std::string::npos || field > head) throw std::runtime_error("reply: " + reply);
    std::size_t body = 0;
    std::from_chars(reply.data() + field + name.size(), reply.data() + head, body);
    return head + 4 + body;
}

int connected(std::uint16_t port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (made < 0 || ::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address))
        throw std::runtime_error("cannot connect");
    return made;
}

class Load {
  public:
    Load(std::vector<Browser> browsers, std::uint16_t port)
        : browsers_(std::move(browsers)),
          port_(std::to_string(port)),
          ready_(::epoll_create1(EPOLL_CLOEXEC)) {
        for (std::size_t i = 0; i < browsers_.size(); ++i) {
            browsers_[i].socket = connected(port);
            epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
            ::epoll_ctl(ready_, EPOLL_CTL_ADD, browsers_[i].socket, &event);
        }
    }

    // Every browser asks again as soon as it has its reply, until the time is over and the last
    // reply is here.
    Phase run(Route route, std::chrono::seconds length) {
        Phase phase;
        const auto start = Clock::now();
        for (auto& browser : browsers_)
            ask(browser, route, phase);
        std::size_t waiting = browsers_.size();
        std::array<epoll_event, 64> events{};
        while (waiting > 0) {
            const int count =
                ::epoll_wait(ready_, events.data(), static_cast<int>(events.size()), 10'000);
            if (count <= 0) throw std::runtime_error("no reply in 10 s");
            for (int i = 0; i < count; ++i) {
                auto& browser = browsers_[events[static_cast<std::size_t>(i)].data.u64];
                if (!take(browser, route, phase)) continue;
                if (Clock::now() - start < length)
                    ask(browser, route, phase);
                else
                    --waiting;
            }
        }
        phase.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        return phase;
    }

  private:
    void ask(Browser& browser, Route route, Phase& phase) {
        browser.text = client_text(browser);
        const auto request = request_of(browser, route, port_);
        browser.reply.clear();
        browser.sent_at = Clock::now();
        // Far smaller than a socket's buffer.
        if (::send(browser.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size()))
            throw std::runtime_error("cannot send");
        phase.request_bytes += static_cast<std::int64_t>(request.size());
    }

    // True when the reply is whole.
    bool take(Browser& browser, Route route, Phase& phase) {
        std::array<char, 16 * 1024> piece{};
        const auto got = ::recv(browser.socket, piece.data(), piece.size(), 0);
        if (got <= 0) throw std::runtime_error("the server hung up");
        browser.reply.append(piece.data(), static_cast<std::size_t>(got));
        if (browser.reply.size() > reply_bytes_max) throw std::runtime_error("a reply too long");
        const auto length = reply_length(browser.reply);
        if (length == 0 || browser.reply.size() < length) return false;
        note(browser, route, phase);
        return true;
    }

    static void note(Browser& browser, Route route, Phase& phase) {
        if (browser.reply.starts_with("HTTP/1.1 429")) {
            ++phase.limited;
            return;
        }
        if (!browser.reply.starts_with("HTTP/1.1 200") ||
            browser.reply.find(R"("counts":"yes")") == std::string::npos)
            throw std::runtime_error("refused: " + browser.reply);
        const auto wait = Clock::now() - browser.sent_at;
        phase.waits_us.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(wait).count());
        phase.reply_bytes += static_cast<std::int64_t>(browser.reply.size());
        if (route == Route::fixed) return;
        ++browser.seq;
        browser.prev = text::encode_base64(crypto::view(crypto::sha256(browser.text)));
    }

    std::vector<Browser> browsers_;
    std::string port_;
    int ready_;
};

std::vector<Browser> read_browsers(std::istream& in) {
    std::vector<Browser> browsers;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words{line};
        Browser one;
        words >> one.cookie >> one.csrf >> one.sitting >> one.lease >> one.prev >> one.item >>
            one.values[0] >> one.values[1];
        if (!words) throw std::runtime_error("browsers: " + line);
        browsers.push_back(std::move(one));
    }
    return browsers;
}

void print(std::string_view name, Phase& phase) {
    const auto count = static_cast<std::int64_t>(std::max<std::size_t>(1, phase.waits_us.size()));
    std::cout << name << "  " << static_cast<std::int64_t>(phase.rate()) << "/s  p50 "
              << phase.quantile(0.5) << " ms  p99 " << phase.quantile(0.99) << " ms  "
              << phase.request_bytes / (count + phase.limited) << " bytes asked, "
              << phase.reply_bytes / count << " replied";
    if (phase.limited > 0) std::cout << "  " << phase.limited << " times told to wait";
    std::cout << std::endl;
}

int measure(int argc, char* argv[]) {
    if (argc != 4) throw std::runtime_error("usage: bench_saves PORT PHASE_S ROUNDS < browsers");
    const auto port = static_cast<std::uint16_t>(std::stoi(argv[1]));
    const std::chrono::seconds length{std::stoi(argv[2])};
    Load load{read_browsers(std::cin), port};
    load.run(Route::saves, std::chrono::seconds{1});
    load.run(Route::fixed, std::chrono::seconds{1});
    Phase saves;
    Phase fixed;
    for (int i = 0; i < std::stoi(argv[3]); ++i) {
        auto one = load.run(Route::saves, length);
        print("saves", one);
        saves.add(one);
        one = load.run(Route::fixed, length);
        print("fixed", one);
        fixed.add(one);
    }
    print("all saves", saves);
    print("all fixed", fixed);
    std::cout << "ratio  " << saves.rate() / fixed.rate() << std::endl;
    return 0;
}

} // namespace

int main(int argc, char* argv[]) {
    try {
        return measure(argc, argv);
    } catch (const std::exception& broke) {
        std::cerr << "bench_saves: " << broke.what() << "\n";
        return 1;
    }
}
