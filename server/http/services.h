// What handlers may ask for besides the request. Made once, by hand, in `app`; all of it is safe to
// use from several threads and outlives the server.

#pragma once
#include <string>
#include <vector>

namespace thi::bank {
struct Bank;
}
namespace thi::store {
class Committer;
class Keys;
class Store;
} // namespace thi::store

namespace thi::http {

class Auditor;
class BallotTokens;
class BoundedPool;
class Clock;
class EventHub;
class Live;
class RateLimiter;
class SessionSource;
class SignInLimiter;

struct Services {
    const Clock& clock;
    SessionSource& sessions;
    EventHub& events;
    BoundedPool& hashing; // Argon2id: two at a time (S-21).
    RateLimiter& rates;
    SignInLimiter& sign_ins;
    // Absent only in tests of the machinery itself.
    store::Store* store = nullptr;
    store::Committer* committer = nullptr;
    Live* live = nullptr;                           // Also the committer's observer.
    const std::vector<bank::Bank>* banks = nullptr; // Null: none to make papers of.
    Auditor* auditor = nullptr;                     // Null: no results are released.
    const store::Keys* keys = nullptr;              // Log keys: made when a contest is published.
    BallotTokens* ballots = nullptr;                // Who got which, in memory alone.
    std::string log_host = "localhost"; // Begins the origin of every log: "HOST/contest/CODE".
};

} // namespace thi::http
