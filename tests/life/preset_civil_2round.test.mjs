// A life of the preset CIVIL_2ROUND, recruitment: 120 questions in three parts on computers, each
// of which is to be passed by half; then an essay, which alone is ranked, with the points of a
// priority group. Three seats.
import assert from "node:assert/strict";
import { test } from "node:test";
import { civil_banks } from "./civil_banks.mjs";
import * as day from "./civil_day.mjs";
import { at_least, compare, exact, mean, plus, rounded, zero } from "./exact.mjs";
import * as outcome from "./outcome.mjs";
import * as preset from "./preset.mjs";
import * as stages from "./stages.mjs";

const seats = 3;
const choices = { bells: day.bells, banks: civil_banks, seats };
const [chosen, equal] = [4, 3];
const pass = exact(5_000);
const priority = { nhom_1: exact(750), nhom_2: exact(500), nhom_3: exact(250) };

const hundredths = (marks) => marks.map((mark) => mark * 100);
const written_mark = ({ essay, word }) =>
  word ? exact(word * 100) : rounded(mean(hundredths(essay)), 2);

// Each as {i, roll, rounds, total, passed, written}, from what was given alone. Priority points rank
// who has passed; they help nobody over a mark.
function expected(rolls) {
  return day.given.map((own, i) => {
    const one = { i, roll: rolls[i], total: zero, passed: false };
    if (!own.right) return { ...one, rounds: [outcome.absent], outcome: "absent" };
    const right = own.right.reduce((sum, n) => sum + n);
    const through = day.parts_of(own).every(([, , passed]) => passed);
    const first = outcome.sat(exact(right * 10_000, 120), through);
    if (!through) return { ...one, rounds: [first] };
    const written = written_mark(own);
    const passed = at_least(written, pass);
    const total = passed ? plus(written, priority[own.group] ?? zero) : written;
    return { ...one, rounds: [first, outcome.sat(written, passed)], total, passed, written };
  });
}

// The last seat falls among equals whose essays are equal too: the chair decides, with another.
async function decide_on_equals(world, ids) {
  const { open_ties } = await world.people.chair.get(world.path("/scores"));
  assert.deepEqual(
    open_ties.map(({ next, candidates }) => [next, candidates]),
    [["chair_decision", [ids[chosen], ids[equal]].sort()]],
  );
  await world.both("chair", "vice", "step_tie", {
    post: preset.post,
    rung: "chair_decision",
    order: [[ids[chosen]], [ids[equal]]],
    reason: "Quyết định của Chủ tịch Hội đồng",
  });
}

test("CIVIL_2ROUND: half of every part, then the second round alone", async (t) => {
  const { world, rounds } = await preset.open_preset(
    "CIVIL_2ROUND",
    [...preset.office, ...preset.of_written],
    choices,
  );
  t.after(() => world.end());
  const [objective, written] = rounds;
  const claims = day.given.map(({ group }) => (group ? { priority_group: group } : {}));
  const ids = await preset.apply_all(world, day.given.length, claims);
  assert.equal((await stages.decide_and_list(world)).eligible.length, day.given.length);
  const paper = await day.prepare(world, rounds);
  const candidates = expected(await day.sit_objective(world, objective, paper));
  const writers = candidates.filter((one) => one.rounds.length === 2).map(({ i }) => i);
  const reveal = await day.sit_written(world, written, ids, writers);
  await day.mark(world, written, reveal, writers);
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  await decide_on_equals(world, ids);
  const { file, bytes } = await stages.release(world);

  const { lines } = file.posts[0];
  const pair = [chosen, equal];
  const decided = (a, b) => (pair.includes(a.i) && pair.includes(b.i) ? b.i - a.i : 0);
  const apart = (a, b) => compare(b.written, a.written) || decided(a, b);
  outcome.assert_lines(lines, candidates, { rounds: 2, seats, decimals: 2, apart });
  assert.deepEqual(
    lines.slice(0, 5).map((line) => [line.roll_number, line.outcome, line.shown]),
    [
      [candidates[1].roll, "winner", "86,00"],
      [candidates[7].roll, "winner", "71,17"],
      [candidates[chosen].roll, "winner", "70,00"],
      [candidates[equal].roll, "passed", "70,00"],
      [candidates[6].roll, "passed", "70,00"],
    ],
  );
  const traces = await outcome.read_traces(world, lines, candidates, ids);
  for (const [i, { rounds: own }] of traces)
    assert.deepEqual(day.tell_parts(own[0]), day.given[i].right ? day.parts_of(day.given[i]) : []);
  assert.deepEqual(outcome.steps_of(traces.get(2)), [
    "round.objective.parts: 600000 >= 50 * 6000",
    "round.objective.parts: 300000 >= 50 * 3000",
    "round.objective.parts: 140000 < 50 * 3000",
    "rounds: 26000/3 >= 5000",
    "result.pass_mark: 0 < 5000",
  ]);
  const steps = outcome.steps_of(traces.get(7));
  assert.ok(steps.includes("marking.discrepancy_bands: 6867"));
  assert.ok(steps.includes("result.priority_points: 6867 + 250 = 7117"));
  await outcome.assert_checked_outside(world, bytes, ["04.03", "04.05"]);
});
