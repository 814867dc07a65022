// The two rounds of a recruitment: questions in three parts on computers, then an essay of those
// who passed each part.
import assert from "node:assert/strict";
import { seal_essays, write_essays } from "./essays.mjs";
import { commit_blinding, Desk, MarkingDay, of_turn } from "./marking_day.mjs";
import * as plan from "./plan.mjs";
import * as preset from "./preset.mjs";
import { answers_to, my_sitting, take_seats } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { each } from "./world.mjs";

const { bell, minute } = plan;
const second_bell = plan.at("06-01 08:00");
export const bells = [bell, second_bell];
const { markers } = preset;

export const parts = [
  { part: "general", title: "Kiến thức chung", bank: "kien-thuc-chung", questions: 60 },
  { part: "language", title: "Ngoại ngữ", bank: "ngoai-ngu", questions: 30 },
  { part: "it", title: "Tin học", bank: "tin-hoc", questions: 30 },
];

// Right answers of each part; what markers give of 100, in turn, and what people settle on; the
// priority group that is claimed, and confirmed.
export const given = [
  { right: [60, 30, 30], essay: [54, 66], word: 60, by: "head" }, // All right, and no seat.
  { right: [30, 15, 15], essay: [86, 86] }, // Half of each part is enough.
  { right: [60, 30, 14], group: "nhom_1" }, // One answer short in one part.
  { right: [40, 20, 20], essay: [70, 70] }, // Equal to the next, across the line.
  { right: [31, 16, 29], essay: [70, 70] },
  { right: [50, 25, 15], essay: [48, 48], group: "nhom_2" }, // Short of half in the essay.
  { right: [45, 20, 16], essay: [64, 60], word: 62.5, by: "markers", group: "nhom_1" }, // 70, too.
  { right: [33, 18, 17], essay: [80, 60, 66], group: "nhom_3" }, // Too far apart: mean of three.
  {}, // Comes after half an hour.
];
const late = 6; // Comes within it.
const too_late = given.findIndex(({ right }) => !right);
// Name, hundredths and whether it is passed, of each part.
export const parts_of = ({ right }) =>
  parts.map(({ part, questions }, p) => [part, right[p] * 100, 2 * right[p] >= questions]);
export const tell_parts = (round) =>
  round.parts.map(({ part, points, passed }) => [part, points, passed]);
const there = given.flatMap(({ right }, i) => (right ? [i] : []));
const writers = given.flatMap(({ essay }, i) => (essay ? [i] : []));

// The official paper, as the setter reads it.
export async function prepare(world, [objective, written]) {
  await world.leap("04-27 09:00", ["chair", "vice", "secretary", "setter"]);
  await world.advance_stage("preparing");
  const title = "Đề trắc nghiệm vòng 1";
  const paper = await world.seal(objective, "official", title, parts);
  await world.seal(objective, "backup", title, parts);
  await seal_essays(world, written);
  await preset.plan_room(world, objective, given.length);
  // Who sits the second round is nobody's to know before the first is over.
  const asked = { purpose: "seats", round: written, pool: [] };
  await assert.rejects(world.people.secretary.post(world.path("/draws"), asked), {
    code: "wrong_state",
  });
  await stages.hold_draw(world, { ...asked, round: objective });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return paper;
}

// As many right answers of each part as were planned; one wrong one where there is room.
function answers(browser, { paper, key }, right) {
  const items = new Map(paper.items.map((one) => [one.item, one]));
  return paper.parts.flatMap((part) => {
    const count = right[parts.findIndex((one) => one.part === part.part)];
    const own = part.items.slice(0, count + 1).map((id) => items.get(id));
    return answers_to(browser, own, key, count);
  });
}

async function send_all(browser, texts) {
  for (let from = 0; from < texts.length; from += 50)
    await browser.send(texts.slice(from, from + 50));
}

// Two hours in three parts; late entry ends after thirty minutes for everybody.
export async function sit_objective(world, round, paper) {
  await world.server.set_clock(bell - 20 * minute);
  const on_time = there.filter((i) => i !== late);
  const seated = await take_seats(world, on_time, round);
  await world.server.set_clock(bell + 30 * minute - 1);
  seated.push(...(await take_seats(world, [late], round)));
  for (const { browser } of seated) assert.equal(browser.ends_at, bell + 120 * minute);
  await each(seated, 2, ({ i, browser }) =>
    send_all(browser, answers(browser, paper, given[i].right)),
  );
  await world.server.set_clock(bell + 30 * minute + 1);
  await assert.rejects(take_seats(world, [too_late], round), { code: "deadline_passed" });
  await world.server.set_clock(bell + 121 * minute);
  const rolls = [];
  for (const { i, roll, browser } of seated) {
    rolls[i] = roll;
    // Told at once, and not a word of the key.
    const told = await browser.person.get(browser.mine("/score"));
    assert.deepEqual(tell_parts(told), parts_of(given[i]));
    assert.equal(
      told.passed,
      parts_of(given[i]).every(([, , passed]) => passed),
    );
  }
  rolls[too_late] = (await my_sitting(world, too_late, round)).roll_number;
  return rolls;
}

// Only who passed every part goes on.
export async function sit_written(world, round) {
  await world.leap("05-20 09:00", ["chair", "vice", "secretary", "blinder"]);
  await preset.plan_room(world, round, writers.length);
  const open_secrets = await commit_blinding(world, round);
  const drawn = await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  assert.deepEqual([...drawn.order].sort(), writers.map((i) => world.candidates[i]).sort());
  await world.server.set_clock(second_bell - 20 * minute);
  const seated = await take_seats(world, writers, round);
  await world.server.set_clock(second_bell + minute);
  for (const { browser } of seated) assert.equal(browser.ends_at, second_bell + 180 * minute);
  await write_essays(seated);
  await world.server.set_clock(second_bell + 181 * minute);
  return open_secrets;
}

// What two marks within the bands leave to people: below 10 % the two markers agree; from 10 to
// 15 % the head of marking may decide.
async function settle(world, day, { scripts }) {
  const { officials } = await world.people.chair.get(world.path("/officials"));
  const name_of = (person) =>
    officials.find((one) => one.person === person).identifier.replace("@thi.vn", "");
  for (const { code, turns, awaits } of scripts.filter((one) => one.awaits)) {
    const two = ["first", "second"].map((turn) => turns.find((one) => one.turn === turn));
    const points = two.map((turn) => turn.points / 100).join();
    const own = given.find(({ essay }) => essay?.join() === points);
    assert.equal(awaits, own.by === "head" ? "head" : "agreement");
    const [first, second] =
      own.by === "head" ? ["chief", "chief"] : two.map(({ marker }) => name_of(marker));
    await day.settle(first, second, code, own.word * 100);
  }
}

export async function mark(world, round, open_secrets) {
  await world.leap("06-02 09:00", ["chair", "vice", "secretary", "blinder", "chief", ...markers]);
  await world.advance_stage("marking");
  const day = new MarkingDay(world, round);
  await day.blind(open_secrets, writers.length);
  const desks = markers.map((name) => new Desk(world, name, round));
  const seen = await day.mark_all(desks, (i, turn) => of_turn(given[i].essay, turn));
  assert.equal(seen.progress.people, writers.filter((i) => given[i].word).length);
  await settle(world, day, seen);
  await day.unblind();
}
