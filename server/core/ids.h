// Ids: `prefix_` and 16 characters of Crockford base32 in lower case, 80 random bits
// (docs/formats/basics.md). One C++ type for each prefix, so that they cannot be mixed up.

#pragma once
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace thi::core {

// Not a value of its own: what all ids share. `text` is "" for an id not yet given.
template <class Tag> class Id {
  public:
    static constexpr std::string_view prefix = Tag::prefix;
    static constexpr std::size_t length = prefix.size() + 1 + 16;

    Id() = default;

    // The id written as `text`, or nothing where it is not one of this kind.
    static std::optional<Id> parse(std::string_view text) {
        if (text.size() != length || !text.starts_with(prefix) || text[prefix.size()] != '_')
            return std::nullopt;
        for (const char c : text.substr(prefix.size() + 1))
            if (alphabet.find(c) == std::string_view::npos) return std::nullopt;
        Id id;
        text.copy(id.text_.data(), length);
        id.given_ = true;
        return id;
    }

    // A new id out of 80 bits that the caller drew.
    static Id from_bytes(std::span<const std::uint8_t, 10> bytes) {
        Id id;
        prefix.copy(id.text_.data(), prefix.size());
        id.text_[prefix.size()] = '_';
        std::size_t out = prefix.size() + 1;
        unsigned int held = 0;
        int bits = 0;
        for (const auto byte : bytes) {
            held = (held << 8) | byte;
            for (bits += 8; bits >= 5; bits -= 5)
                id.text_[out++] = alphabet[(held >> (bits - 5)) & 31U];
            held &= (1U << bits) - 1;
        }
        id.given_ = true;
        return id;
    }

    std::string_view text() const {
        return given_ ? std::string_view{text_.data(), length} : std::string_view{};
    }
    std::string str() const { return std::string{text()}; }
    explicit operator bool() const { return given_; }

    friend auto operator<=>(const Id& a, const Id& b) { return a.text() <=> b.text(); }
    friend bool operator==(const Id& a, const Id& b) { return a.text() == b.text(); }

  private:
    static constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<char, length> text_{};
    bool given_ = false;
};

namespace tag {
struct Contest {
    static constexpr std::string_view prefix = "con";
};
struct Post {
    static constexpr std::string_view prefix = "post";
};
struct Account {
    static constexpr std::string_view prefix = "acc";
};
struct Person {
    static constexpr std::string_view prefix = "per";
};
struct Candidate {
    static constexpr std::string_view prefix = "cand";
};
struct Document {
    static constexpr std::string_view prefix = "doc";
};
struct Round {
    static constexpr std::string_view prefix = "rnd";
};
struct Room {
    static constexpr std::string_view prefix = "room";
};
struct Sitting {
    static constexpr std::string_view prefix = "sit";
};
struct Paper {
    static constexpr std::string_view prefix = "pap";
};
struct Item {
    static constexpr std::string_view prefix = "itm";
};
struct Script {
    static constexpr std::string_view prefix = "scr";
};
struct Mark {
    static constexpr std::string_view prefix = "mark";
};
struct Ballot {
    static constexpr std::string_view prefix = "ball";
};
struct Application {
    static constexpr std::string_view prefix = "app";
};
struct Incident {
    static constexpr std::string_view prefix = "inc";
};
struct Petition {
    static constexpr std::string_view prefix = "pet";
};
struct Appeal {
    static constexpr std::string_view prefix = "apl";
};
struct Infraction {
    static constexpr std::string_view prefix = "inf";
};
struct Proposal {
    static constexpr std::string_view prefix = "prop";
};
} // namespace tag

using ContestId = Id<tag::Contest>;
using PostId = Id<tag::Post>;
using AccountId = Id<tag::Account>;
using PersonId = Id<tag::Person>;       // An official in one contest: a pseudonym.
using CandidateId = Id<tag::Candidate>; // A candidate in one contest: a pseudonym.
using DocumentId = Id<tag::Document>;
using RoundId = Id<tag::Round>;
using RoomId = Id<tag::Room>;
using SittingId = Id<tag::Sitting>;
using PaperId = Id<tag::Paper>;
using ItemId = Id<tag::Item>;
using ScriptId = Id<tag::Script>;
using MarkId = Id<tag::Mark>;
using BallotId = Id<tag::Ballot>;
using ApplicationId = Id<tag::Application>;
using IncidentId = Id<tag::Incident>;
using PetitionId = Id<tag::Petition>;
using AppealId = Id<tag::Appeal>;
using InfractionId = Id<tag::Infraction>;
using ProposalId = Id<tag::Proposal>; // An act that waits for its second approval.

} // namespace thi::core

template <class Tag> struct std::hash<thi::core::Id<Tag>> {
    std::size_t operator()(const thi::core::Id<Tag>& id) const {
        return std::hash<std::string_view>{}(id.text());
    }
};
