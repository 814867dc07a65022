// Bodies of rooms, draws, the live room and incidents, for officials.

#pragma once
#include "http/api/sitting.h"

namespace thi::http::api {

struct NewRoom {
    std::optional<core::RoomId> room;
    std::string name;
    core::Whole seats = 0;
    std::vector<core::PersonId> invigilators;
};
BOOST_DESCRIBE_STRUCT(NewRoom, (), (room, name, seats, invigilators))

struct NewRooms {
    std::vector<NewRoom> rooms;
};
BOOST_DESCRIBE_STRUCT(NewRooms, (), (rooms))

struct NewDraw {
    core::DrawPurpose purpose = core::DrawPurpose::seats;
    std::optional<core::RoundId> round;
    std::optional<core::PostId> post;
    std::vector<core::CandidateId> pool;
};
BOOST_DESCRIBE_STRUCT(NewDraw, (), (purpose, round, post, pool))

struct DrawCommitment {
    std::string draw;
    crypto::Digest commitment;
};
BOOST_DESCRIBE_STRUCT(DrawCommitment, (), (draw, commitment))

struct DrawReveal {
    std::string draw;
    crypto::Digest nonce;
};
BOOST_DESCRIBE_STRUCT(DrawReveal, (), (draw, nonce))

struct DrawResolve {
    std::string draw;
};
BOOST_DESCRIBE_STRUCT(DrawResolve, (), (draw))

struct DrawParty {
    core::PersonId person;
    std::string name;
    crypto::Digest commitment;
    std::optional<crypto::Digest> nonce;
};
BOOST_DESCRIBE_STRUCT(DrawParty, (), (person, name, commitment, nonce))

struct DrawView {
    std::string draw;
    core::DrawPurpose purpose = core::DrawPurpose::seats;
    std::optional<core::RoundId> round;
    core::Whole pool = 0;
    crypto::Digest root;
    std::vector<DrawParty> parties;
    std::optional<crypto::Digest> seed;
    std::vector<core::CandidateId> order;
};
BOOST_DESCRIBE_STRUCT(DrawView, (), (draw, purpose, round, pool, root, parties, seed, order))

struct DrawList {
    std::vector<DrawView> draws;
};
BOOST_DESCRIBE_STRUCT(DrawList, (), (draws))

// The live room. Ages are for the client to count from `server_now`.
struct SeatLine {
    core::SittingId sitting;
    std::string seat;
    std::string roll_number;
    std::string full_name; // For the check of identity at the door.
    SittingState state = SittingState::scheduled;
    core::Whole answered = 0;
    core::Whole items = 0;
    std::optional<core::Instant> last_saved_at;
    std::optional<core::Instant> last_seen_at; // Of the candidate's live connection.
    bool connected = false;
    core::Instant ends_at;
    core::Whole granted_ms = 0;
    bool takeover_waiting = false;
    std::optional<std::string> takeover_device;
    core::Whole late_answers = 0;
    bool called = false;
};
BOOST_DESCRIBE_STRUCT(SeatLine, (),
                      (sitting, seat, roll_number, full_name, state, answered, items, last_saved_at,
                       last_seen_at, connected, ends_at, granted_ms, takeover_waiting,
                       takeover_device, late_answers, called))

struct IncidentLine {
    core::IncidentId incident;
    core::IncidentKind kind = core::IncidentKind::other;
    core::Instant at;
    std::optional<core::SittingId> sitting;
    std::string text;
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(IncidentLine, (), (incident, kind, at, sitting, text, outcome))

struct RoomLine {
    core::RoomId room;
    core::RoundId round;
    std::string name;
    core::Whole seats = 0;
    std::vector<std::string> invigilators;
    core::Whole admitted = 0;
    core::Whole working = 0;
    core::Whole submitted = 0;
};
BOOST_DESCRIBE_STRUCT(RoomLine, (),
                      (room, round, name, seats, invigilators, admitted, working, submitted))

struct RoomList {
    std::vector<RoomLine> rooms;
};
BOOST_DESCRIBE_STRUCT(RoomList, (), (rooms))

struct RoomLive {
    RoomLine room;
    std::string round_title;
    std::vector<SeatLine> seats;
    std::vector<IncidentLine> incidents;
    core::Instant opens_at;
    core::Instant ends_at;
    core::Instant server_now;
};
BOOST_DESCRIBE_STRUCT(RoomLive, (),
                      (room, round_title, seats, incidents, opens_at, ends_at, server_now))

struct AdmitBody {
    bool late_by_decision = false;
};
BOOST_DESCRIBE_STRUCT(AdmitBody, (), (late_by_decision))

struct NewIncident {
    core::IncidentKind kind = core::IncidentKind::other;
    std::optional<core::RoundId> round;
    std::optional<core::RoomId> room;
    std::optional<core::SittingId> sitting;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewIncident, (), (kind, round, room, sitting, text))

struct CloseIncidentBody {
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(CloseIncidentBody, (), (outcome))

} // namespace thi::http::api
