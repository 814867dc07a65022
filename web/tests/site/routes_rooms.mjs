// Rooms, the live list, draws, incidents, and the stream of changes.
import { createHash, createHmac } from "node:crypto";
import { contest_of, official, Refusal, signed } from "./answers.mjs";
import { id } from "./ids.mjs";

function room_line(room) {
  const state = (...states) => room.seats.filter((s) => states.includes(s.state)).length;
  return {
    room: room.room,
    round: room.round,
    name: room.name,
    seats: room.seats.length || room.size,
    invigilators: room.invigilators,
    admitted: state("admitted", "open", "submitted", "ended"),
    working: state("open"),
    submitted: state("submitted", "ended"),
  };
}

const seat_line = ({ candidate: _candidate, account: _account, ...seat }) => seat;

function seat_of(call) {
  signed(call);
  for (const contest of call.world.contests) {
    for (const room of contest.rooms) {
      const seat = room.seats.find((s) => s.sitting === call.params.sitting);
      if (seat) return { contest, room, seat };
    }
  }
  throw new Refusal(404, "not_found");
}

const draw_of = (contest, name) => {
  const found = contest.draws.find((d) => d.draw === name);
  if (!found) throw new Refusal(404, "not_found");
  return found;
};
const draw_view = ({ members: _members, ...draw }) => draw;

export const room_routes = {
  "GET /api/contests/{contest}/rounds/{round}/rooms": (call) => {
    const { contest } = official(call);
    return { rooms: contest.rooms.filter((r) => r.round === call.params.round).map(room_line) };
  },
  "PUT /api/contests/{contest}/rounds/{round}/rooms": (call) => {
    const { contest } = official(call);
    const { round } = call.params;
    const names = (people) =>
      people.map((p) => contest.officials.find((o) => o.person === p)?.display_name ?? p);
    contest.rooms = call.body.rooms.map((room) => {
      const before = contest.rooms.find((r) => r.room === room.room);
      return {
        room: room.room ?? id("room", room.name),
        round,
        name: room.name,
        size: room.seats,
        seats: before?.seats ?? [],
        invigilators: names(room.invigilators),
      };
    });
    return { rooms: contest.rooms.map(room_line) };
  },
  "GET /api/contests/{contest}/rooms/{room}": (call) => {
    const { contest } = official(call);
    const room = contest.rooms.find((r) => r.room === call.params.room);
    if (!room) throw new Refusal(404, "not_found");
    const round = contest.rounds.find((r) => r.round === room.round);
    return {
      room: room_line(room),
      round_title: round.title,
      seats: room.seats.map(seat_line),
      incidents: contest.incidents,
      opens_at: round.opens_at,
      ends_at: round.closes_at,
      server_now: call.world.now(),
    };
  },
  "POST /api/sittings/{sitting}/admit": (call) => {
    const { seat } = seat_of(call);
    seat.state = "admitted";
    seat.connected = true;
    return {};
  },
  "POST /api/sittings/{sitting}/takeover": (call) => {
    const { seat } = seat_of(call);
    seat.takeover_waiting = false;
    seat.connected = true;
    seat.last_saved_at = call.world.now();
    return {};
  },
  "POST /api/contests/{contest}/incidents": (call) => {
    const { contest } = official(call);
    const incident = {
      incident: id("inc", String(contest.incidents.length)),
      at: call.world.now(),
      kind: call.body.kind,
      text: call.body.text,
      ...(call.body.sitting && { sitting: call.body.sitting }),
    };
    contest.incidents.push(incident);
    return incident;
  },
  "POST /api/contests/{contest}/incidents/{incident}/close": (call) => {
    const { contest } = official(call);
    const found = contest.incidents.find((i) => i.incident === call.params.incident);
    found.outcome = call.body.outcome;
    return found;
  },
  "GET /api/contests/{contest}/draws": (call) => ({
    draws: contest_of(call).draws.map(draw_view),
  }),
  "POST /api/contests/{contest}/draws": (call) => {
    const { contest } = official(call);
    const members =
      call.body.pool.length > 0
        ? call.body.pool
        : contest.applications
            .filter((a) => a.state === "eligible")
            .map((a) => a.candidate)
            .sort();
    const draw = {
      draw: `draw-${contest.draws.length + 1}`,
      purpose: call.body.purpose,
      ...(call.body.round && { round: call.body.round }),
      pool: members.length,
      root: contest.log.checkpoint().split("\n")[2],
      parties: [],
      order: [],
      members,
    };
    contest.draws.unshift(draw);
    return draw_view(draw);
  },
  "POST /api/contests/{contest}/draws/commit": (call) => {
    const { contest, person } = official(call);
    const draw = draw_of(contest, call.body.draw);
    if (draw.parties.some((p) => p.person === person.person))
      throw new Refusal(409, "already_done");
    draw.parties.push({
      person: person.person,
      name: person.display_name,
      commitment: call.body.commitment,
    });
    return draw_view(draw);
  },
  "POST /api/contests/{contest}/draws/reveal": (call) => {
    const { contest, person } = official(call);
    const draw = draw_of(contest, call.body.draw);
    const party = draw.parties.find((p) => p.person === person.person);
    party.nonce = call.body.nonce;
    return draw_view(draw);
  },
  "POST /api/contests/{contest}/draws/resolve": (call) => {
    const { contest } = official(call);
    const draw = draw_of(contest, call.body.draw);
    const seed = createHash("sha256").update("exam-seed/v1\n");
    seed.update(Buffer.from(draw.root, "base64"));
    for (const party of draw.parties) seed.update(Buffer.from(party.nonce ?? "", "base64"));
    const key = seed.digest();
    draw.seed = key.toString("base64");
    const rank = (entry) =>
      createHmac("sha256", key).update(`exam-draw/v1\n${draw.draw}\n${entry}`).digest("hex");
    draw.order = [...draw.members].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    return draw_view(draw);
  },
  "GET /api/contests/{contest}/events": (call) => {
    official(call);
    call.response.writeHead(200, { "Content-Type": "text/event-stream" });
    call.response.write("retry: 5000\n\n");
    return "streaming";
  },
};
