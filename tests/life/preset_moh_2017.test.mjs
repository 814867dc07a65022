// A life of the preset MOH_2017: an essay of 180 minutes that is a gate and nothing more, then the
// defence of a project (45 minutes, questions up to 90) by secret ballot. The result is the mean of
// the members' ballots; the written mark only tells equals apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CouncilDay, marks_of } from "./council_day.mjs";
import { commit_blinding, seal_essays, write_essays } from "./essays.mjs";
import { at_least, compare, exact, mean, zero } from "./exact.mjs";
import { MarkingDay } from "./marking_day.mjs";
import * as outcome from "./outcome.mjs";
import * as plan from "./plan.mjs";
import * as preset from "./preset.mjs";
import { my_sitting, take_seats } from "./seats.mjs";
import * as stages from "./stages.mjs";
import { each } from "./world.mjs";

const { bell, minute } = plan;
const { markers, voting } = preset;
const council = [...preset.office, ...preset.of_written, ...preset.of_panel];
const choices = {
  bells: [bell, plan.at("05-26 08:00")],
  "panel.ballot_timing": "after_each_candidate",
};

// What the markers give of 100, in turn, and the sum of nine ballots of those who are heard.
const given = [
  { essay: [80, 80], sum: 757 },
  { essay: [70, 70], sum: 757 }, // The same ballots and a lower essay.
  { essay: [96, 86], sum: 640 }, // The best essay; 10 apart is not too far.
  { essay: [50, 50], sum: 449 }, // Just through the gate, just not through the end.
  { essay: [50, 48] }, // Just not through the gate.
  { essay: [80, 60, 66, 70], sum: 700 }, // Too far apart: two others.
  {}, // Does not come.
];
const writers = given.flatMap(({ essay }, i) => (essay ? [i] : []));
const absent = given.findIndex(({ essay }) => !essay);
const pass = exact(5_000);

// AVG_10: up to 10 % apart the mean of the two, beyond it that of two others.
function written_mark([a, b, c, d]) {
  const pair = Math.abs(a - b) <= 10 ? [a, b] : [c, d];
  return mean(pair.map((mark) => mark * 100));
}

// Each as {i, rounds, total, passed, written}, from what was given alone.
function expected(rolls) {
  return given.map(({ essay, sum }, i) => {
    const one = { i, roll: rolls[i], total: zero, passed: false, written: zero };
    if (!essay) return { ...one, rounds: [outcome.absent], outcome: "absent" };
    const written = written_mark(essay);
    const through = at_least(written, pass);
    const rounds = [outcome.sat(written, through)];
    if (!through) return { ...one, rounds, written };
    const total = exact(sum * 100, voting.length);
    const passed = at_least(total, pass);
    return { ...one, rounds: [...rounds, outcome.sat(total, passed)], total, passed, written };
  });
}

async function prepare(world, round) {
  await world.leap("04-27 09:00", ["chair", "vice", "secretary", "setter", "blinder"]);
  await world.advance_stage("preparing");
  for (const variant of ["official", "backup"]) await seal_essays(world, round, variant);
  await preset.plan_room(world, round, given.length);
  const reveal = await commit_blinding(world, round);
  await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return reveal;
}

// Their roll numbers.
async function sit(world, round) {
  await world.server.set_clock(bell - 20 * minute);
  const seated = await take_seats(world, round, writers);
  const rolls = seated.map(({ roll }) => roll);
  rolls[absent] = (await my_sitting(world, round, absent)).roll_number;
  await world.server.set_clock(bell + minute);
  for (const { browser } of seated) assert.equal(browser.ends_at, bell + 180 * minute);
  await write_essays(seated);
  await world.server.set_clock(bell + 181 * minute);
  return rolls;
}

async function mark(world, round, reveal) {
  await world.leap("05-17 09:00", ["chair", "vice", "secretary", "blinder", "chief", ...markers]);
  await world.advance_stage("marking");
  const day = new MarkingDay(
    world,
    round,
    markers,
    new Map(writers.map((i) => [i, given[i].essay])),
  );
  await day.blind(reveal);
  const { progress } = await day.mark();
  assert.equal(progress.settled, writers.length);
  await day.unblind();
}

// Only who passed the gate is heard; nobody is told a total before all are.
async function defend(world, round, ids, heard) {
  await world.leap("05-26 07:30", [...voting, "secretary"]);
  await world.advance_stage("defence");
  const day = new CouncilDay(world, round, voting);
  const order = await day.open(preset.post);
  assert.deepEqual([...order].sort(), heard.map((i) => ids[i]).sort());
  const shown = await day.view();
  assert.deepEqual([shown.presentation_max, shown.qa_max, shown.ballot], [45, 90, "secret"]);
  for (const candidate of order) {
    await day.hear(candidate);
    const { sum } = given[ids.indexOf(candidate)];
    await day.vote(candidate, marks_of(sum, voting.length));
  }
  for (const candidate of order) await day.count(candidate);
}

test("MOH_2017: the essay is a gate, the ballots are the result", async (t) => {
  const { world, rounds } = await preset.open_preset("MOH_2017", council, choices);
  t.after(() => world.end());
  const [essay, defence] = rounds;
  const ids = await preset.apply_all(world, given.length);
  assert.equal((await stages.decide_and_list(world)).eligible.length, given.length);
  const reveal = await prepare(world, essay);
  const candidates = expected(await sit(world, essay));
  await mark(world, essay, reveal);
  const heard = candidates.filter(({ rounds }) => rounds.length === 2).map(({ i }) => i);
  await preset.file_projects(world, defence, heard);
  await defend(world, defence, ids, heard);
  await each(["chair", "vice", "secretary"], 3, (name) => world.sign_in(name));
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  const { file, bytes } = await stages.release(world);

  const { lines } = file.posts[0];
  const apart = (a, b) => compare(b.written, a.written);
  outcome.assert_lines(lines, candidates, { rounds: 2, seats: 1, decimals: 1, apart });
  // The winner by the written mark of two equals, and the best essay behind both.
  assert.deepEqual(
    lines.slice(0, 4).map((line) => line.roll_number),
    [0, 1, 5, 2].map((i) => candidates[i].roll),
  );
  const traces = await outcome.read_traces(world, lines, candidates, ids);
  assert.deepEqual(outcome.steps_of(traces.get(5)), [
    "marking.discrepancy_bands: 6800",
    "rounds: 6800 >= 5000",
    "panel.aggregate: 9: 70000/9",
    "rounds: 70000/9 >= 5000",
    "result.pass_mark: 70000/9 >= 5000",
  ]);
  assert.deepEqual(outcome.steps_of(traces.get(4)).slice(0, 2), [
    "marking.discrepancy_bands: 4900",
    "rounds: 4900 < 5000",
  ]);
  await outcome.assert_checked_outside(world, bytes, ["04.03", "04.05"]);
});
