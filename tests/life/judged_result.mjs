// What the result must be, from what candidates answered and people gave.
import { Fraction } from "./fraction.mjs";
import * as cast from "./judged_cast.mjs";
import { disputed } from "./judged_day.mjs";
import * as plan from "./plan.mjs";
import { aggregated, answered, go_through, rank, settled } from "./ranking.mjs";

const scale = 10_000;

// A script's way through the bands: {mark, met}. `met` names the band and how it ended.
function ended({ first, second, third }, word, max) {
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
  return { mark: Number(Fraction.mean(marks).whole()), met: `${action}: mean of three` };
}

// After an appeal: two of three that are equal, else the mean of three.
function remarked({ remark_first, remark_second, remark_third }) {
  const marks = [remark_first, remark_second, remark_third];
  const equal = marks.find((mark, k) => marks.indexOf(mark) !== k);
  return equal !== undefined ? new Fraction(equal) : Fraction.mean(marks);
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
  ended = (i) => ended(this.scripts.get(i), cast.writers.get(i).word, this.max);

  objective(i) {
    if (i === cast.absent) return { fate: "absent" };
    if (i === cast.suspended) return { fate: "suspended" };
    const paid = ({ item }) => this.key.items.find((one) => one.item === item).tariff.correct;
    const most = this.questions.reduce((sum, one) => sum + paid(one), 0);
    const right = (k) => k < cast.right_of(i);
    const credited = (k) => right(k) || (this.remedied && k === disputed);
    const points = this.questions.reduce((sum, one, k) => sum + (credited(k) ? paid(one) : 0), 0);
    const round = answered([{ points, most }], cast.rules.parts_pct);
    const item = paid(this.questions[disputed]);
    const before = right(disputed) ? item : 0;
    const remedy = {
      rule: "remedy.several_keys",
      says: `${before}/${item} -> ${item}/${item}`,
      leaf: "remedy.apply",
    };
    return {
      ...round,
      steps: this.remedied ? [remedy, ...round.steps] : round.steps,
      deduction: [cast.twice_reprimanded, cast.reprimanded].includes(i) ? 20 : undefined,
    };
  }
  essay(i) {
    if (!cast.summoned.includes(i)) return { fate: "not_reached" };
    if (i === cast.absent_from_essay) return { fate: "absent" };
    const on_scale = (fraction) => fraction.times(scale, this.max);
    const round = settled(on_scale(new Fraction(this.ended(i).mark)));
    const deduction = i === cast.twice_reprimanded ? 40 : undefined;
    if (!this.amended || i !== cast.remarked.i) return { ...round, deduction };
    const mark = on_scale(remarked(this.scripts.get(i)));
    const amended = {
      rule: "remark.change_threshold",
      says: `${round.mark} -> ${mark}`,
      leaf: "mark.amend",
    };
    return { steps: [...round.steps, amended], mark, deduction };
  }
  defence(i) {
    const ballots = cast.writers.get(i)?.ballots;
    if (!ballots) return { fate: "not_heard" };
    return aggregated(ballots.filter((mark) => mark !== null && mark <= 100));
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

  // What people gave candidate i, in hundredths, as his trace shows it.
  given(i) {
    const points = (mark) => mark && mark * 100;
    const ballots = cast.writers.get(i)?.ballots ?? [];
    return { turns: this.scripts.get(i), ballots: ballots.map(points) };
  }
}
