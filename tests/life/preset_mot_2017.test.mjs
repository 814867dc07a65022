// A life of the preset MOT_2017: one round, the defence of an action programme of up to 60 minutes
// and 180 of questions. No mark is to be reached: the highest mean of the judges wins. Its own
// conditions of age, years in the sector and positions held.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CouncilDay } from "./council_day.mjs";
import { mean, zero } from "./exact.mjs";
import * as outcome from "./outcome.mjs";
import * as plan from "./plan.mjs";
import * as preset from "./preset.mjs";
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

// The highest two are equal across the line: project marks cannot tell them apart, the council does.
async function vote_on_equals(world, ids) {
  const { open_ties } = await world.people.chair.get(world.path("/scores"));
  assert.deepEqual(
    open_ties.map(({ next, candidates }) => [next, candidates]),
    [["council_vote", [ids[winner], ids[equal]].sort()]],
  );
  await world.both("chair", "vice", "step_tie", {
    post: preset.post,
    rung: "council_vote",
    order: [[ids[winner]], [ids[equal]]],
    reason: "Biên bản họp hội đồng số 3",
  });
}

test("MOT_2017: the highest mean wins, whatever it is", async (t) => {
  const { world, rounds } = await preset.open_preset(
    "MOT_2017",
    [...preset.office, ...preset.of_panel],
    choices,
  );
  t.after(() => world.end());
  const ids = await preset.apply_all(world, marks.length + 3, unfit);
  const list = await stages.decide_and_list(world);
  assert.deepEqual([list.eligible.length, list.refused], [5, 2]);
  await assert_refused(world);
  await world.leap("04-27 09:00", ["chair", "vice"]);
  await world.advance_stage("preparing");
  await preset.file_projects(world, rounds[0], [0, 1, 2, 3, away]);
  await hold_defences(world, rounds[0], ids);
  await each(["chair", "vice", "secretary"], 3, (name) => world.sign_in(name));
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  await vote_on_equals(world, ids);
  const { file, bytes } = await stages.release(world);

  const numbers = new Map();
  for (const one of (await world.people.secretary.get(world.path("/applications"))).applications)
    numbers.set(one.candidate, String(one.number).padStart(4, "0"));
  const candidates = [
    ...marks.map((given, i) => {
      const total = mean(given.map((mark) => mark * 100));
      return {
        i,
        roll: numbers.get(ids[i]),
        rounds: [outcome.sat(total, true)],
        total,
        passed: true,
      };
    }),
    { i: away, rounds: [outcome.absent], total: zero, outcome: "absent" },
  ];
  candidates[away].roll = numbers.get(ids[away]);
  const { lines } = file.posts[0];
  const voted = (a, b) =>
    [a.i, b.i].sort().join() === [winner, equal].sort().join() ? (a.i === winner ? -1 : 1) : 0;
  outcome.assert_lines(lines, candidates, { rounds: 1, seats: 1, decimals: 1, apart: voted });
  assert.deepEqual([lines[0].outcome, lines[0].shown], ["winner", "48,1"]);

  const traces = await outcome.read_traces(world, lines, candidates, ids);
  assert.deepEqual(outcome.steps_of(traces.get(winner)), [
    "panel.aggregate: 9: 43300/9",
    "rounds: 43300/9 >= 0",
    "result.pass_mark: 43300/9 >= 0",
    "result.winners_per_post: 1 <= 1",
  ]);
  assert.deepEqual(outcome.steps_of(traces.get(away)), ["rounds: -"]);
  await outcome.assert_checked_outside(world, bytes, []);
});
