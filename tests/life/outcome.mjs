// What the server says of a result, held against what ranking.mjs makes of what people gave: the
// published file, every trace, the hash of them all. `expected` is by post: {post, …rank()}.
import assert from "node:assert/strict";
import { Fraction } from "./fraction.mjs";
import { canonical, sha256 } from "./proof.mjs";
import { name_of } from "./stages.mjs";
import { each } from "./world.mjs";

const lines_of = (expected) => expected.flatMap(({ lines }) => lines);
const exact_rounds = (rounds) =>
  rounds.map(({ round, fate, mark, passed }) => ({ round, fate, mark: Fraction.of(mark), passed }));

// What a published line and a trace both say.
const told = ({ roll_number, rank, outcome, shown, total, rounds }) => ({
  roll_number,
  rank,
  outcome,
  shown,
  total: Fraction.of(total),
  rounds: exact_rounds(rounds),
});
const to_tell = (rules, { roll, rank, outcome, total, rounds }) => ({
  roll_number: roll,
  rank,
  outcome,
  shown: total.shown(rules.decimals),
  total,
  rounds: rounds.map(({ fate, mark, passed }, k) => ({
    round: rules.rounds[k].round,
    fate,
    mark,
    passed,
  })),
});

// The published file, line by line.
export function assert_published(file, rules, expected) {
  assert.deepEqual(
    file.posts.map(({ post, lines, unfilled }) => ({ post, unfilled, lines: lines.map(told) })),
    expected.map(({ post, lines }) => ({
      post,
      unfilled: false,
      lines: lines.map((line) => to_tell(rules, line)),
    })),
  );
}

async function leaves_of(world, type) {
  const { auditor } = world.people;
  const page = await auditor.get(world.path(`/log?type=${type}&from=0&count=1000`));
  return page.lines;
}

// A trace, as the auditor and as the candidate reads it: {score, marks, ballots, sheets}.
export const audited_trace = (world) => (i) =>
  world.people.auditor.get(world.path(`/scores/${world.candidates[i]}`));
export const own_trace = (world) => async (i) =>
  (await world.sign_in(name_of(i))).get(world.path(`/scores/${world.candidates[i]}`));

// Everybody's score as `read` gives it: every step, with the leaf that it rests on. Map of number
// -> what was read.
export async function assert_traces(world, rules, expected, read) {
  const lines = lines_of(expected);
  const leaves = new Map();
  for (const type of new Set(lines.flatMap(({ steps }) => steps.map(({ leaf }) => leaf))))
    if (type) for (const { index } of await leaves_of(world, type)) leaves.set(index, type);
  const traces = new Map();
  await each(lines, 4, async (line) => {
    const trace = await read(line.i);
    const { score } = trace;
    const said = score.steps.map(({ rule, says, index }) => [rule, says, leaves.get(index)]);
    const wanted = line.steps.map(({ rule, says, leaf }) => [rule, says, leaf]);
    assert.deepEqual(said, wanted, `trace of ${line.i}`);
    for (const [k, { index }] of score.steps.entries())
      assert.equal(index !== undefined, line.steps[k].leaf !== undefined);
    assert.deepEqual(told(score), to_tell(rules, line));
    traces.set(line.i, trace);
  });
  return traces;
}

// "rule: says" of each step.
export const steps_of = ({ score }) => score.steps.map(({ rule, says }) => `${rule}: ${says}`);

const by_value = (a, b) => (a ?? -1) - (b ?? -1);

// Whatever of these people gave one candidate, as a trace shows it, in hundredths: `turns` are a
// script's points by turn, `ballots` and `sheets` the members', a blank ballot null.
export function assert_given({ marks, ballots, sheets }, given) {
  const turns = {};
  for (const { turn, points, lines } of marks) {
    assert.equal(
      lines.reduce((sum, line) => sum + line.points, 0),
      points,
    );
    assert.ok(lines.every(({ comment }) => comment));
    turns[turn] = (turns[turn] ?? 0) + points;
  }
  assert.deepEqual(
    {
      turns,
      ballots: ballots.map(({ score }) => score ?? null).sort(by_value),
      sheets: sheets.map(({ total }) => total).sort(by_value),
    },
    {
      turns: given.turns ?? {},
      ballots: [...(given.ballots ?? [])].sort(by_value),
      sheets: [...(given.sheets ?? [])].sort(by_value),
    },
  );
}

// The last score.compute holds the hash of this text, the traces as they stood then.
export async function assert_computed(world, text) {
  const [last] = (await leaves_of(world, "score.compute")).slice(-1);
  assert.equal(sha256(text).toString("base64"), last.payload.hash);
}

// It is that of what is shown, with the rungs and the open ties that were to be expected.
export async function assert_hashed(world, preview, expected) {
  const ids = (group) => group.map((i) => world.candidates[i]).sort();
  const computed_steps = expected.flatMap(({ post, climbed }) =>
    climbed
      .filter(({ rung, parts }) => rung.endsWith("_mark") && parts.length > 1)
      .map(({ rung, parts }) => ({ post, rung, order: parts.map(ids) })),
  );
  const open_ties = expected.flatMap(({ post, open }) =>
    open.map(({ next, ids: group }) => ({ post, candidates: ids(group), next })),
  );
  assert.deepEqual(preview.open_ties, open_ties);
  const tally = {
    candidates: preview.candidates.map(({ score }) => score),
    computed_steps,
    open_ties,
    unfilled: [],
  };
  await assert_computed(world, canonical(tally));
}
