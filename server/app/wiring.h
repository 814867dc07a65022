// The composition root: a whole running site, wired by hand.

#pragma once
#include "app/room_addresses.h"
#include "core/result/commands.h"
#include "http/access_log.h"
#include "http/clock.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace thi::app {

struct ServeRules {
    std::filesystem::path folder;
    std::filesystem::path web;   // Empty: no pages, the API alone.
    std::filesystem::path banks; // Empty: none to make papers of.
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8080;
    std::optional<std::string> certificate;
    std::optional<std::string> private_key;
    bool self_signed = false;
    std::vector<std::string> proxies;
    std::vector<std::string> origins;
    RoomAddresses rooms; // Many machines behind one address: more connections, no shared limits.
    std::size_t threads = 2;
    http::LogLine log;
    std::function<core::Beat()> beat; // The machine's clocks; empty: no beats are logged.

    bool encrypted() const { return certificate.has_value() || self_signed; }
};

class RunningSite {
  public:
    // Opens the site, checks its logs and listens. The clock outlives it.
    RunningSite(const ServeRules& rules, const http::Clock& clock);
    ~RunningSite();
    RunningSite(const RunningSite&) = delete;
    RunningSite& operator=(const RunningSite&) = delete;

    // "http://localhost:8080"
    const std::string& address() const;

    // What is due by the clock: the bell, the ends of sittings, beats. Returns when it is on disk.
    void tick();
    // Calls tick() each second, on a thread of its own, until stop().
    void tick_by_itself();

    // Finishes requests in flight, then what is queued. True where nothing was cut.
    bool stop();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace thi::app
