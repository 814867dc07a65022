#include "http/path_values.h"

#include "http/ascii.h"

#include <algorithm>
#include <cassert>

namespace thi::http {
namespace {

constexpr std::size_t plain_text_max = 100;

struct Name {
    std::string_view name;
    bool (*fits)(std::string_view text);
    std::string_view pattern;
};

template <class Id> bool is_id(std::string_view text) {
    return Id::parse(text).has_value();
}

bool is_plain_text(std::string_view text) {
    return !text.empty() && text.size() <= plain_text_max &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

// A number as it is printed: no sign, no leading zero.
bool is_number(std::string_view text) {
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !text.empty() && text.size() <= 15 && (text[0] != '0' || text.size() == 1);
}

// The rest of the path, slashes and all, already known to be plain.
bool is_tail(std::string_view text) {
    return !text.empty() && text.size() <= plain_text_max;
}

constexpr Name names[] = {
    {"contest", is_id<core::ContestId>, "^con_[0-9a-hjkmnp-tv-z]{16}$"},
    {"post", is_id<core::PostId>, "^post_[0-9a-hjkmnp-tv-z]{16}$"},
    {"account", is_id<core::AccountId>, "^acc_[0-9a-hjkmnp-tv-z]{16}$"},
    {"person", is_id<core::PersonId>, "^per_[0-9a-hjkmnp-tv-z]{16}$"},
    {"candidate", is_id<core::CandidateId>, "^cand_[0-9a-hjkmnp-tv-z]{16}$"},
    {"document", is_id<core::DocumentId>, "^doc_[0-9a-hjkmnp-tv-z]{16}$"},
    {"round", is_id<core::RoundId>, "^rnd_[0-9a-hjkmnp-tv-z]{16}$"},
    {"room", is_id<core::RoomId>, "^room_[0-9a-hjkmnp-tv-z]{16}$"},
    {"sitting", is_id<core::SittingId>, "^sit_[0-9a-hjkmnp-tv-z]{16}$"},
    {"paper", is_id<core::PaperId>, "^pap_[0-9a-hjkmnp-tv-z]{16}$"},
    {"item", is_id<core::ItemId>, "^itm_[0-9a-hjkmnp-tv-z]{16}$"},
    {"script", is_id<core::ScriptId>, "^scr_[0-9a-hjkmnp-tv-z]{16}$"},
    {"mark", is_id<core::MarkId>, "^mark_[0-9a-hjkmnp-tv-z]{16}$"},
    {"ballot", is_id<core::BallotId>, "^ball_[0-9a-hjkmnp-tv-z]{16}$"},
    {"application", is_id<core::ApplicationId>, "^app_[0-9a-hjkmnp-tv-z]{16}$"},
    {"incident", is_id<core::IncidentId>, "^inc_[0-9a-hjkmnp-tv-z]{16}$"},
    {"petition", is_id<core::PetitionId>, "^pet_[0-9a-hjkmnp-tv-z]{16}$"},
    {"proposal", is_id<core::ProposalId>, "^prop_[0-9a-hjkmnp-tv-z]{16}$"},
    {"appeal", is_id<core::AppealId>, "^apl_[0-9a-hjkmnp-tv-z]{16}$"},
    {"code", is_plain_text, "^[0-9A-Za-z_-]{1,100}$"},
    {"session", is_plain_text, "^[0-9A-Za-z_-]{1,100}$"},
    {"name", is_plain_text, "^[0-9A-Za-z_-]{1,100}$"},
    {"index", is_number, "^(0|[1-9][0-9]{0,14})$"},
    {"tail*", is_tail, "^.{1,100}$"},
};

const Name* find(std::string_view name) {
    const auto* found = std::find_if(std::begin(names), std::end(names),
                                     [&](const Name& row) { return row.name == name; });
    return found == std::end(names) ? nullptr : found;
}

} // namespace

std::string_view PathValues::operator[](std::string_view name) const {
    for (const auto& value : all())
        if (value.name == name) return value.text;
    assert(false && "a path value that the route has not");
    return {};
}

bool is_path_name(std::string_view name) {
    return find(name) != nullptr;
}

bool fits_path_name(std::string_view name, std::string_view text) {
    const auto* row = find(name);
    return row != nullptr && row->fits(text);
}

std::string_view pattern_of(std::string_view name) {
    const auto* row = find(name);
    return row != nullptr ? row->pattern : std::string_view{};
}

} // namespace thi::http
