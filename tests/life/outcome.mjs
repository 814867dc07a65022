// A published result held against what the test itself gave, and against what an auditor computes
// from a bundle.
import assert from "node:assert/strict";
import { join } from "node:path";
import { as_exact, shown, standings, zero } from "./exact.mjs";
import { run } from "./server.mjs";
import { name_of } from "./stages.mjs";
import { verify } from "./world.mjs";

const not_reached = { fate: "not_reached", mark: zero, passed: false };
const exact_round = ({ fate, mark, passed }) => ({ fate, mark: as_exact(mark), passed });

// The round of a candidate who sat it, with a mark in hundredths.
export const sat = (mark, passed) => ({ fate: "sat", mark, passed });
export const absent = { fate: "absent", mark: zero, passed: false };

// What the published line of each must say. A candidate of the test is {i, roll, rounds, total,
// passed, outcome}; rounds that are left out were not reached, `outcome` is of who did not pass.
function expected_lines(candidates, { rounds, seats, decimals, apart }) {
  const places = standings(candidates, seats, apart);
  return candidates.map((one) => {
    const place = places.get(one);
    return {
      roll_number: one.roll,
      outcome: place ? (place.wins ? "winner" : "passed") : (one.outcome ?? "not_passed"),
      rank: place?.rank,
      total: one.total,
      shown: shown(one.total, decimals),
      rounds: [...one.rounds, ...Array(rounds).fill(not_reached)].slice(0, rounds),
    };
  });
}

const by_roll = (a, b) => a.roll_number.localeCompare(b.roll_number);

// What a published line and a trace both say.
const told = ({ roll_number, outcome, rank, total, shown: text, rounds }) => ({
  roll_number,
  outcome,
  rank,
  total: as_exact(total),
  shown: text,
  rounds: rounds.map(exact_round),
});

// Of one post: the ranking as published, nobody left out.
export function assert_lines(lines, candidates, rules) {
  assert.deepEqual(lines.map(told).sort(by_roll), expected_lines(candidates, rules).sort(by_roll));
}

// Each candidate reads the own trace, which is as published; Map of number -> score.
export async function read_traces(world, lines, candidates, ids) {
  const scores = new Map();
  for (const { i, roll } of candidates) {
    const person = await world.sign_in(name_of(i));
    const { score } = await person.get(world.path(`/scores/${ids[i]}`));
    const line = lines.find((one) => one.roll_number === roll);
    assert.deepEqual(told(score), told(line));
    scores.set(i, score);
  }
  return scores;
}

// "rule: says" of each step of a trace.
export const steps_of = ({ steps }) => steps.map(({ rule, says }) => `${rule}: ${says}`);

// Verify on the database and on a bundle taken away from it, and the result tallied from that
// bundle alone. `sealed`: the checks that a backup paper, never opened, leaves open. Returns the
// bundle's folder and the database's checks.
export async function assert_checked_outside(world, published, sealed) {
  const { data, folder } = world.server;
  const on_database = await verify("--db", data, "--vkey", world.vkey);
  assert.deepEqual([on_database.code, on_database.failed], [0, []]);
  const bundle = join(folder, "bundle");
  const exported = await run(
    ...["contest", "export", world.contest, "--data", data, "--bundle", bundle, "--auditors"],
  );
  assert.equal(exported.code, 0, exported.stderr);
  const on_bundle = await verify("--bundle", bundle, "--vkey", world.vkey);
  assert.deepEqual([on_bundle.code, on_bundle.failed], [sealed.length > 0 ? 2 : 0, []]);
  assert.deepEqual(on_bundle.sealed, sealed);
  const tallied = await run("tally", "--bundle", bundle, "--json");
  assert.equal(tallied.code, 0, tallied.stderr);
  assert.equal(tallied.stdout, `${published.toString("utf8")}\n`);
  return { bundle, checks: on_database.checks };
}
