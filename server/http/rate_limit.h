// Token buckets: how often one account, one address or one room may ask (S-28).
//
// Reads no clock and keeps no names: keys are handed in as text and kept as 64-bit hashes.

#pragma once
#include "core/time.h"

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace thi::http {

// `burst` requests at once, then one each `every`. A burst of zero is no limit.
struct Bucket {
    std::uint32_t burst = 0;
    core::Duration every{0};
};

// Buckets of one kind. Thread-safe.
class TokenBuckets {
  public:
    explicit TokenBuckets(Bucket bucket, std::size_t keys_max = 200'000);

    // Takes one token of `key`; false where none is left. `scale` buckets in one: a room of 300
    // seats behind one address gets 300.
    bool take(std::string_view key, core::Instant at, std::uint32_t scale = 1);

    // Whether a token is left, without taking it.
    bool has(std::string_view key, core::Instant at, std::uint32_t scale = 1);

    // Gives one token back: the request turned out to be harmless.
    void give_back(std::string_view key);

    // How long until the bucket has a token again, at most.
    core::Duration wait() const { return bucket_.every; }

  private:
    // A bucket is kept as one instant: that at which it will be full again (GCRA).
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::uint64_t, std::int64_t> full_at_ms;
    };
    // Between two tokens, and how far ahead of now a bucket may run.
    std::int64_t every_ms(std::uint32_t scale) const;
    std::int64_t room_ms(std::uint32_t scale) const;
    Shard& shard(std::uint64_t key) { return shards_[key % shards_.size()]; }
    void forget_full(Shard& shard, std::int64_t now_ms);

    Bucket bucket_;
    std::size_t keys_max_;
    std::array<Shard, 16> shards_;
};

// Seats in the room that is registered for an address; 0 for any other address.
using SeatsOf = std::function<std::uint32_t(std::string_view address)>;

struct RateRules {
    Bucket account_reads{.burst = 200, .every = core::Duration{50}};
    Bucket account_writes{.burst = 60, .every = core::Duration{200}};
    Bucket account_uploads{.burst = 20, .every = core::Duration{5'000}};
    Bucket address{.burst = 400, .every = core::Duration{20}}; // Without a session; for each seat
                                                               // of a registered room.
};

enum class RateKind : std::uint8_t { reads, writes, uploads };

// Requests in general: by account where there is one, else by address.
class RateLimiter {
  public:
    RateLimiter(const RateRules& rules, SeatsOf seats_of);

    // Seconds to wait, or 0 where the request may pass. `account` is "" without a session.
    std::uint32_t refuse_for_s(RateKind kind, std::string_view account, std::string_view address,
                               core::Instant at);

  private:
    TokenBuckets reads_;
    TokenBuckets writes_;
    TokenBuckets uploads_;
    TokenBuckets addresses_;
    SeatsOf seats_of_;
};

struct SignInRules {
    Bucket account{.burst = 8, .every = core::Duration{30'000}};
    Bucket address{.burst = 30, .every = core::Duration{10'000}};
};

// Attempts to sign in. Only failures cost an address, so a room of 300 behind one address signs in
// at once; each attempt costs the account until it succeeds, so guessing at one account is slow.
// From a registered room an account has a bucket of its own: whoever guesses outside cannot lock
// the candidate out of the room.
class SignInLimiter {
  public:
    SignInLimiter(const SignInRules& rules, SeatsOf seats_of);

    // Before the password is looked at: seconds to wait, or 0. `account_key` is what was typed as
    // the identifier, whether or not it exists.
    std::uint32_t refuse_for_s(std::string_view account_key, std::string_view address,
                               core::Instant at);
    void succeeded(std::string_view account_key, std::string_view address);
    void failed(std::string_view account_key, std::string_view address, core::Instant at);

  private:
    std::string place(std::string_view account_key, std::string_view address) const;

    TokenBuckets accounts_;
    TokenBuckets addresses_;
    SeatsOf seats_of_;
};

} // namespace thi::http
