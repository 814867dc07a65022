// The exam's day of a ministry's contest: two rooms, and everything that may happen in them.
import assert from "node:assert/strict";
import { createDecipheriv } from "node:crypto";
import { Browser } from "./browser.mjs";
import * as plan from "./plan.mjs";
import { from_base64, parse_receipt, receipt_code, sha256 } from "./proof.mjs";
import { admit, answers_to, keeper_of } from "./sitting.mjs";
import { each } from "./world.mjs";

const questions = 20;
const { minute, bell } = plan;

// How many answers of candidate i are right: two ties that a seat hangs on, and one clear winner.
const leaders = new Map([
  [0, 20],
  [3, 20],
  [1, 19],
  [4, 19],
  [2, 18],
]);
export const right_of = (i) => leaders.get(i) ?? (i * 7) % 17;

// The people who do something else than the rest, by what they do. Not the leaders.
export function cast(seated) {
  const others = (room) => seated.filter((one) => one.room === room && one.i > 4);
  const [first, second] = [others("Phòng 1"), others("Phòng 2")];
  const [late, too_late, extended, absent, in_grace, after_time] = second;
  return { late, too_late, extended, absent, in_grace, after_time, moved: first[0], first, second };
}

const refused = (promise, code) =>
  assert.rejects(promise, (error) => assert.equal(error.code, code) ?? true);

// The paper as a browser opens it: one ciphertext for all, the key at the bell.
async function open_paper(world, one) {
  const lobby = await one.browser.person.get(one.browser.mine());
  const reply = await fetch(world.server.origin + lobby.paper.ciphertext_url, {
    headers: { cookie: one.browser.person.cookie },
  });
  const bytes = Buffer.from(await reply.arrayBuffer());
  assert.equal(sha256(bytes).toString("base64"), lobby.paper.ciphertext_sha256);
  const key = await one.browser.person.get(one.browser.mine("/key"));
  const opened = createDecipheriv("aes-256-gcm", from_base64(key.key), bytes.subarray(0, 12));
  opened.setAAD(Buffer.from(lobby.paper.paper));
  opened.setAuthTag(bytes.subarray(-16));
  const text = Buffer.concat([opened.update(bytes.subarray(12, -16)), opened.final()]);
  return JSON.parse(text.toString("utf8"));
}

// The texts of the answers to questions from..to-1 of the paper, frozen now.
function answer(one, { paper, key }, from, to) {
  return answers_to(one.browser, paper.items.slice(from, to), key, right_of(one.i) - from);
}

export async function fill_rooms(world, seated, roles) {
  await world.server.set_clock(bell - 30 * minute);
  const on_time = seated.filter((one) => ![roles.late, roles.too_late, roles.absent].includes(one));
  await refused(roles.late.browser.take_lease(), "wrong_state");
  await each(on_time, 4, async (one) => {
    await admit(world, one);
    await one.browser.take_lease();
  });
  await refused(on_time[0].browser.person.get(on_time[0].browser.mine("/key")), "too_early");
  return on_time;
}

// 08:00 to 08:45: the bell, two who come late, a power cut in room 1, a lost machine.
export async function first_hour(world, paper, on_time, roles) {
  const { server } = world;
  await server.set_clock(bell);
  const opened = await open_paper(world, on_time[0]);
  assert.deepEqual(
    opened.items.map((item) => item.item).sort(),
    paper.paper.items.map((item) => item.item).sort(),
  );
  await server.set_clock(bell + 5 * minute);
  // Staff sessions end after half an hour without use.
  await each(["keeper_1", "keeper_3", "head", "chair"], 2, (name) => world.sign_in(name));
  await admit(world, roles.late);
  await roles.late.browser.take_lease();
  await server.set_clock(bell + 12 * minute);
  await refused(admit(world, roles.too_late), "deadline_passed");
  await admit(world, roles.too_late, true, world.people.chair);
  await roles.too_late.browser.take_lease();
  const sitting = [...on_time, roles.late, roles.too_late];
  await each(sitting, 4, (one) => one.browser.send(answer(one, paper, 0, 10)));

  // Room 1 has no power from 08:20 to 08:30: what is answered waits in the browser.
  await server.set_clock(bell + 20 * minute);
  const dark = sitting.filter((one) => one.room === "Phòng 1");
  const waiting = new Map(dark.map((one) => [one, answer(one, paper, 10, 14)]));
  await server.set_clock(bell + 32 * minute);
  const removed = await world.both("head", "chair", "remove_time", {
    round: plan.round,
    room: paper.rooms.find((room) => room.name === "Phòng 1").room,
    from_at: bell + 20 * minute,
    to_at: bell + 30 * minute,
    reason: "Mất điện phòng 1",
  });
  assert.equal(removed.state, "done");
  const lost = waiting.get(roles.moved);
  waiting.delete(roles.moved);
  await each([...waiting], 4, ([one, texts]) => one.browser.send(texts));
  await replace_machine(world, paper, roles.moved, lost);
  return sitting;
}

