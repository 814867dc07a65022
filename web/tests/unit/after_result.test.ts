// The pure parts behind a candidate's pages after the result: steps, marks, appeals, releases.
import { describe, expect, test } from "vitest";
import type { Schemas } from "../../src/core/api/site";
import {
  appeal_state,
  own_mark_rounds,
  window_of,
  type Appeal,
  type AppealList,
} from "../../src/portal/state/appeals";
import { releases_of } from "../../src/portal/state/releases";
import { marks_of, turn_total, type Mark } from "../../src/portal/state/script_marks";
import { time_left } from "../../src/portal/state/time_left";
import { items_by_round, own_ties, read_step, steps_by_round } from "../../src/portal/state/trace";

describe("a step of a score", () => {
  test.each([
    ["rounds", "8000 >= 5000", { kind: "round", mark: 8000, pass: 5000, reached: true }],
    ["rounds", "14200/3 < 5000", { kind: "round", mark: 14200 / 3, pass: 5000, reached: false }],
    ["rounds", "-", { kind: "no_show" }],
    ["result.pass_mark", "-100 < 5000", { kind: "total", mark: -100, pass: 5000, reached: false }],
    ["result.winners_per_post", "1 <= 2", { kind: "place", rank: 1, places: 2 }],
    ["panel.aggregate", "5: 42200/5", { kind: "panel", scores: 5, mark: 8440 }],
    ["marking.discrepancy_bands", "7000", { kind: "settled", mark: 7000 }],
    ["remark.change_threshold", "7000 -> 9000", { kind: "remarked", before: 7000, after: 9000 }],
    ["infraction.deduction_pct", "-20/100 = 6400", { kind: "deducted", pct: 20, left: 6400 }],
    ["infraction.levels", "0", { kind: "void" }],
    [
      "round.objective.parts",
      "520000 >= 50 * 6000",
      { kind: "part", points: 5200, max: 6000, pct: 50, reached: true },
    ],
    [
      "remedy.drop",
      "-100/400 -> 0/0",
      { kind: "remedy", remedy: "drop", before: -100, before_max: 400, after: 0, max: 0 },
    ],
    ["rounds", "something new", { kind: "other", says: "something new" }],
    ["some.rule", "1", { kind: "other", says: "1" }],
  ])("%s: %s", (rule, says, step) => {
    expect(read_step({ rule, says })).toEqual(step);
  });
});

const round = (name: string, fate: Schemas["RoundFate"], items = 0): Schemas["RoundScore"] => ({
  round: name,
  fate,
  items: Array.from({ length: items }, (_, i) => ({
    item: `${name}-${i}`,
    verdict: "correct",
    points: 100,
    max: 100,
  })),
  parts: [],
  mark: { numerator: 0, denominator: 1 },
  passed: false,
});
const step = (rule: string, says = "0"): Schemas["TraceStep"] => ({ rule, says });

describe("steps and items of a round", () => {
  test("end with the comparison with its pass mark, or with why it has none", () => {
    const steps = [
      step("marking.discrepancy_bands", "7000"),
      step("rounds", "7000 >= 5000"),
      step("infraction.levels"),
      step("result.pass_mark", "7000 >= 5000"),
    ];
    const rounds = [round("a", "sat"), round("b", "suspended"), round("c", "not_reached")];
    const sorted = steps_by_round(rounds, steps);
    expect(sorted.of_round.map((one) => one.length)).toEqual([2, 1, 0]);
    expect(sorted.of_whole).toEqual([steps[3]]);
  });
  test("of who never came to the defence are the one that says so", () => {
    const steps = [step("rounds", "-"), step("infraction.levels")];
    const sorted = steps_by_round([round("a", "absent")], steps);
    expect(sorted).toEqual({ of_round: [[steps[0]]], of_whole: [steps[1]] });
  });
  test("follow each other in the trace", () => {
    const rounds = [round("a", "sat", 2), round("b", "sat"), round("c", "sat", 1)];
    const items = rounds.flatMap(({ items: own }) => own.map((score) => ({ score })));
    expect(items_by_round(rounds, items).map((one) => one.length)).toEqual([2, 0, 1]);
  });
});

test("a tie says with how many others and how it was told apart", () => {
  const ties = [
    { index: 7, payload: { rung: "written_mark", order: [["x"], ["me", "y"]] } },
    { index: 8, payload: { rung: "council_vote", order: [["p"], ["q"]] } },
  ];
  expect(own_ties(ties, "me")).toEqual([{ rung: "written_mark", index: 7, equals: 2, place: 2 }]);
});

