// The result of a contest of objective, written and defence rounds, computed a second time from
// docs/formats/results.md alone: what each candidate gave becomes marks, traces, totals and ranks.
// Shares nothing with the server; knows no HTTP.
import { Fraction } from "./fraction.mjs";

const zero = new Fraction(0);
const compared = (value, needed) => `${value} ${value.reaches(needed) ? ">=" : "<"} ${needed}`;

// What a round that was sat comes to, {steps, mark, parts_passed?}; each step with the type of the
// leaf that it rests on. All rounds are out of 100 points.
const scale = 10_000;

// `parts`: {points, most} in hundredths, of which `pct` percent are to be reached.
export function answered(parts, pct) {
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const most = parts.reduce((sum, part) => sum + part.most, 0);
  const reaches = (part) => part.points * 100 >= pct * part.most;
  return {
    steps: parts.map((part) => ({
      rule: "round.objective.parts",
      says: `${part.points * 100} ${reaches(part) ? ">=" : "<"} ${pct} * ${part.most}`,
    })),
    mark: new Fraction(points * scale, most),
    parts_passed: parts.every(reaches),
  };
}
export const settled = (mark) => ({
  steps: [{ rule: "marking.discrepancy_bands", says: `${mark}`, leaf: "mark.settle" }],
  mark,
});
// Whole points of those whose ballots or sheets are valid.
export function aggregated(marks, leaf = "ballot.count") {
  const mark = Fraction.mean(marks.map((one) => one * 100));
  return { steps: [{ rule: "panel.aggregate", says: `${marks.length}: ${mark}`, leaf }], mark };
}

// What infractions leave of the mark, and whether it is enough.
function sat({ steps, mark, parts_passed = true, deduction }, { pass }) {
  const left = deduction ? mark.times(100 - deduction, 100) : mark;
  const taken = {
    rule: "infraction.deduction_pct",
    says: `-${deduction}/100 = ${left}`,
    leaf: "infraction.record",
  };
  const needed = new Fraction(pass);
  const last = { rule: "rounds", says: compared(left, needed) };
  return {
    fate: "sat",
    mark: left,
    passed: left.reaches(needed) && parts_passed,
    steps: [...steps, ...(deduction ? [taken] : []), last],
  };
}

const unsat = {
  absent: [],
  // Came to no defence: the log says so.
  not_heard: [{ rule: "rounds", says: "-", leaf: "defence.step" }],
  // Summoned by nobody: a remedy lifted him over the gate when the round had been held.
  not_reached: [],
  suspended: [{ rule: "infraction.levels", says: "0", leaf: "infraction.record" }],
};

// One candidate's way through `rules.rounds`. `given` has for each round what sat() takes, or
// {fate}; rounds that are left out were not reached. `priority`: hundredths.
export function go_through(rules, given, priority = 0) {
  const rounds = [];
  const steps = [];
  let total = zero;
  let goes_on = true;
  for (const [k, round] of rules.rounds.entries()) {
    const own = goes_on ? given[k] : { fate: "not_reached" };
    if (own.fate) {
      const fate = own.fate === "not_heard" ? "absent" : own.fate;
      rounds.push({ fate, mark: zero, passed: false });
      steps.push(...unsat[own.fate]);
      goes_on = false;
      continue;
    }
    const one = sat(own, round);
    rounds.push(one);
    steps.push(...one.steps);
    total = total.plus(one.mark.times(round.weight));
    goes_on = one.passed || !round.gate;
  }
  if (rounds.some(({ fate }) => fate === "absent"))
    return { rounds, steps, total, outcome: "absent" };
  const needed = new Fraction(rules.pass_mark);
  steps.push({ rule: "result.pass_mark", says: compared(total, needed) });
  const passed = total.reaches(needed) && rounds.every((one) => one.passed);
  if (!passed || !priority)
    return { rounds, steps, total, outcome: passed ? "passed" : "not_passed" };
  const ranked_on = total.plus(new Fraction(priority));
  steps.push({
    rule: "result.priority_points",
    says: `${total} + ${priority} = ${ranked_on}`,
    leaf: "intake.decide",
  });
  return { rounds, steps, total: ranked_on, outcome: "passed" };
}

