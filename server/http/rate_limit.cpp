#include "http/rate_limit.h"

#include <algorithm>
#include <string>

namespace thi::http {
namespace {

// Rounded up, and at least one second: what Retry-After can say.
std::uint32_t whole_seconds(core::Duration wait) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, (wait.count() + 999) / 1000));
}

std::uint64_t hash_of(std::string_view key) {
    return std::hash<std::string_view>{}(key);
}

} // namespace

TokenBuckets::TokenBuckets(Bucket bucket, std::size_t keys_max)
    : bucket_(bucket), keys_max_(keys_max) {}

std::int64_t TokenBuckets::every_ms(std::uint32_t scale) const {
    return std::max<std::int64_t>(1, bucket_.every.count() / scale);
}

std::int64_t TokenBuckets::room_ms(std::uint32_t scale) const {
    return every_ms(scale) * (std::int64_t{bucket_.burst} * scale - 1);
}

bool TokenBuckets::has(std::string_view key, core::Instant at, std::uint32_t scale) {
    if (bucket_.burst == 0) return true;
    const auto hash = hash_of(key);
    auto& kept = shard(hash);
    const std::scoped_lock lock{kept.mutex};
    const auto found = kept.full_at_ms.find(hash);
    if (found == kept.full_at_ms.end()) return true;
    return found->second - core::to_ms(at) <= room_ms(scale);
}

bool TokenBuckets::take(std::string_view key, core::Instant at, std::uint32_t scale) {
    if (bucket_.burst == 0) return true;
    const auto hash = hash_of(key);
    const auto now_ms = core::to_ms(at);
    auto& kept = shard(hash);
    const std::scoped_lock lock{kept.mutex};
    if (kept.full_at_ms.size() >= keys_max_ / shards_.size()) forget_full(kept, now_ms);
    auto& full_at_ms = kept.full_at_ms[hash];
    full_at_ms = std::max(full_at_ms, now_ms);
    if (full_at_ms - now_ms > room_ms(scale)) return false;
    full_at_ms += every_ms(scale);
    return true;
}

void TokenBuckets::give_back(std::string_view key) {
    if (bucket_.burst == 0) return;
    const auto hash = hash_of(key);
    auto& kept = shard(hash);
    const std::scoped_lock lock{kept.mutex};
    const auto found = kept.full_at_ms.find(hash);
    if (found != kept.full_at_ms.end()) found->second -= bucket_.every.count();
}

void TokenBuckets::forget_full(Shard& shard, std::int64_t now_ms) {
    std::erase_if(shard.full_at_ms, [&](const auto& row) { return row.second <= now_ms; });
}

RateLimiter::RateLimiter(const RateRules& rules, SeatsOf seats_of)
    : reads_(rules.account_reads),
      writes_(rules.account_writes),
      uploads_(rules.account_uploads),
      addresses_(rules.address),
      seats_of_(std::move(seats_of)) {}

std::uint32_t RateLimiter::refuse_for_s(RateKind kind, std::string_view account,
                                        std::string_view address, core::Instant at) {
    if (account.empty()) {
        const auto scale = std::max(1U, seats_of_ ? seats_of_(address) : 0U);
        return addresses_.take(address, at, scale) ? 0 : whole_seconds(addresses_.wait());
    }
    auto& buckets = kind == RateKind::reads    ? reads_
                    : kind == RateKind::writes ? writes_
                                               : uploads_;
    return buckets.take(account, at) ? 0 : whole_seconds(buckets.wait());
}

SignInLimiter::SignInLimiter(const SignInRules& rules, SeatsOf seats_of)
    : accounts_(rules.account), addresses_(rules.address), seats_of_(std::move(seats_of)) {}

std::string SignInLimiter::place(std::string_view account_key, std::string_view address) const {
    std::string place{account_key};
    if (seats_of_ && seats_of_(address) > 0) place.append("\n").append(address);
    return place;
}

std::uint32_t SignInLimiter::refuse_for_s(std::string_view account_key, std::string_view address,
                                          core::Instant at) {
    const auto scale = std::max(1U, seats_of_ ? seats_of_(address) : 0U);
    if (!addresses_.has(address, at, scale)) return whole_seconds(addresses_.wait());
    return accounts_.take(place(account_key, address), at) ? 0 : whole_seconds(accounts_.wait());
}

void SignInLimiter::succeeded(std::string_view account_key, std::string_view address) {
    accounts_.give_back(place(account_key, address));
}

void SignInLimiter::failed(std::string_view, std::string_view address, core::Instant at) {
    const auto scale = std::max(1U, seats_of_ ? seats_of_(address) : 0U);
    addresses_.take(address, at, scale);
}

} // namespace thi::http
