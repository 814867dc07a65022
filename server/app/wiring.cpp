#include "app/wiring.h"

#include "app/banks.h"
#include "app/duties.h"
#include "app/line_socket.h"
#include "app/security_files.h"
#include "app/site.h"
#include "app/site_command.h"
#include "http/ballot_tokens.h"
#include "http/bounded_pool.h"
#include "http/dispatcher.h"
#include "http/event_hub.h"
#include "http/live.h"
#include "http/rate_limit.h"
#include "http/router.h"
#include "http/routes.h"
#include "http/server.h"
#include "http/services.h"
#include "http/static_files.h"
#include "http/store_auditor.h"
#include "http/store_sessions.h"
#include "http/tls.h"

#include <condition_variable>
#include <thread>

namespace thi::app {

namespace {

constexpr std::chrono::seconds stop_grace{10};
constexpr std::chrono::seconds tick_every{1};
constexpr std::chrono::seconds beat_every{60};
constexpr std::size_t hashing_threads = 2; // S-21
constexpr std::size_t hashing_waiting_max = 500;

std::shared_ptr<boost::asio::ssl::context> tls_of(const ServeRules& rules,
                                                  const http::Clock& clock) {
    if (rules.certificate)
        return http::tls_context(
            http::read_identity(*rules.certificate, rules.private_key.value_or("")));
    if (rules.self_signed)
        return http::tls_context(
            http::self_signed_identity({rules.listen}, core::to_ms(clock.now()) / 1000));
    return nullptr;
}

http::ServerRules server_rules(const ServeRules& rules) {
    http::ServerRules serving;
    serving.threads = rules.threads;
    serving.connections.proxies = rules.proxies;
    return serving;
}

} // namespace

struct RunningSite::Parts {
    Parts(const ServeRules& rules, const http::Clock& clock)
        : beat_reading(rules.beat),
          banks(rules.banks.empty() ? std::vector<bank::Bank>{} : load_banks(rules.banks)),
          site({.folder = rules.folder,
                .observer =
                    [this](core::ContestId contest, const store::Committed& committed) {
                        live.observe(contest, committed);
                    }},
               clock),
          security(site.folder().paths().security()),
          sessions(
              site.store(),
              [this](const crypto::Digest& token, core::Instant at) { touch(token, at); },
              [this] { return site.committer().changes(); }),
          hashing(hashing_threads, hashing_waiting_max),
          rates(http::RateRules{}, rules.rooms),
          sign_ins(http::SignInRules{}, rules.rooms),
          services{.clock = clock,
                   .sessions = sessions,
                   .events = events,
                   .hashing = hashing,
                   .rates = rates,
                   .sign_ins = sign_ins,
                   .store = &site.store(),
                   .committer = &site.committer(),
                   .live = &live,
                   .banks = &banks,
                   .auditor = &auditor,
                   .keys = &site.keys(),
                   .ballots = &ballots},
          files(rules.web.empty() ? http::StaticFiles{} : http::StaticFiles::load(rules.web)),
          router(http::routes()),
          dispatcher(router, files,
                     {.encrypted = rules.encrypted() || !rules.proxies.empty(),
                      .origins = rules.origins,
                      .proxies = rules.proxies},
                     services),
          server(server_rules(rules), dispatcher, rules.rooms, rules.log,
                 [this](std::string_view line) { security.write(services.clock.now(), line); }) {
        const auto port = server.listen(rules.listen, rules.port, tls_of(rules, clock));
        const bool local = rules.listen.starts_with("127.");
        address = (rules.encrypted() ? "https://" : "http://") +
                  (local ? std::string{"localhost"} : rules.listen) + ":" + std::to_string(port);
        server.start();
        control = answer_calls(site);
    }

    // A session was used: written down later, nobody waits for it.
    void touch(const crypto::Digest& token, core::Instant at);

    std::function<core::Beat()> beat_reading;
    core::Instant beaten_at;
    std::vector<bank::Bank> banks;
    http::EventHub events;
    http::Live live{events};
    Site site;
    SecurityFiles security;
    http::StoreAuditor auditor{site.folder().paths().database(), site.vault()};
    http::StoreSessions sessions;
    http::BoundedPool hashing;
    http::RateLimiter rates;
    http::SignInLimiter sign_ins;
    http::BallotTokens ballots;
    http::Services services;
    http::StaticFiles files;
    http::Router router;
    http::Dispatcher dispatcher;
    http::Server server;
    std::string address;
    std::unique_ptr<LineSocket> control; // The subcommands of this machine.

    std::mutex mutex;
    std::condition_variable woken;
    bool stopping = false;
    std::vector<std::pair<crypto::Digest, core::Instant>> touched;
    std::thread ticking;
};

void RunningSite::Parts::touch(const crypto::Digest& token, core::Instant at) {
    const std::lock_guard lock(mutex);
    touched.emplace_back(token, at);
}

RunningSite::RunningSite(const ServeRules& rules, const http::Clock& clock)
    : parts_(std::make_unique<Parts>(rules, clock)) {}

RunningSite::~RunningSite() {
    if (parts_) stop();
}

const std::string& RunningSite::address() const {
    return parts_->address;
}

void RunningSite::tick() {
    std::vector<std::pair<crypto::Digest, core::Instant>> touched;
    {
        const std::lock_guard lock(parts_->mutex);
        touched.swap(parts_->touched);
    }
    if (!touched.empty()) note_uses(parts_->site.committer(), touched);
    do_what_is_due(parts_->site.committer());
    const auto now = parts_->services.clock.now();
    if (parts_->beat_reading && now - parts_->beaten_at >= beat_every) {
        parts_->beaten_at = now;
        beat(parts_->site.committer(), parts_->beat_reading());
    }
    for (const auto& day : parts_->security.due(now)) {
        digest_security(parts_->site.committer(), {day.day, day.hash, day.entries});
        parts_->security.settled(day);
    }
    parts_->live.tell(parts_->site.committer(), now);
}

void RunningSite::tick_by_itself() {
    parts_->ticking = std::thread([this] {
        std::unique_lock lock(parts_->mutex);
        while (!parts_->stopping) {
            lock.unlock();
            tick();
            lock.lock();
            parts_->woken.wait_for(lock, tick_every, [this] { return parts_->stopping; });
        }
    });
}

bool RunningSite::stop() {
    {
        const std::lock_guard lock(parts_->mutex);
        if (parts_->stopping) return true;
        parts_->stopping = true;
    }
    parts_->woken.notify_all();
    if (parts_->ticking.joinable()) parts_->ticking.join();
    parts_->control.reset();
    parts_->events.close_all();
    const bool whole = parts_->server.stop(stop_grace);
    parts_->hashing.finish();
    parts_->site.committer().stop();
    return whole;
}

} // namespace thi::app
