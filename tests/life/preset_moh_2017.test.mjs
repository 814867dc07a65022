// A life of the preset MOH_2017: an essay of 180 minutes that is a gate and nothing more, then the
// defence of a project (45 minutes, questions up to 90) by secret ballot. The result is the mean of
// the members' ballots; the written mark only tells equals apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CouncilDay, marks_of } from "./council_day.mjs";
import { seal_essays, write_essays } from "./essays.mjs";
import { Fraction } from "./fraction.mjs";
import { commit_blinding, Desk, MarkingDay, of_turn, turns } from "./marking_day.mjs";
import { of_council, of_exam, of_marking, office } from "./officials.mjs";
import { assert_given, steps_of } from "./outcome.mjs";
import * as plan from "./plan.mjs";
import * as preset from "./preset.mjs";
import { aggregated, settled } from "./ranking.mjs";
import { my_sitting, take_seats } from "./sitting.mjs";
import * as stages from "./stages.mjs";

const { bell, minute } = plan;
const { markers, voting } = preset;
const council = [...office, ...of_exam, ...of_marking(markers), ...of_council(voting)];
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
const heard = given.flatMap(({ sum }, i) => (sum ? [i] : []));
const absent = given.findIndex(({ essay }) => !essay);
const ballots = ({ sum }) => marks_of(sum, voting.length);

const rules_of = ([essay, defence]) => ({
  rounds: [
    { round: essay, weight: 0, pass: 5_000, gate: true, decides: "written_mark" },
    { round: defence, weight: 1, pass: 5_000, gate: false, decides: "project_mark" },
  ],
  pass_mark: 5_000,
  ladder: ["project_mark", "written_mark", "council_vote", "chair_decision"],
  places: 1,
  decimals: 1,
});

// AVG_10: up to 10 % apart the mean of the two, beyond it that of two others.
function written_mark([a, b, c, d]) {
  const pair = Math.abs(a - b) <= 10 ? [a, b] : [c, d];
  return Fraction.mean(pair.map((mark) => mark * 100));
}

function rounds_of(own) {
  if (!own.essay) return [{ fate: "absent" }];
  const written = settled(written_mark(own.essay));
  return own.sum ? [written, aggregated(ballots(own))] : [written];
}

async function prepare(world, round) {
  await world.leap("04-27 09:00", ["chair", "vice", "secretary", "setter", "blinder"]);
  await world.advance_stage("preparing");
  await seal_essays(world, round);
  await preset.plan_room(world, round, given.length);
  const open_secrets = await commit_blinding(world, round);
  await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return open_secrets;
}

// Their roll numbers.
async function sit(world, round) {
  await world.server.set_clock(bell - 20 * minute);
  const seated = await take_seats(world, writers, round);
  const rolls = seated.map(({ roll }) => roll);
  rolls[absent] = (await my_sitting(world, absent, round)).roll_number;
  await world.server.set_clock(bell + minute);
  for (const { browser } of seated) assert.equal(browser.ends_at, bell + 180 * minute);
  await write_essays(seated);
  await world.server.set_clock(bell + 181 * minute);
  return rolls;
}

async function mark(world, round, open_secrets) {
  await world.leap("05-17 09:00", ["chair", "vice", "secretary", "blinder", "chief", ...markers]);
  await world.advance_stage("marking");
  const day = new MarkingDay(world, round);
  await day.blind(open_secrets, writers.length);
  const desks = markers.map((name) => new Desk(world, name, round));
  const { progress } = await day.mark_all(desks, (i, turn) => of_turn(given[i].essay, turn));
  assert.equal(progress.settled, writers.length);
  await day.unblind();
}

// Only who passed the gate is heard; nobody is told a total before all are.
async function defend(world, round) {
  await world.leap("05-26 07:30", [...voting, "secretary"]);
  await world.advance_stage("defence");
  const day = new CouncilDay(world, round, voting);
  const order = await day.open(preset.post);
  assert.deepEqual([...order].sort(), heard.map((i) => world.candidates[i]).sort());
  const shown = await day.view();
  assert.deepEqual([shown.presentation_max, shown.qa_max, shown.ballot], [45, 90, "secret"]);
  for (const candidate of order) {
    await day.hear(candidate);
    await day.vote(candidate, ballots(given[world.candidates.indexOf(candidate)]));
  }
  for (const candidate of order) await day.count(candidate);
}

test("MOH_2017: the essay is a gate, the ballots are the result", async (t) => {
  const { world, rounds } = await preset.open_preset("MOH_2017", council, choices);
  t.after(() => world.end());
  const [essay, defence] = rounds;
  await preset.hold_intake(world, given.length);
  assert.equal((await stages.decide_and_list(world)).eligible.length, given.length);
  const open_secrets = await prepare(world, essay);
  const rolls = await sit(world, essay);
  await mark(world, essay, open_secrets);
  await preset.file_projects(world, defence, heard);
  await defend(world, defence);

  const released = await preset.release(world, rules_of(rounds), {
    rolls,
    given: given.map(rounds_of),
  });
  // The winner by the written mark of two equals, and the best essay behind both.
  assert.deepEqual(
    released.lines.slice(0, 4).map((line) => line.roll_number),
    [0, 1, 5, 2].map((i) => rolls[i]),
  );
  for (const [i, own] of given.entries())
    assert_given(released.traces.get(i), {
      turns: Object.fromEntries((own.essay ?? []).map((mark, k) => [turns[k], mark * 100])),
      ballots: own.sum ? ballots(own).map((mark) => mark * 100) : [],
    });
  assert.deepEqual(steps_of(released.traces.get(5)), [
    "marking.discrepancy_bands: 6800",
    "rounds: 6800 >= 5000",
    "panel.aggregate: 9: 70000/9",
    "rounds: 70000/9 >= 5000",
    "result.pass_mark: 70000/9 >= 5000",
  ]);
  await preset.assert_from_outside(world, released);
});
