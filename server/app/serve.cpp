// `thituyen serve`: the words of its command line, and how long it lives.

#include "app/clock.h"
#include "app/subcommand.h"
#include "app/test_clock.h"
#include "app/wiring.h"

#include <boost/asio/ip/address.hpp>

#include <csignal>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

namespace thi::app {

namespace {

#ifdef THITUYEN_TESTING
// A clock that a test sets never goes back, and tests must not depend on the year they run in.
constexpr core::Instant test_start{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};
#endif

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("data", options::value<std::string>()->required(), "thư mục dữ liệu / data folder");
    add("web", options::value<std::string>(), "thư mục web/dist đã dựng / the built client");
    add("banks", options::value<std::string>(), "thư mục ngân hàng câu hỏi / question banks");
    add("listen", options::value<std::string>()->default_value("127.0.0.1"), "địa chỉ / address");
    add("port", options::value<std::uint16_t>()->default_value(8080), "cổng / port");
    add("tls-cert", options::value<std::string>(), "chứng thư PEM / certificate chain");
    add("tls-key", options::value<std::string>(), "khoá PEM / private key");
    add("self-signed", "tự ký chứng thư / make a certificate");
    add("behind-proxy", options::value<std::vector<std::string>>()->multitoken(),
        "địa chỉ máy chủ trung gian tin cậy / addresses of trusted proxies");
    add("origin", options::value<std::vector<std::string>>()->multitoken(),
        "địa chỉ bên ngoài / the address seen from outside, https://...");
    add("room", options::value<std::vector<std::string>>()->multitoken(),
        "địa chỉ chung của một phòng máy và số chỗ / address that a room shares, and its seats: "
        "203.0.113.7=120");
    add("threads",
        options::value<std::size_t>()->default_value(
            std::max(1U, std::thread::hardware_concurrency())),
        "số luồng vào ra / I/O threads");
    add("log", options::value<std::string>(), "tệp nhật ký truy cập / access log file");
#ifdef THITUYEN_TESTING
    add("clock", options::value<std::string>(), "socket:PATH");
#endif
    return described;
}

template <class T> std::optional<T> maybe(const options::variables_map& values, const char* name) {
    if (!values.contains(name)) return std::nullopt;
    return values[name].as<T>();
}

// "localhost" or an IP address.
boost::asio::ip::address listen_address(const std::string& given) {
    boost::system::error_code wrong;
    auto address = boost::asio::ip::make_address(given == "localhost" ? "127.0.0.1" : given, wrong);
    if (wrong)
        throw options::error("--listen cần một địa chỉ IP, cổng đi riêng với --port / needs an IP "
                             "address, the port goes with --port: " +
                             given);
    return address;
}

ServeRules rules_of(const options::variables_map& values) {
    ServeRules rules;
    rules.folder = values["data"].as<std::string>();
    rules.web = maybe<std::string>(values, "web").value_or("");
    rules.banks = maybe<std::string>(values, "banks").value_or("");
    rules.listen = listen_address(values["listen"].as<std::string>()).to_string();
    rules.port = values["port"].as<std::uint16_t>();
    rules.certificate = maybe<std::string>(values, "tls-cert");
    rules.private_key = maybe<std::string>(values, "tls-key");
    rules.self_signed = values.contains("self-signed");
    rules.proxies = maybe<std::vector<std::string>>(values, "behind-proxy")
                        .value_or(std::vector<std::string>{});
    rules.origins =
        maybe<std::vector<std::string>>(values, "origin").value_or(std::vector<std::string>{});
    for (const auto& room :
         maybe<std::vector<std::string>>(values, "room").value_or(std::vector<std::string>{}))
        if (!rules.rooms.add(room)) throw options::error("--room ADDRESS=SEATS: " + room);
    rules.threads = values["threads"].as<std::size_t>();
    return rules;
}

// Passwords and answers must not cross a network in the open.
void refuse_open_network(const ServeRules& rules) {
    const bool loopback = boost::asio::ip::make_address(rules.listen).is_loopback();
    if (loopback || rules.encrypted() || !rules.proxies.empty()) return;
    throw options::error("--listen ngoài máy này cần TLS (--tls-cert/--tls-key, --self-signed) "
                         "hoặc --behind-proxy / beyond loopback needs TLS or a trusted proxy");
}

// One line at a time, to the file or to stderr.
http::LogLine log_to(const std::optional<std::string>& file) {
    auto out = std::make_shared<std::ofstream>();
    if (file) {
        out->open(*file, std::ios::app);
        if (!*out) throw std::runtime_error("cannot open " + *file);
    }
    auto mutex = std::make_shared<std::mutex>();
    return [out, mutex, to_file = file.has_value()](std::string_view line) {
        const std::lock_guard lock(*mutex);
        (to_file ? static_cast<std::ostream&>(*out) : std::cerr) << line << '\n';
        if (to_file) out->flush();
    };
}

} // namespace

int run_serve(const Words& words) {
    const auto reading = read_words("serve --data DIR [...]", words, describe());
    if (reading.help) return done;
    auto rules = rules_of(reading.values);
    refuse_open_network(rules);
    rules.log = log_to(maybe<std::string>(reading.values, "log"));

    // Taken by sigwait below; blocked before any thread starts, so that all inherit it.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int one : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, one);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const SystemClock clock;
#ifdef THITUYEN_TESTING
    if (const auto spec = maybe<std::string>(reading.values, "clock")) {
        SetClock set_clock(test_start);
        RunningSite running(rules, set_clock);
        const TestClockSocket socket(*spec, set_clock, [&running] { running.tick(); });
        std::cout << "ready " << running.address() << std::endl;
        int received = 0;
        sigwait(&signals, &received);
        return running.stop() ? done : failed;
    }
#endif
    rules.beat = [&clock] {
        return core::Beat{clock.wall(), clock.monotonic_ms()};
    };
    RunningSite running(rules, clock);
    running.tick_by_itself();
    std::cout << "ready " << running.address() << std::endl;
    int received = 0;
    sigwait(&signals, &received);
    std::cerr << "{\"event\":\"stopping\",\"signal\":" << received << "}\n";
    return running.stop() ? done : failed;
}

} // namespace thi::app