const ids_of = (group) => group.map(({ i }) => i).sort((a, b) => a - b);

// Parts of `list` in descending order of `value_of`; equals stand in one part.
function split(list, value_of) {
  const sorted = [...list].sort((a, b) => value_of(b).compare(value_of(a)));
  const parts = [];
  for (const one of sorted) {
    const equal = parts.length > 0 && value_of(parts.at(-1)[0]).compare(value_of(one)) === 0;
    if (equal) parts.at(-1).push(one);
    else parts.push([one]);
  }
  return parts;
}

// The climb of one post's equals. `words` are what people said, {rung, order}, about exactly the
// equals that `order` names. Keeps what it came to: `climbed`, {rung, ids, parts} of every rung,
// and `open`, {next, ids} where nobody has spoken yet.
class Ladder {
  constructor(rules, words) {
    Object.assign(this, { rules, words, climbed: [], open: [] });
  }
  word(rung, ids) {
    const same = ({ order }) =>
      order.flat().length === ids.length && order.flat().every((i) => ids.includes(i));
    return this.words.filter((one) => one.rung === rung).findLast(same);
  }
  // Of the rounds that decide at this rung, without weights; there may be none.
  mark_at(rung, { rounds }) {
    const marks = rounds.filter((_, k) => this.rules.rounds[k].decides === rung);
    return marks.reduce((sum, { mark }) => sum.plus(mark), zero);
  }
  // People are asked only where `places` end inside the group.
  parts_at(rung, group, places) {
    if (rung.endsWith("_mark")) return split(group, (one) => this.mark_at(rung, one));
    if (places <= 0 || places >= group.length) return null;
    const word = this.word(rung, ids_of(group));
    return word ? word.order.map((some) => group.filter(({ i }) => some.includes(i))) : "open";
  }
  // The groups in their order, best first.
  climb(group, places, from = 0) {
    for (let k = from; group.length > 1 && k < this.rules.ladder.length; k += 1) {
      const rung = this.rules.ladder[k];
      const parts = this.parts_at(rung, group, places);
      if (parts === "open") {
        this.open.push({ next: rung, ids: ids_of(group) });
        break;
      }
      if (!parts) continue;
      this.climbed.push({ rung, ids: ids_of(group), parts: parts.map(ids_of) });
      if (parts.length < 2) continue;
      const placed = [];
      for (const part of parts)
        placed.push(...this.climb(part, places - placed.flat().length, k + 1));
      return placed;
    }
    return [group];
  }
}

// Candidates of one post, {i, roll, …go_through()}: `lines` in the order of publication, with rank
// and outcome, and what the ladder came to.
export function rank(rules, candidates, words) {
  const ladder = new Ladder(rules, words);
  const ranked = [];
  const passed = candidates.filter(({ outcome }) => outcome === "passed");
  for (const equals of split(passed, ({ total }) => total)) {
    for (const group of ladder.climb(equals, rules.places - ranked.length)) {
      const place = ranked.length + 1;
      const wins = ranked.length + group.length <= rules.places;
      const won = { rule: "result.winners_per_post", says: `${place} <= ${rules.places}` };
      for (const one of group)
        ranked.push({
          ...one,
          rank: place,
          outcome: wins ? "winner" : "passed",
          steps: wins ? [...one.steps, won] : one.steps,
        });
    }
  }
  const others = candidates.filter(({ outcome }) => outcome !== "passed");
  const by_roll = (a, b) => (a.roll < b.roll ? -1 : 1);
  ranked.sort((a, b) => a.rank - b.rank || by_roll(a, b));
  const { climbed, open } = ladder;
  return { lines: [...ranked, ...others.sort(by_roll)], climbed, open };
}
