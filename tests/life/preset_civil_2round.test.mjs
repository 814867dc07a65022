// A life of the preset CIVIL_2ROUND, recruitment: 120 questions in three parts on computers, each
// of which is to be passed by half; then an essay, which alone is ranked, with the points of a
// priority group. Three seats.
import assert from "node:assert/strict";
import { test } from "node:test";
import { civil_banks } from "./civil_banks.mjs";
import * as day from "./civil_day.mjs";
import { Fraction } from "./fraction.mjs";
import { turns } from "./marking_day.mjs";
import { of_exam, of_marking, office } from "./officials.mjs";
import { assert_given, steps_of } from "./outcome.mjs";
import * as preset from "./preset.mjs";
import { answered, settled } from "./ranking.mjs";
import * as stages from "./stages.mjs";

const seats = 3;
const choices = { bells: day.bells, banks: civil_banks, seats };
const council = [...office, ...of_exam, ...of_marking(preset.markers)];
const priority = { nhom_1: 750, nhom_2: 500, nhom_3: 250 };
const [chosen, equal] = [4, 3];

const rules_of = ([objective, written]) => ({
  rounds: [
    { round: objective, weight: 0, pass: 5_000, gate: true, decides: "objective_mark" },
    { round: written, weight: 1, pass: 5_000, gate: false, decides: "written_mark" },
  ],
  pass_mark: 5_000,
  ladder: ["written_mark", "chair_decision"],
  places: seats,
  decimals: 2,
});

// A mean of marks is settled as whole hundredths.
function written_mark({ essay, word }) {
  if (word) return new Fraction(word * 100);
  return new Fraction(Fraction.mean(essay.map((mark) => mark * 100)).whole());
}

function rounds_of(own) {
  if (!own.right) return [{ fate: "absent" }];
  const parts = day.parts.map(({ questions }, p) => ({
    points: own.right[p] * 100,
    most: questions * 100,
  }));
  const first = answered(parts, 50);
  return own.essay ? [first, settled(written_mark(own))] : [first];
}

test("CIVIL_2ROUND: half of every part, then the second round alone", async (t) => {
  const { world, rounds } = await preset.open_preset("CIVIL_2ROUND", council, choices);
  t.after(() => world.end());
  const [objective, written] = rounds;
  const claims = day.given.map(({ group }) => (group ? { priority_group: group } : {}));
  await preset.hold_intake(world, day.given.length, claims);
  assert.equal((await stages.decide_and_list(world)).eligible.length, day.given.length);
  const paper = await day.prepare(world, rounds);
  const rolls = await day.sit_objective(world, objective, paper);
  const open_secrets = await day.sit_written(world, written);
  await day.mark(world, written, open_secrets);

  // The last seat falls among equals whose essays are equal too: the chair decides, with another.
  // Priority points rank who has passed; they help nobody over a mark.
  const released = await preset.release(world, rules_of(rounds), {
    rolls,
    given: day.given.map(rounds_of),
    priority: day.given.map(({ group }) => priority[group]),
    word: { rung: "chair_decision", order: [[chosen], [equal]] },
  });
  assert.deepEqual(
    released.lines.slice(0, 5).map((line) => [line.roll_number, line.outcome, line.shown]),
    [
      [rolls[1], "winner", "86,00"],
      [rolls[7], "winner", "71,17"],
      [rolls[chosen], "winner", "70,00"],
      [rolls[equal], "passed", "70,00"],
      [rolls[6], "passed", "70,00"],
    ],
  );
  for (const [i, trace] of released.traces) {
    const own = day.given[i];
    assert.deepEqual(day.tell_parts(trace.score.rounds[0]), own.right ? day.parts_of(own) : []);
    assert_given(trace, {
      turns: Object.fromEntries((own.essay ?? []).map((mark, k) => [turns[k], mark * 100])),
    });
  }
  assert.deepEqual(steps_of(released.traces.get(2)), [
    "round.objective.parts: 600000 >= 50 * 6000",
    "round.objective.parts: 300000 >= 50 * 3000",
    "round.objective.parts: 140000 < 50 * 3000",
    "rounds: 26000/3 >= 5000",
    "result.pass_mark: 0 < 5000",
  ]);
  const steps = steps_of(released.traces.get(7));
  assert.ok(steps.includes("marking.discrepancy_bands: 6867"));
  assert.ok(steps.includes("result.priority_points: 6867 + 250 = 7117"));
  await preset.assert_from_outside(world, released);
});
