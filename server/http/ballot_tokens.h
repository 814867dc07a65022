// Tokens of secret ballots: the replaceable scheme between issuing and casting
// (docs/formats/ballots.md).
//
// A token says that a ballot of one candidate was issued, and to nobody. Who got which is known to
// this process's memory alone, so that the same member gets the same token again; it is forgotten
// at the count and with the process.

#pragma once
#include "core/ids.h"
#include "crypto/hash.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace thi::http {

class BallotTokens {
  public:
    static constexpr std::size_t key_bytes = 32;
    static constexpr std::size_t token_chars = 88; // Base64 of 64 bytes.

    // The member's token for this candidate: the one he has, or a new one under `key`.
    std::string issue(core::RoundId round, core::CandidateId candidate, core::PersonId member,
                      std::string_view key);
    // The one he has; nothing where this process did not issue it.
    std::optional<std::string> find(core::RoundId round, core::CandidateId candidate,
                                    core::PersonId member) const;
    void forget(core::RoundId round, core::CandidateId candidate);

  private:
    using Key = std::tuple<core::RoundId, core::CandidateId, core::PersonId>;
    mutable std::mutex mutex_;
    std::map<Key, std::string> tokens_;
};

// SHA-256 of the token, where it was made under `key`; nothing of any other text.
std::optional<crypto::Digest> check_ballot_token(std::string_view token, std::string_view key);

} // namespace thi::http
