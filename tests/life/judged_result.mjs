// What the result must be, from what candidates answered and people gave; and what the server says
// it is: published lines, every trace, the hash of them all.
import assert from "node:assert/strict";
import { Fraction, rounded_mean } from "./fraction.mjs";
import * as cast from "./judged_cast.mjs";
import { disputed } from "./judged_day.mjs";
import * as plan from "./plan.mjs";
import { canonical, sha256 } from "./proof.mjs";
import { go_through, rank } from "./ranking.mjs";
import { each } from "./world.mjs";

const scale = 10_000;

// A script's way through the bands: {mark, met}. `met` names the band and how it ended.
function settled({ first, second, third }, word, max) {
  if (first === second) return { mark: first, met: `${cast.bands[0].action}: equal` };
  const gap = Math.abs(first - second) * 100;
  const begins = ({ from_pct, from_inclusive }) =>
    from_inclusive ? gap >= from_pct * max : gap > from_pct * max;
  const { action } = cast.bands.findLast(begins);
  if (action !== "third_marker") return { mark: word.mark, met: `${action}: ${word.by}` };
  const marks = [first, second, third];
  if (third === first || third === second) return { mark: third, met: `${action}: two equal` };
  const spread = Math.max(...marks) - Math.min(...marks);
  if (spread * 100 > 25 * max) return { mark: word.mark, met: `${action}: ${word.by}` };
  return { mark: rounded_mean(marks), met: `${action}: mean of three` };
}

// After an appeal: two of three that are equal, else the mean of three.
function remarked({ remark_first, remark_second, remark_third }) {
  const marks = [remark_first, remark_second, remark_third];
  const equal = marks.find((mark, k) => marks.indexOf(mark) !== k);
  return equal !== undefined
    ? new Fraction(equal)
    : new Fraction(marks[0] + marks[1] + marks[2], 3);
}

// Everything that was given, and what follows from it.
export class Judged {
  // `key`: of the objective paper; `questions`: in the order in which they are got right; `desks`:
  // the markers'; `max`: of a script, in hundredths; `rolls`: by candidate.
  constructor({ key, questions, desks, max, rolls }) {
    Object.assign(this, { key, questions, desks, max, rolls });
    this.scripts = new Map([...cast.writers.keys()].map((i) => [i, {}]));
    this.words = []; // Of people about equals: {post, rung, order}.
    this.remedied = false;
    this.amended = false;
    this.read_desks();
  }
  read_desks() {
    for (const { i, turn, points } of this.desks.flatMap(({ given }) => given))
      this.scripts.get(i)[turn] = points;
  }
  settled = (i) => settled(this.scripts.get(i), cast.writers.get(i).word, this.max);

  objective(i) {
    if (i === cast.absent) return { fate: "absent" };
    if (i === cast.suspended) return { fate: "suspended" };
    const paid = ({ item }) => this.key.items.find((one) => one.item === item).tariff.correct;
    const most = this.questions.reduce((sum, one) => sum + paid(one), 0);
    const right = (k) => k < cast.right_of(i);
    const credited = (k) => right(k) || (this.remedied && k === disputed);
    const points = this.questions.reduce((sum, one, k) => sum + (credited(k) ? paid(one) : 0), 0);
    const reached = points * 100 >= cast.rules.parts_pct * most;
    const item = paid(this.questions[disputed]);
    const before = right(disputed) ? item : 0;
    const remedy = { rule: "remedy.several_keys", says: `${before}/${item} -> ${item}/${item}` };
    const part = {
      rule: "round.objective.parts",
      says: `${points * 100} ${reached ? ">=" : "<"} ${cast.rules.parts_pct} * ${most}`,
    };
    return {
      steps: this.remedied ? [remedy, part] : [part],
      mark: new Fraction(points * scale, most),
      parts_passed: reached,
      deduction: [cast.twice_reprimanded, cast.reprimanded].includes(i) ? 20 : undefined,
    };
  }
  essay(i) {
    if (!cast.summoned.includes(i)) return { fate: "not_reached" };
    if (i === cast.absent_from_essay) return { fate: "absent" };
    const on_scale = (fraction) => fraction.times(scale, this.max);
    const mark = on_scale(new Fraction(this.settled(i).mark));
    const steps = [{ rule: "marking.discrepancy_bands", says: `${mark}` }];
    const deduction = i === cast.twice_reprimanded ? 40 : undefined;
    if (!this.amended || i !== cast.remarked.i) return { steps, mark, deduction };
    const amended = on_scale(remarked(this.scripts.get(i)));
    steps.push({ rule: "remark.change_threshold", says: `${mark} -> ${amended}` });
    return { steps, mark: amended, deduction };
  }
  defence(i) {
    const ballots = cast.writers.get(i)?.ballots;
    if (!ballots) return { fate: "not_heard" };
    const valid = ballots.filter((mark) => mark !== null && mark <= 100);
    const sum = valid.reduce((a, b) => a + b, 0);
    const mark = new Fraction(sum * 100, valid.length);
    return { steps: [{ rule: "panel.aggregate", says: `${valid.length}: ${mark}` }], mark };
  }

