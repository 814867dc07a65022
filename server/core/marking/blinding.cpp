#include "core/marking/blinding.h"

#include "core/refusal.h"
#include "core/sitting/answers.h"
#include "core/sitting/draw.h"
#include "core/sitting/lookup.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace thi::core {

namespace {

constexpr std::string_view crockford = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t reveals_needed = 2;

// 256 bits as 52 characters, the last of which holds one bit and four zeros.
std::string base32_of(const crypto::Digest& key) {
    std::string text;
    unsigned int held = 0;
    int bits = 0;
    for (const auto byte : key.bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text += crockford[(held >> (bits - 5)) & 31U];
        held &= (1U << bits) - 1;
    }
    text += crockford[(held << (5 - bits)) & 31U];
    return text;
}

// The first window of `length` characters that nobody has. A key whose characters are used up goes
// on with the SHA-256 of it, so that there is always a next one.
std::string free_code(crypto::Digest key, std::size_t length, const std::set<std::string>& taken) {
    std::string text = base32_of(key);
    for (std::size_t at = 0;; ++at) {
        if (at + length > text.size()) {
            key = crypto::sha256(crypto::view(key));
            text += base32_of(key);
        }
        auto code = text.substr(at, length);
        if (!taken.contains(code)) return code;
    }
}

} // namespace

std::string blinding_draw_name(RoundId round) {
    return "blinding/" + round.str();
}

std::vector<BlindCode> blind_codes(const crypto::Digest& seed, std::string_view draw,
                                   const std::vector<CandidateId>& pool, std::size_t length) {
    std::vector<BlindCode> codes;
    codes.reserve(pool.size());
    std::set<std::string> taken;
    for (const auto& candidate : drawn_order(seed, draw, pool)) {
        auto code = free_code(draw_key(seed, draw, candidate.text()), length, taken);
        taken.insert(code);
        codes.push_back({candidate, std::move(code)});
    }
    return codes;
}

std::vector<BlindCode> blind_codes(const Contest& contest, RoundId round) {
    const std::string name = blinding_draw_name(round);
    const auto draw = contest.draws.find(name);
    if (draw == contest.draws.end() || draw->second.reveals.size() < reveals_needed) return {};
    std::set<CandidateId> pool{draw->second.pool.begin(), draw->second.pool.end()};
    if (const auto progress = contest.rounds.find(round); progress != contest.rounds.end())
        for (const auto& [candidate, sitting] : progress->second.latest)
            if (script_sitting(contest, round, candidate) != nullptr) pool.insert(candidate);
    const auto length =
        std::clamp<Whole>(contest.plan.marking.blind_code_length.value_or(8), 4, 32);
    return blind_codes(seed_of(draw->second), name, {pool.begin(), pool.end()},
                       static_cast<std::size_t>(length));
}

bool is_blinded(const Contest& contest, RoundId round) {
    const auto marking = contest.markings.find(round);
    return marking != contest.markings.end() && !marking->second.scripts.empty();
}

Result<void> not_blinded_yet(const Contest& contest, RoundId round) {
    if (!is_blinded(contest, round)) return {};
    return refuse(Code::wrong_state, "Bài của vòng thi này đã đánh phách, không còn thay đổi được.",
                  "The scripts of this round are blinded; they change no more.");
}

const Sitting* script_sitting(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto progress = contest.rounds.find(round);
    if (progress == contest.rounds.end()) return nullptr;
    const auto latest = progress->second.latest.find(candidate);
    if (latest == progress->second.latest.end()) return nullptr;
    const Sitting& sitting = contest.sittings.at(latest->second);
    const bool void_of_it =
        sitting.ended == EndReason::suspended || sitting.ended == EndReason::withdrawn;
    return sitting.started_at && sitting.paper && !void_of_it ? &sitting : nullptr;
}

std::vector<std::pair<ItemId, Value>> script_answers(const Contest& contest,
                                                     const Sitting& sitting) {
    const auto& paper = contest.papers.at(*sitting.paper);
    assert(paper.content);
    const auto answers = effective_answers(contest, sitting);
    std::vector<std::pair<ItemId, Value>> body;
    for (const auto& part : paper.content->parts)
        for (const auto& item : part.items) {
            const auto answer = answers.find(item);
            body.emplace_back(item, answer == answers.end() ? Value{} : *answer->second.value);
        }
    return body;
}

std::optional<CandidateId> candidate_of(const Contest& contest, RoundId round,
                                        std::string_view code) {
    const auto marking = contest.markings.find(round);
    if (marking == contest.markings.end()) return std::nullopt;
    const auto found = marking->second.candidates.find(std::string{code});
    if (found == marking->second.candidates.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> code_of(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto marking = contest.markings.find(round);
    if (marking == contest.markings.end()) return std::nullopt;
    for (const auto& [code, owner] : marking->second.candidates)
        if (owner == candidate && marking->second.scripts.contains(code)) return code;
    return std::nullopt;
}

} // namespace thi::core
