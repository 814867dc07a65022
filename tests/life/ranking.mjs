// The result of a contest of objective, written and defence rounds, computed a second time from
// docs/formats/results.md alone: what each candidate gave becomes marks, traces, totals and ranks.
// Shares nothing with the server; knows no HTTP.
import { Fraction } from "./fraction.mjs";

const zero = new Fraction(0);

// A round as sat, from {steps, mark, passed?, deduction?}: what infractions leave of the mark.
function sat({ steps, mark, parts_passed = true, deduction }, round) {
  const left = deduction ? mark.times(100 - deduction, 100) : mark;
  const taken = deduction
    ? [{ rule: "infraction.deduction_pct", says: `-${deduction}/100 = ${left}` }]
    : [];
  const reached = left.reaches(new Fraction(round.pass));
  const compared = `${left} ${reached ? ">=" : "<"} ${round.pass}`;
  return {
    fate: "sat",
    mark: left,
    passed: reached && parts_passed,
    steps: [...steps, ...taken, { rule: "rounds", says: compared }],
  };
}

const unsat = {
  absent: [],
  // Came to no defence: the log says so.
  not_heard: [{ rule: "rounds", says: "-" }],
  // Summoned by nobody: a remedy lifted him over the gate when the round had been held.
  not_reached: [],
  suspended: [{ rule: "infraction.levels", says: "0" }],
};

// One candidate's way through `plan.rounds`. `given` has for each round what sat() takes, or
// {fate}.
export function go_through(plan, given) {
  const rounds = [];
  const steps = [];
  let total = zero;
  let goes_on = true;
  for (const [k, round] of plan.rounds.entries()) {
    const own = given[k];
    if (!goes_on) {
      rounds.push({ fate: "not_reached", mark: zero, passed: false });
      continue;
    }
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
  const reached = total.reaches(new Fraction(plan.pass_mark));
  steps.push({
    rule: "result.pass_mark",
    says: `${total} ${reached ? ">=" : "<"} ${plan.pass_mark}`,
  });
  const passed = reached && rounds.every((one) => one.passed);
  return { rounds, steps, total, outcome: passed ? "passed" : "not_passed" };
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
// equals that `order` names. Keeps what it came to: `climbed`, {rung, ids, parts} of every rung, and
// `open`, {next, ids} where nobody has spoken yet.
class Ladder {
  constructor(plan, words) {
    Object.assign(this, { plan, words, climbed: [], open: [] });
  }
  word(rung, ids) {
    const same = ({ order }) =>
      order.flat().length === ids.length && order.flat().every((i) => ids.includes(i));
    return this.words.filter((one) => one.rung === rung).findLast(same);
  }
  // People are asked only where `places` end inside the group.
  parts_at(rung, group, places) {
    const round = this.plan.rounds.findIndex(({ decides }) => decides === rung);
    if (round >= 0) return split(group, (one) => one.rounds[round].mark);
    if (places <= 0 || places >= group.length) return null;
    const word = this.word(rung, ids_of(group));
    return word ? word.order.map((some) => group.filter(({ i }) => some.includes(i))) : "open";
  }
  // The groups in their order, best first.
  climb(group, places, from = 0) {
    for (let k = from; group.length > 1 && k < this.plan.ladder.length; k += 1) {
      const rung = this.plan.ladder[k];
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
export function rank(plan, candidates, words) {
  const ladder = new Ladder(plan, words);
  const ranked = [];
  const passed = candidates.filter(({ outcome }) => outcome === "passed");
  for (const equals of split(passed, ({ total }) => total)) {
    for (const group of ladder.climb(equals, plan.places - ranked.length)) {
      const place = ranked.length + 1;
      const wins = ranked.length + group.length <= plan.places;
      const won = { rule: "result.winners_per_post", says: `${place} <= ${plan.places}` };
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