  // By post, in the plan's order: {post, lines, climbed, open}.
  expect() {
    const all = this.rolls.map((roll, i) => ({
      i,
      roll,
      ...go_through(cast.rules, [this.objective(i), this.essay(i), this.defence(i)]),
    }));
    return plan.posts.map((post, p) => ({
      post,
      ...rank(
        cast.rules,
        all.filter(({ i }) => i % plan.posts.length === p),
        this.words.filter((word) => word.post === post),
      ),
    }));
  }
}

const fraction = (json) => Fraction.of(json).toString();

// The published file, line by line.
export function assert_published(file, expected) {
  const said = file.posts.map(({ post, lines, unfilled }) => ({
    post,
    unfilled,
    lines: lines.map(({ roll_number, rank: place, outcome, shown, total, rounds }) => ({
      line: [roll_number, place, outcome, shown, fraction(total)],
      rounds: rounds.map(({ round, fate, mark, passed }) => [round, fate, fraction(mark), passed]),
    })),
  }));
  const wanted = expected.map(({ post, lines }) => ({
    post,
    unfilled: false,
    lines: lines.map(({ roll, rank: place, outcome, total, rounds }) => ({
      line: [roll, place, outcome, total.shown(), `${total}`],
      rounds: rounds.map(({ fate, mark, passed }, k) => [
        cast.rules.rounds[k].round,
        fate,
        `${mark}`,
        passed,
      ]),
    })),
  }));
  assert.deepEqual(said, wanted);
}

// Which leaf each rule cites; `rounds` only where somebody did not come to his defence.
const cited = {
  rounds: "defence.step",
  "remedy.several_keys": "remedy.apply",
  "panel.aggregate": "ballot.count",
  "marking.discrepancy_bands": "mark.settle",
  "remark.change_threshold": "mark.amend",
  "infraction.deduction_pct": "infraction.record",
  "infraction.levels": "infraction.record",
};

async function leaves_of(world, type) {
  const page = await world.people.auditor.get(world.path(`/log?type=${type}&from=0&count=1000`));
  return page.lines;
}

// Everybody's trace as `read` gives it, by the candidate's id: every step, with the leaf that it
// rests on.
export async function assert_traces(world, expected, read) {
  const leaves = new Map();
  for (const type of new Set(Object.values(cited)))
    for (const { index } of await leaves_of(world, type)) leaves.set(index, type);
  const lines = expected.flatMap((post) => post.lines);
  assert.equal(lines.length, cast.count);
  await each(lines, 4, async ({ i, roll, rounds, steps, total, rank: place, outcome }) => {
    const score = await read(world.candidates[i]);
    const said = score.steps.map(({ rule, says }) => ({ rule, says }));
    const wanted = steps.map(({ rule, says }) => ({ rule, says }));
    assert.deepEqual(said, wanted, `trace of ${i}`);
    for (const { rule, says, index } of score.steps) {
      const leaf = rule === "rounds" && says !== "-" ? undefined : cited[rule];
      assert.equal(leaves.get(index), leaf, `${i}: ${rule} at ${index}`);
    }
    assert.deepEqual(
      [score.roll_number, score.rank, score.outcome, score.shown, fraction(score.total)],
      [roll, place, outcome, total.shown(), `${total}`],
    );
    assert.deepEqual(
      score.rounds.map(({ fate, mark }) => [fate, fraction(mark)]),
      rounds.map(({ fate, mark }) => [fate, `${mark}`]),
    );
  });
}

export async function hash_in_log(world) {
  const [last] = (await leaves_of(world, "score.compute")).slice(-1);
  return last.payload.hash;
}

// score.compute holds the hash of all traces: it is that of what is shown, with the rungs and the
// open ties that were to be expected.
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
  assert.equal(sha256(canonical(tally)).toString("base64"), await hash_in_log(world));
}