describe("marks of a script", () => {
  const given = (index: number, more: Partial<Mark>): Mark => ({
    ...{ round: "r", turn: "first", item: "i", points: 100, lines: [], index },
    ...more,
  });
  const settled = {
    round: "r",
    code: "k",
    from_pct: 0,
    action: "mean_of_two",
    mark: { numerator: 100, denominator: 1 },
  };
  test("are those of its round, by item and turn", () => {
    const marks = marks_of(settled, [
      given(3, { round: "other", points: 900 }),
      given(4, { turn: "second", points: 80 }),
      given(5, {}),
      given(6, { item: "j", points: 50 }),
    ]);
    expect(marks.turns).toEqual(["first", "second"]);
    expect(turn_total(marks, "first")).toBe(150);
    expect(turn_total(marks, "second")).toBe(80);
  });
});

describe("appeals", () => {
  const written = { round: "w", type: "written", practice: false } as Schemas["RoundLine"];
  const objective = { round: "o", type: "objective", practice: false } as Schemas["RoundLine"];
  const trial = { round: "t", type: "written", practice: true } as Schemas["RoundLine"];
  const rounds = [written, objective, trial];
  const plan = { remark: { allowed_round_types: { value: ["written"], source: "" } } };
  const filed = { track: "own_mark", round: "w", amended: false } as Appeal;

  test("against the own mark: rounds that the plan names, that were sat, once", () => {
    expect(own_mark_rounds(rounds, plan, ["w", "o", "t"], [])).toEqual([written]);
    expect(own_mark_rounds(rounds, plan, ["o"], [])).toEqual([]);
    expect(own_mark_rounds(rounds, plan, ["w"], [filed])).toEqual([]);
    expect(own_mark_rounds(rounds, plan, ["w"], [{ ...filed, track: "procedure" }])).toEqual([
      written,
    ]);
    const waived = { remark: { allowed_round_types: { waived: { by: "", reason: "" } } } };
    expect(own_mark_rounds(rounds, waived, ["w"], [])).toEqual([]);
  });
  test("stand where decisions have brought them", () => {
    expect(appeal_state(filed)).toBe("filed");
    expect(appeal_state({ ...filed, upheld: false })).toBe("rejected");
    expect(appeal_state({ ...filed, upheld: true })).toBe("remarking");
    expect(appeal_state({ ...filed, upheld: true, amended: true })).toBe("amended");
    expect(appeal_state({ ...filed, track: "procedure", upheld: true })).toBe("upheld");
  });
  test("are taken until the last instant of the window, or until results are final", () => {
    const list: AppealList = { open: true, closes_at: 1000, appeals: [] };
    expect(window_of(list, 1000)).toEqual({ kind: "open", until_at: 1000 });
    expect(window_of(list, 1001)).toEqual({ kind: "over", closed_at: 1000 });
    expect(window_of({ ...list, open: false }, 10).kind).toBe("final");
    expect(window_of({ open: false, appeals: [] }, 10).kind).toBe("not_released");
  });
});

test("time left is never said to be more than it is", () => {
  expect(time_left(14 * 86_400_000 + 3_599_999)).toEqual({ days: 14, hours: 0, minutes: 59 });
  expect(time_left(59_999)).toEqual({ days: 0, hours: 0, minutes: 0 });
  expect(time_left(-1)).toEqual({ days: 0, hours: 0, minutes: 0 });
});

test("a release says what had changed since the one before", () => {
  const release = (index: number) => ({ index, at: index, payload: { file_hash: `f${index}` } });
  const half = { numerator: 1, denominator: 2 };
  const amend = (index: number, new_mark = { numerator: 3, denominator: 4 }) => ({
    index,
    at: 0,
    payload: { appeal: "a", old_mark: half, new_mark },
  });
  const mend = (index: number) => ({
    index,
    at: 0,
    payload: { paper: "p", item: "i", reason: "r" },
  });
  const all = releases_of(
    [release(10), release(20)],
    [release(30)],
    [amend(12), amend(13, { numerator: 2, denominator: 4 })],
    [mend(5), mend(25)],
  );
  expect(all.map(({ kind, amended, mended }) => [kind, amended, mended])).toEqual([
    ["first", 0, 0],
    ["again", 1, 0],
    ["final", 0, 1],
  ]);
});
