#include "http/connection.h"

#include "http/edge_filter.h"
#include "http/event_hub.h"
#include "http/refusals.h"
#include "http/reply_writer.h"
#include "http/second_reader.h"
#include "http/services.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>

namespace thi::http {
namespace {

using boost::system::error_code;
using TlsStream = net::ssl::stream<Socket>;

constexpr std::size_t joined_body_max = 16 * 1024; // Smaller bodies go out with their head.
constexpr std::size_t kept_capacity_max = 64 * 1024;
constexpr std::size_t skipped_body_max = 64 * 1024; // More than that is not worth reading.
constexpr std::size_t body_step = 64 * 1024;        // Memory follows what has really arrived.

template <class Stream> class Connection {
  public:
    Connection(Lane& lane, Shared& shared, Stream stream, std::string peer)
        : lane_(lane),
          shared_(shared),
          stream_(std::move(stream)),
          peer_(std::move(peer)),
          writer_(shared.dispatcher.outside().encrypted) {
        watch_.socket = &socket();
        place_ = lane_.enter(watch_);
    }
    ~Connection() {
        lane_.leave(place_);
        shared_.caps.leave(peer_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    net::awaitable<void> run() {
        try {
            if (co_await greet())
                while (co_await serve_one()) {
                }
            co_await part();
        } catch (const std::exception& error) {
            note_failure(error.what());
        }
    }

  private:
    static constexpr bool tls = std::is_same_v<Stream, TlsStream>;

    // The state of the request at hand, for its log line.
    struct Entry {
        core::Instant at;
        std::uint64_t number = 0;
        std::string from;
        std::string_view path = "none";
        std::string_view refused;
        std::string error;
        std::string account;
        const Route* route = nullptr;
        bool with_session = false;
        std::uint64_t bytes_in = 0;
        std::uint64_t bytes_out = 0;
    };

    Socket& socket() {
        if constexpr (tls)
            return stream_.next_layer();
        else
            return stream_;
    }
    core::Instant now() const { return shared_.dispatcher.services().clock.now(); }
    void deadline(std::chrono::milliseconds wait) { watch_.deadline = lane_.after(wait); }
    void deadline_for(std::chrono::milliseconds wait, std::uint64_t bytes) {
        deadline(wait + std::chrono::milliseconds{bytes * 1000 / shared_.timeouts.bytes_per_s_min});
    }
    std::string_view arrived() const { return {in_->data(), in_size_}; }

    net::awaitable<bool> greet();
    net::awaitable<bool> serve_one();
    net::awaitable<bool> read_head();
    net::awaitable<bool> read_body();
    net::awaitable<std::optional<Reply>> answer(Admission& admission);
    net::awaitable<bool> send(Reply& reply, bool keep_alive, bool with_content);
    net::awaitable<void> send_stream(std::shared_ptr<EventStream> events);
    net::awaitable<bool> write(std::string_view first, std::string_view second = {});
    net::awaitable<void> part();
    void forget_request();
    void note(const Reply& reply);
    void note_failure(std::string_view what);
    std::string id() const { return shared_.instance + "-" + std::to_string(entry_.number); }

    Lane& lane_;
    Shared& shared_;
    Stream stream_;
    std::string peer_;
    Watch watch_;
    Lane::Place place_;
    ReplyWriter writer_;
    std::unique_ptr<std::array<char, head_bytes_max>> in_ =
        std::make_unique<std::array<char, head_bytes_max>>();
    std::size_t in_size_ = 0;
    std::size_t head_size_ = 0;
    std::size_t body_in_head_ = 0; // Bytes of the body that came along with the head.
    bool unread_ = false;          // Something of a refused request was left unread.
    Head head_;
    HeadRefusal refusal_ = HeadRefusal::none;
    std::string body_;
    std::string out_;
    Entry entry_;
};

template <class Stream> net::awaitable<bool> Connection<Stream>::greet() {
    if constexpr (tls) {
        error_code error;
        deadline(shared_.timeouts.handshake);
        watch_.idle = false;
        co_await stream_.async_handshake(net::ssl::stream_base::server,
                                         net::redirect_error(net::use_awaitable, error));
        co_return !error;
    }
    co_return true;
}

// Reads up to the end of a head. False: the client has gone, or `refusal_` says what is wrong.
template <class Stream> net::awaitable<bool> Connection<Stream>::read_head() {
    refusal_ = HeadRefusal::none;
    head_size_ = 0;
    HeadScan scan;
    bool begun = false;
    while (true) {
        scan = scan_head(arrived(), scan.scanned);
        refusal_ = scan.refusal;
        if (refusal_ != HeadRefusal::none) co_return false;
        if (scan.end > 0) break;
        if (in_size_ == 0) {
            watch_.idle = true;
            deadline(shared_.timeouts.idle);
            if (lane_.draining()) co_return false;
        } else if (!begun) {
            begun = true;
            deadline(shared_.timeouts.head);
        }
        error_code error;
        const auto room = net::buffer(in_->data() + in_size_, in_->size() - in_size_);
        in_size_ +=
            co_await stream_.async_read_some(room, net::redirect_error(net::use_awaitable, error));
        watch_.idle = false;
        if (error) co_return false;
    }
    watch_.idle = false;
    head_size_ = scan.end;
    const auto bytes = arrived().substr(0, head_size_);
    refusal_ = filter_head(bytes, head_);
    if (refusal_ == HeadRefusal::none && !beast_agrees(bytes, head_))
        refusal_ = HeadRefusal::request_line;
    co_return refusal_ == HeadRefusal::none;
}

// Reads the body into `body_`. False: the client has gone.
template <class Stream> net::awaitable<bool> Connection<Stream>::read_body() {
    const auto length = static_cast<std::size_t>(head_.content_length);
    body_.assign(in_->data() + head_size_, body_in_head_);
    if (body_.size() == length) co_return true;
    deadline_for(shared_.timeouts.body, length);
    if (head_.expects_continue && !co_await write("HTTP/1.1 100 Continue\r\n\r\n")) co_return false;
    deadline_for(shared_.timeouts.body, length);
    error_code error;
    while (body_.size() < length) {
        const auto had = body_.size();
        const auto step = std::min(length - had, body_step);
        body_.resize(had + step);
        const auto room = net::buffer(body_.data() + had, step);
        const auto got =
            co_await stream_.async_read_some(room, net::redirect_error(net::use_awaitable, error));
        body_.resize(had + got);
        if (error) co_return false;
    }
    co_return true;
}

// One request and its reply. False: close.
template <class Stream> net::awaitable<bool> Connection<Stream>::serve_one() {
    entry_ = Entry{};
    const bool whole = co_await read_head();
    if (!whole && refusal_ == HeadRefusal::none) co_return false;
    entry_.number = ++shared_.requests;
    entry_.at = now();
    entry_.from = peer_;
    if (!whole) {
        entry_.refused = name_of(refusal_);
        unread_ = true;
        auto reply = Reply::problem(bad_head());
        co_await send(reply, false, true);
        note(reply);
        co_return false;
    }
    body_in_head_ = static_cast<std::size_t>(
        std::min<std::uint64_t>(in_size_ - head_size_, head_.content_length));
    Admission admission;
    auto reply = co_await answer(admission);
    if (!reply) co_return false;
    entry_.path = admission.logged_path;
    const bool keep_alive = head_.keep_alive && !unread_ && !lane_.draining() && !reply->events;
    make_conditional(*reply, head_);
    const bool sent = co_await send(*reply, keep_alive, head_.verb != Verb::head);
    note(*reply);
    forget_request();
    co_return sent&& keep_alive;
}

// Nothing: the client went away in the middle of its request.
template <class Stream>
net::awaitable<std::optional<Reply>> Connection<Stream>::answer(Admission& admission) {
    watch_.deadline = Watch::never;
    std::optional<Reply> reply;
    try {
        admission = shared_.dispatcher.admit(head_, peer_);
        if (!admission.asker.address.empty()) entry_.from = admission.asker.address;
        if (admission.asker.session) entry_.account = admission.asker.session->account.str();
        entry_.route = admission.route;
        entry_.with_session = !head_.field("cookie").empty();
        if (admission.reply) {
            reply = std::move(admission.reply);
            unread_ = head_.content_length > skipped_body_max || head_.expects_continue;
        }
    } catch (const std::exception& error) {
        entry_.error = error.what();
        reply = Reply::broken(id());
        unread_ = head_.content_length > 0;
    }
    if (!unread_ && !co_await read_body()) co_return std::nullopt;
    watch_.deadline = Watch::never;
    entry_.bytes_in = head_size_ + body_.size();
    if (reply) co_return reply;
    Exchange exchange{head_,           *admission.route,           admission.path,
                      admission.query, std::move(admission.asker), shared_.dispatcher.services()};
    exchange.arrived(body_, now());
    try {
        reply = co_await shared_.dispatcher.answer(exchange);
    } catch (const std::exception& error) {
        entry_.error = error.what();
    }
    if (const auto& account = exchange.signed_in_as()) entry_.account = account->str();
    if (!reply) reply = Reply::broken(id());
    co_return reply;
}

template <class Stream>
net::awaitable<bool> Connection<Stream>::send(Reply& reply, bool keep_alive, bool with_content) {
    out_.clear();
    writer_.write_head(out_, reply, keep_alive, now());
    std::string_view content = with_content ? reply.content() : std::string_view{};
    if (content.size() <= joined_body_max) {
        out_.append(content);
        content = {};
    }
    entry_.bytes_out = out_.size() + content.size();
    const bool sent = co_await write(out_, content);
    if (sent && reply.events && with_content) co_await send_stream(std::move(reply.events));
    co_return sent;
}

// Frames as they come, a comment when none do, until the hub, the browser or we end it.
template <class Stream>
net::awaitable<void> Connection<Stream>::send_stream(std::shared_ptr<EventStream> events) {
    const auto executor = stream_.get_executor();
    const auto timer = std::make_shared<net::steady_timer>(executor);
    events->attach([executor, weak = std::weak_ptr{timer}] {
        net::post(executor, [weak] {
            if (const auto alive = weak.lock()) alive->cancel();
        });
    });
    while (true) {
        const auto frames = events->take();
        if (!frames.empty()) {
            if (!co_await write(frames)) break;
            continue;
        }
        if (events->closed() || lane_.draining()) break;
        error_code woken;
        watch_.deadline = Watch::never;
        timer->expires_after(shared_.timeouts.heartbeat);
        co_await timer->async_wait(net::redirect_error(net::use_awaitable, woken));
        if (woken) continue;
        if (events->still_allowed && !events->still_allowed()) break;
        if (!co_await write(":\n\n")) break;
    }
    events->attach({});
}

template <class Stream>
net::awaitable<bool> Connection<Stream>::write(std::string_view first, std::string_view second) {
    error_code error;
    deadline_for(shared_.timeouts.write, first.size() + second.size());
    const std::array<net::const_buffer, 2> pieces{net::buffer(first.data(), first.size()),
                                                  net::buffer(second.data(), second.size())};
    if (second.empty())
        co_await net::async_write(stream_, pieces[0],
                                  net::redirect_error(net::use_awaitable, error));
    else
        co_await net::async_write(stream_, pieces, net::redirect_error(net::use_awaitable, error));
    co_return !error;
}

// Says goodbye so that our last reply is not lost to a reset: what still comes is read and dropped.
template <class Stream> net::awaitable<void> Connection<Stream>::part() {
    if (!socket().is_open()) co_return;
    watch_.idle = true;
    deadline(shared_.timeouts.farewell);
    error_code error;
    if constexpr (tls)
        co_await stream_.async_shutdown(net::redirect_error(net::use_awaitable, error));
    if (!unread_ || !socket().is_open()) co_return;
    socket().shutdown(Socket::shutdown_send, error);
    for (std::size_t dropped = 0; !error && dropped < skipped_body_max;) {
        const auto room = net::buffer(in_->data(), in_->size());
        dropped +=
            co_await socket().async_read_some(room, net::redirect_error(net::use_awaitable, error));
    }
}

// Moves what was pipelined to the front and gives back memory that one large request took.
template <class Stream> void Connection<Stream>::forget_request() {
    const auto used = head_size_ + body_in_head_;
    in_size_ -= used;
    std::memmove(in_->data(), in_->data() + used, in_size_);
    for (auto* kept : {&body_, &out_})
        if (kept->capacity() > kept_capacity_max) std::string{}.swap(*kept);
}

template <class Stream> void Connection<Stream>::note(const Reply& reply) {
    const auto* route = entry_.route;
    if (route != nullptr && route->limits.unlogged && entry_.error.empty()) return;
    const auto request_id = id();
    const auto method = entry_.refused.empty() ? name_of(head_.verb) : std::string_view{};
    if (shared_.security)
        if (const auto line =
                security_line({.at = entry_.at,
                               .id = request_id,
                               .from = entry_.from,
                               .account = entry_.account,
                               .method = method,
                               .path = entry_.path,
                               .watched = route != nullptr ? route->watched : Watched::no,
                               .with_session = entry_.with_session,
                               .status = reply.status,
                               .refused = entry_.refused}))
            shared_.security(*line);
    if (!shared_.log) return;
    shared_.log(access_line({.at = entry_.at,
                             .id = request_id,
                             .from = entry_.from,
                             .method = method,
                             .path = entry_.path,
                             .status = reply.status,
                             .took_ms = (now() - entry_.at).count(),
                             .bytes_in = entry_.bytes_in,
                             .bytes_out = entry_.bytes_out,
                             .refused = entry_.refused,
                             .error = entry_.error}));
}

template <class Stream> void Connection<Stream>::note_failure(std::string_view what) {
    if (!shared_.log) return;
    const auto request_id = id();
    shared_.log(access_line(
        {.at = now(), .id = request_id, .from = peer_, .path = "connection", .error = what}));
}

} // namespace

net::awaitable<void> serve_plain(Lane& lane, Shared& shared, Socket socket, std::string peer) {
    Connection<Socket> connection{lane, shared, std::move(socket), std::move(peer)};
    co_await connection.run();
}

net::awaitable<void> serve_tls(Lane& lane, Shared& shared, Socket socket, std::string peer,
                               net::ssl::context& tls) {
    TlsStream stream{std::move(socket), tls};
    Connection<TlsStream> connection{lane, shared, std::move(stream), std::move(peer)};
    co_await connection.run();
}

} // namespace thi::http
