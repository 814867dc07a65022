// The steps of a score (docs/formats/results.md) taken apart, so that a page can say them in words;
// and sorted to the rounds that they belong to. Pure.
import type { Schemas } from "#core/api/site";

export type TraceStep = Schemas["TraceStep"];
type Round = Schemas["RoundScore"];

// Points in hundredths, as numbers to be shown: the exact fractions are in the published file.
export type Step =
  | {
      kind: "remedy";
      remedy: string;
      before: number;
      before_max: number;
      after: number;
      max: number;
    }
  | { kind: "part"; points: number; max: number; pct: number; reached: boolean }
  | { kind: "panel"; scores: number; mark: number }
  | { kind: "settled"; mark: number }
  | { kind: "remarked"; before: number; after: number }
  | { kind: "deducted"; pct: number; left: number }
  | { kind: "void" }
  | { kind: "no_show" }
  | { kind: "round"; mark: number; pass: number; reached: boolean }
  | { kind: "total"; mark: number; pass: number; reached: boolean }
  | { kind: "place"; rank: number; places: number }
  | { kind: "other"; says: string };

const fraction = "(-?\\d+(?:/\\d+)?)";
const whole = "(-?\\d+)";
const value_of = (text: string): number => {
  const [numerator = 0, denominator = 1] = text.split("/").map(Number);
  return numerator / denominator;
};

type Reader = (n: number[], signs: string[]) => Step;
const compared = (kind: "round" | "total"): [string, Reader] => [
  `${fraction} (>=|<) ${fraction}`,
  ([mark = 0, pass = 0], [sign]) => ({ kind, mark, pass, reached: sign === ">=" }),
];
const remedy: [string, Reader] = [
  `${whole}/${whole} -> ${whole}/${whole}`,
  ([before = 0, before_max = 0, after = 0, max = 0]) => ({
    kind: "remedy",
    remedy: "",
    before,
    before_max,
    after,
    max,
  }),
];
const readers: Record<string, [string, Reader][]> = {
  "round.objective.parts": [
    [
      `${whole} (>=|<) ${whole} \\* ${whole}`,
      ([points = 0, pct = 0, max = 0], [sign]) => ({
        kind: "part",
        points: points / 100,
        max,
        pct,
        reached: sign === ">=",
      }),
    ],
  ],
  "panel.aggregate": [
    [`${whole}: ${fraction}`, ([scores = 0, mark = 0]) => ({ kind: "panel", scores, mark })],
  ],
  "marking.discrepancy_bands": [[fraction, ([mark = 0]) => ({ kind: "settled", mark })]],
  "remark.change_threshold": [
    [
      `${fraction} -> ${fraction}`,
      ([before = 0, after = 0]) => ({ kind: "remarked", before, after }),
    ],
  ],
  "infraction.deduction_pct": [
    [`-${whole}/100 = ${fraction}`, ([pct = 0, left = 0]) => ({ kind: "deducted", pct, left })],
  ],
  "infraction.levels": [["0", () => ({ kind: "void" })]],
  rounds: [["-", () => ({ kind: "no_show" })], compared("round")],
  "result.pass_mark": [compared("total")],
  "result.winners_per_post": [
    [`${whole} <= ${whole}`, ([rank = 0, places = 0]) => ({ kind: "place", rank, places })],
  ],
};

// What no reader knows is shown as the server says it.
export function read_step({ rule, says }: TraceStep): Step {
  const mended = rule.startsWith("remedy.");
  for (const [pattern, read] of mended ? [remedy] : (readers[rule] ?? [])) {
    const found = new RegExp(`^${pattern}$`).exec(says)?.slice(1);
    if (!found) continue;
    const is_sign = (text: string): boolean => text === ">=" || text === "<";
    const numbers = found.filter((text) => !is_sign(text)).map(value_of);
    const step = read(numbers, found.filter(is_sign));
    return step.kind === "remedy" ? { ...step, remedy: rule.slice("remedy.".length) } : step;
  }
  return { kind: "other", says };
}

// Each round's steps end with its own comparison with the pass mark, or with why it has no mark;
// what follows the last round is of the whole.
export function steps_by_round(
  rounds: readonly Round[],
  steps: readonly TraceStep[],
): { of_round: TraceStep[][]; of_whole: TraceStep[] } {
  let at = 0;
  const of_round = rounds.map((round) => {
    const from = at;
    const ends = (step: TraceStep): boolean =>
      round.fate === "sat" ? step.rule === "rounds" : step.rule === "infraction.levels";
    if (round.fate === "sat" || round.fate === "suspended") {
      while (at < steps.length && !ends(steps[at] as TraceStep)) at += 1;
      at = Math.min(at + 1, steps.length);
    } else if (steps[at]?.rule === "rounds" && steps[at]?.says === "-") at += 1;
    return steps.slice(from, at);
  });
  return { of_round, of_whole: steps.slice(at) };
}

// Items stand in the trace one round after the other.
export function items_by_round(
  rounds: readonly Round[],
  items: readonly Schemas["TraceItem"][],
): Schemas["TraceItem"][][] {
  let at = 0;
  return rounds.map(({ items: own }) => items.slice(at, (at += own.length)));
}

export interface OwnTie {
  rung: string;
  index: number;
  equals: number; // With how many others.
  place: number; // From 1, among them; who is left equal shares one.
}

// The rungs of the ladder on which this candidate stood.
export function own_ties(
  ties: readonly { index: number; payload: { rung: string; order: string[][] } }[],
  candidate: string,
): OwnTie[] {
  return ties.flatMap(({ index, payload: { rung, order } }) => {
    const group = order.findIndex((equals) => equals.includes(candidate));
    if (group < 0) return [];
    const before = order.slice(0, group).reduce((sum, one) => sum + one.length, 0);
    const all = order.reduce((sum, one) => sum + one.length, 0);
    return [{ rung, index, equals: all - 1, place: before + 1 }];
  });
}
