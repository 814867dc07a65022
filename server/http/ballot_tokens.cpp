#include "http/ballot_tokens.h"

#include "crypto/equal.h"
#include "crypto/random.h"
#include "text/base64.h"

namespace thi::http {
namespace {

constexpr std::string_view context = "exam-ballot/v1\n";
constexpr std::size_t half = 32;

std::string mac_of(std::string_view key, std::string_view secret) {
    const auto mac = crypto::hmac_sha256(key, std::string{context} + std::string{secret});
    return std::string{crypto::view(mac)};
}

} // namespace

std::string BallotTokens::issue(core::RoundId round, core::CandidateId candidate,
                                core::PersonId member, std::string_view key) {
    const std::scoped_lock lock{mutex_};
    auto& token = tokens_[{round, candidate, member}];
    if (token.empty()) {
        const auto bytes = crypto::random_bytes<half>();
        const std::string secret{bytes.begin(), bytes.end()};
        token = text::encode_base64(secret + mac_of(key, secret));
    }
    return token;
}

std::optional<std::string> BallotTokens::find(core::RoundId round, core::CandidateId candidate,
                                              core::PersonId member) const {
    const std::scoped_lock lock{mutex_};
    const auto found = tokens_.find({round, candidate, member});
    if (found == tokens_.end()) return std::nullopt;
    return found->second;
}

void BallotTokens::forget(core::RoundId round, core::CandidateId candidate) {
    const std::scoped_lock lock{mutex_};
    std::erase_if(tokens_, [&](const auto& entry) {
        return std::get<0>(entry.first) == round && std::get<1>(entry.first) == candidate;
    });
}

std::optional<crypto::Digest> check_ballot_token(std::string_view token, std::string_view key) {
    if (token.size() != BallotTokens::token_chars) return std::nullopt;
    const auto bytes = text::decode_base64(token);
    if (!bytes || bytes->size() != 2 * half) return std::nullopt;
    const std::string_view whole{*bytes};
    if (!crypto::equal_in_constant_time(mac_of(key, whole.substr(0, half)), whole.substr(half)))
        return std::nullopt;
    return crypto::sha256(token);
}

} // namespace thi::http