// another machine takes over once the invigilator agrees; the old one's answers are kept,
// called superseded, and change nothing.
async function replace_machine(world, paper, one, lost) {
  const old = one.browser;
  const fresh = new Browser(world, old.person, old.sitting, "bmV3");
  await refused(fresh.take_lease(true), "takeover_needs_approval");
  const room = paper.rooms.find(({ name }) => name === one.room).room;
  const live = await world.people[keeper_of(one)].get(world.path(`/rooms/${room}`));
  const seat = live.seats.find(({ sitting }) => sitting === old.sitting);
  assert.equal(seat.takeover_waiting, true);
  await world.people[keeper_of(one)].post(old.mine("/takeover"));
  await fresh.take_lease(true);
  assert.equal(fresh.lease, 2);
  one.browser = fresh;
  one.old = old;
  await fresh.send(answer(one, paper, 10, 14));
  await old.send(lost, "superseded");
}

// 08:50 to 09:15: an extension, submissions, the end by the server at each one's own time.
export async function second_hour(world, paper, sitting, roles) {
  const { server } = world;
  const { extended, in_grace, after_time } = roles;
  await server.set_clock(bell + 50 * minute);
  await each(["keeper_3", "head"], 2, (name) => world.sign_in(name));
  await world.both("keeper_3", "head", "grant_time", {
    sitting: extended.browser.sitting,
    ms: 5 * minute,
    reason: "Máy hỏng, đổi máy",
  });
  const slow = [extended, in_grace, after_time];
  const rest = (one) => answer(one, paper, one.room === "Phòng 1" ? 14 : 10, questions);
  const quick = sitting.filter((one) => !slow.includes(one));
  await each(quick, 4, (one) => one.browser.send(rest(one)));
  for (const one of quick.filter(({ room }) => room === "Phòng 1"))
    assert.equal(one.browser.ends_at, bell + 70 * minute);
  const submitters = quick.filter((one) => one.i % 10 !== 9 && one !== roles.late);
  await each(submitters, 4, async (one) => {
    one.submitted = await one.browser.submit();
    assert.equal(one.submitted.code, receipt_code(one.submitted.leaf_hash));
  });
  await refused(
    submitters[0].browser.person.post(submitters[0].browser.mine("/submit"), {
      payload: submitters[0].browser.chained({ final: true }),
      sig: "",
    }),
    "sitting_closed",
  );
  await server.set_clock(bell + 60 * minute + 20_000);
  await in_grace.browser.send(rest(in_grace));
  await server.set_clock(bell + 63 * minute);
  await after_time.browser.send(rest(after_time), "late");
  await extended.browser.send(rest(extended));
  assert.equal(extended.browser.ends_at, bell + 65 * minute);
  await server.set_clock(bell + 71 * minute);
  return sitting.filter((one) => !one.submitted);
}

// nobody's browser ended these; each has a receipt that says how far its chain had come.
export async function assert_ended(world, log, open_ended) {
  const { auditor } = world.people;
  const ends = await auditor.get(world.path("/log?type=sitting.end&from=0&count=1000"));
  const payloads = new Map(ends.lines.map((line) => [line.payload.sitting, line]));
  for (const one of open_ended) {
    const { sitting, lease, kept, person } = one.browser;
    const in_time = kept.filter((save) => save.counts === "yes");
    const line = payloads.get(sitting);
    assert.equal(line.payload.reason, "deadline");
    assert.deepEqual([line.payload.lease, line.payload.last_seq], [lease, in_time.length]);
    assert.equal(line.payload.last_hash, sha256(in_time.at(-1).text).toString("base64"));
    const { receipt, code } = await person.get(`/api/sittings/${sitting}/submission`);
    assert.equal(parse_receipt(receipt).index, line.index);
    assert.equal(code, receipt_code(log.hashes[line.index]));
  }
}

// What came after the time waits for two people's decision; here it does not count.
export async function decide_late(world, { after_time }) {
  const { sitting, lease, kept, seq } = after_time.browser;
  const late = kept.filter((save) => save.counts === "late").length;
  for (const who of ["chair", "vice"]) await world.sign_in(who);
  await world.both("chair", "vice", "decide_late", {
    sitting,
    lease,
    from_seq: seq - late + 1,
    to_seq: seq,
    counts: false,
    reason: "Không có lý do khách quan",
  });
}
