// A life of the preset MOT_2017: one round, the defence of an action programme of up to 60 minutes
// and 180 of questions. No mark is to be reached: the highest mean of the judges wins. Its own
// conditions of age, years in the sector and positions held.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CouncilDay } from "./council_day.mjs";
import { of_council, office } from "./officials.mjs";
import { assert_given, steps_of } from "./outcome.mjs";
import * as plan from "./plan.mjs";
import * as preset from "./preset.mjs";
import { aggregated } from "./ranking.mjs";
import * as stages from "./stages.mjs";
import { each } from "./world.mjs";

const { minute } = plan;
const judges = preset.voting;

// What the preset leaves to each contest; it is silent about ballots, so that judges sign sheets.
const choices = {
  bells: [plan.at("05-16 08:00")],
  "elig.positions_held": [plan.good_facts.position],
  "panel.ballot": "open",
  "panel.ballot_timing": "after_all_of_post",
};

// Out of 100, one of each judge. Two share the highest mean, which is below 50.
const marks = [
  [40, 60, 45, 55, 50, 48, 46, 42, 47],
  [47, 42, 46, 48, 50, 55, 45, 60, 40],
  [41, 41, 41, 41, 41, 41, 41, 41, 42],
  [10, 20, 30, 40, 50, 40, 30, 20, 10],
];
const away = 4;
const [winner, equal] = [1, 0];

// Each is unfit by one rule of this preset alone.
const unfit = {
  5: { years_in_sector: 9 },
  6: { sex: "male", born_on: `${plan.year - 56}-01-01` },
};
const grounds = { 5: "sector_years", 6: "age" };

async function assert_refused(world) {
  for (const [i, criterion] of Object.entries(grounds)) {
    const person = await world.sign_in(stages.name_of(i));
    const [own] = (await person.get("/api/me/applications")).applications;
    assert.equal(own.state, "refused");
    assert.deepEqual(
      own.grounds.map((one) => one.criterion),
      [criterion],
    );
  }
}

// The server itself ends what runs over its time; it looks at the clock once in a while.
async function becomes(day, candidate, step) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { hearings } = await day.post_of(preset.post);
    const hearing = hearings.find((one) => one.candidate === candidate);
    if (hearing.step === step) return hearing;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the hearing does not come to ${step}`);
}

// One whole hearing by the clock alone.
async function hear_to_the_end(world, day, candidate) {
  await day.step(candidate, "presentation");
  const shows = await becomes(day, candidate, "presentation");
  assert.equal(shows.ends_at - shows.since, 60 * minute);
  await world.server.set_clock(shows.ends_at);
  await world.sign_in("secretary");
  const asks = await becomes(day, candidate, "questions");
  assert.equal(asks.ends_at - asks.since, 180 * minute);
  await world.server.set_clock(asks.ends_at);
  await world.sign_in("secretary");
  await becomes(day, candidate, "deliberation");
}

async function hold_defences(world, round, ids) {
  await world.leap("05-16 07:30", ["chair", "vice", "secretary"]);
  await world.advance_stage("defence");
  const day = new CouncilDay(world, round, judges);
  const order = await day.open(preset.post);
  let first = true;
  for (const candidate of order) {
    if (candidate === ids[away]) {
      await day.step(candidate, "absent", "Không có mặt khi được gọi");
      continue;
    }
    if (first) await hear_to_the_end(world, day, candidate);
    else await day.hear(candidate);
    first = false;
    await world.sign_in("secretary");
    await world.sign_in("chair");
    await day.step(candidate, "closed");
  }
  await each(judges, 4, (name) => world.sign_in(name));
  for (const [i, given] of marks.entries())
    for (const [j, mark] of given.entries()) {
      const lines = [{ criterion: "", points: mark * 100 }];
      await world.people[judges[j]].post(day.path(`/${ids[i]}/sheet`), { lines });
    }
}

const rules_of = ([round]) => ({
  rounds: [{ round, weight: 1, pass: 0, gate: false, decides: "project_mark" }],
  pass_mark: 0,
  ladder: ["project_mark", "written_mark", "council_vote", "chair_decision"],
  places: 1,
  decimals: 1,
});

// Nobody sits at a desk: a roll number is that of the register.
async function read_rolls(world) {
  const { applications } = await world.people.secretary.get(world.path("/applications"));
  const rolls = [];
  for (const { candidate, number, state } of applications)
    if (state !== "refused")
      rolls[world.candidates.indexOf(candidate)] = String(number).padStart(4, "0");
  return rolls;
}

test("MOT_2017: the highest mean wins, whatever it is", async (t) => {
  const { world, rounds } = await preset.open_preset(
    "MOT_2017",
    [...office, ...of_council(judges)],
    choices,
  );
  t.after(() => world.end());
  await preset.hold_intake(world, marks.length + 3, unfit);
  const list = await stages.decide_and_list(world);
  assert.deepEqual([list.eligible.length, list.refused], [5, 2]);
  await assert_refused(world);
  await world.leap("04-27 09:00", ["chair", "vice", "secretary"]);
  const rolls = await read_rolls(world);
  await world.advance_stage("preparing");
  await preset.file_projects(world, rounds[0], [0, 1, 2, 3, away]);
  await hold_defences(world, rounds[0], world.candidates);

  // The highest two are equal across the line: project marks cannot tell them apart, the council
  // does.
  const released = await preset.release(world, rules_of(rounds), {
    rolls,
    given: [...marks.map((given) => [aggregated(given, "sheet.score")]), [{ fate: "not_heard" }]],
    word: { rung: "council_vote", order: [[winner], [equal]] },
  });
  const [first] = released.lines;
  assert.deepEqual(
    [first.roll_number, first.outcome, first.shown],
    [rolls[winner], "winner", "48,1"],
  );
  for (const [i, given] of marks.entries())
    assert_given(released.traces.get(i), { sheets: given.map((mark) => mark * 100) });
  assert.deepEqual(steps_of(released.traces.get(winner)), [
    "panel.aggregate: 9: 43300/9",
    "rounds: 43300/9 >= 0",
    "result.pass_mark: 43300/9 >= 0",
    "result.winners_per_post: 1 <= 1",
  ]);
  assert.deepEqual(steps_of(released.traces.get(away)), ["rounds: -"]);
  await preset.assert_from_outside(world, released, []);
});
