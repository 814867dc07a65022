// See serving.h.

#include "serving.h"

#include "http/ascii.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>
#include <sys/time.h>

namespace thi::http::test {

std::string token(char letter) {
    return std::string(43, letter);
}

core::ContestId contest() {
    return *core::ContestId::parse("con_0000000000000001");
}

core::SittingId sitting() {
    return *core::SittingId::parse("sit_0000000000000001");
}

KnownSessions::KnownSessions() {
    const auto add = [&](char letter, const char* account, SessionKind kind, bool administrator) {
        Session session;
        session.account = *core::AccountId::parse(account);
        session.kind = kind;
        session.administrator = administrator;
        session.csrf = "csrf-of-" + std::string(1, letter);
        sessions_[crypto::sha256(token(letter))] = session;
        return std::string{account};
    };
    const auto candidate = add('a', "acc_000000000000000a", SessionKind::candidate, false);
    standings_[candidate] = {contest(), core::CandidateId::parse("cand_000000000000000a"), {}, {}};
    const auto official = add('o', "acc_000000000000000c", SessionKind::staff, false);
    standings_[official] = {
        contest(), {}, core::PersonId::parse("per_000000000000000c"), RoleSet{core::Role::chair}};
    add('s', "acc_000000000000000d", SessionKind::staff, true);
    add('f', "acc_000000000000000f", SessionKind::candidate, false);
}

std::optional<Session> KnownSessions::find(const crypto::Digest& token_hash, core::Instant) {
    const std::scoped_lock lock{mutex_};
    const auto found = sessions_.find(token_hash);
    if (found == sessions_.end()) return std::nullopt;
    return found->second;
}

std::optional<Standing> KnownSessions::standing(core::AccountId account,
                                                std::span<const PathValue> path) {
    const std::scoped_lock lock{mutex_};
    for (const auto& value : path)
        if (value.text != contest().text() && value.text != sitting().text()) return std::nullopt;
    const auto found = standings_.find(account.str());
    if (found == standings_.end()) return std::nullopt;
    return found->second;
}

void KnownSessions::end(char letter) {
    const std::scoped_lock lock{mutex_};
    sessions_.erase(crypto::sha256(token(letter)));
}

House::House(std::span<const Route> table, StaticFiles static_files, Outside outside, SeatsOf seats)
    : rates({}, seats),
      sign_ins({}, seats),
      services{clock, sessions, events, hashing, rates, sign_ins, nullptr, nullptr},
      files(std::move(static_files)),
      router(table),
      dispatcher(router, files, std::move(outside), services) {}

ServerRules Serving::quick_rules() {
    ServerRules rules;
    rules.tick = std::chrono::milliseconds{10};
    return rules;
}

Serving::Serving(House& house, ServerRules rules, SeatsOf seats,
                 std::shared_ptr<net::ssl::context> tls) {
    auto log = [this](std::string_view line) {
        const std::scoped_lock lock{mutex_};
        lines_.emplace_back(line);
    };
    server_ = std::make_unique<Server>(std::move(rules), house.dispatcher, std::move(seats), log);
    port_ = server_->listen("127.0.0.1", 0, std::move(tls));
    server_->start();
}

std::vector<std::string> Serving::log() {
    const std::scoped_lock lock{mutex_};
    return lines_;
}

std::string Answer::field(std::string_view lower_name) const {
    std::size_t from = 0;
    while (true) {
        const auto end = head.find("\r\n", from);
        if (end == std::string::npos) return {};
        const std::string_view line{head.data() + from, end - from};
        const auto colon = line.find(':');
        if (colon != std::string_view::npos &&
            equal_ignoring_case(line.substr(0, colon), lower_name))
            return std::string{trim_blanks(line.substr(colon + 1))};
        from = end + 2;
    }
}

RawClient::RawClient(std::uint16_t port) : socket_(context_) {
    socket_.connect({net::ip::make_address("127.0.0.1"), port});
    const timeval patience{10, 0};
    ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

void RawClient::send(std::string_view bytes) {
    boost::system::error_code ignored;
    net::write(socket_, net::buffer(bytes.data(), bytes.size()), ignored);
}

bool RawClient::fill() {
    std::array<char, 4096> piece{};
    const auto got = ::recv(socket_.native_handle(), piece.data(), piece.size(), 0);
    if (got <= 0) return false;
    held_.append(piece.data(), static_cast<std::size_t>(got));
    return true;
}

Answer RawClient::receive(bool with_body) {
    Answer answer;
    while (held_.find("\r\n\r\n") == std::string::npos)
        if (!fill()) return answer;
    const auto end = held_.find("\r\n\r\n") + 4;
    answer.head = held_.substr(0, end);
    held_.erase(0, end);
    answer.status = std::stoi(answer.head.substr(9, 3));
    const auto length = answer.field("content-length");
    const auto size = !with_body || length.empty() ? 0 : std::stoul(length);
    while (held_.size() < size)
        if (!fill()) break;
    answer.body = held_.substr(0, size);
    held_.erase(0, size);
    return answer;
}

std::string RawClient::rest() {
    while (fill()) {
    }
    return std::exchange(held_, {});
}

bool RawClient::closed() {
    char byte = 0;
    const auto got = ::recv(socket_.native_handle(), &byte, 1, 0);
    return held_.empty() && (got == 0 || (got < 0 && errno == ECONNRESET));
}

void RawClient::close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
}

std::string request(std::string_view method, std::string_view target, std::string_view fields,
                    std::string_view body) {
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: thi.test\r\n");
    text.append(fields);
    if (!body.empty()) text.append("Content-Length: " + std::to_string(body.size()) + "\r\n");
    return text.append("\r\n").append(body);
}

Answer ask(std::uint16_t port, std::string_view bytes) {
    RawClient client{port};
    client.send(bytes);
    return client.receive();
}

} // namespace thi::http::test
