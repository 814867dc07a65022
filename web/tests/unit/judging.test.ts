// The pure parts behind the pages of human judgement: marking desk, infractions, appeals, remedies,
// and what a new release changes.
import { describe, expect, it } from "vitest";
import { is_open, state_of, type Appeal } from "../../src/staff/state/appeal";
import * as desk from "../../src/staff/state/desk";
import {
  candidates_by_roll,
  escalated,
  infraction_rules,
  type Level,
} from "../../src/staff/state/infraction";
import { release_diff } from "../../src/staff/state/release_diff";
import { items_to_mend, keys_of } from "../../src/staff/state/remedy";
import { own_lines } from "../../src/staff/state/rubric";
import type { Schemas } from "../../src/core/api/site";

const script = (more: Partial<desk.Script> = {}): desk.Script => ({
  code: "2731",
  turns: [],
  action: "",
  open_anomalies: 0,
  standard: false,
  ...more,
});

describe("A script at the desk", () => {
  it("shows a fraction of hundredths half up, below zero too", () => {
    expect(desk.rounded({ numerator: 1501, denominator: 2 })).toBe(751);
    expect(desk.rounded({ numerator: 1000, denominator: 3 })).toBe(333);
    expect(desk.rounded({ numerator: -5, denominator: 2 })).toBe(-2);
  });

  it("is settled by whose word it is, and by nobody while an anomaly is open", () => {
    const rows: [Schemas["Awaits"], string[]][] = [
      ["marks", []],
      ["rule", []],
      ["agreement", []],
      ["head", ["head_of_marking"]],
      ["collective", ["head_of_marking"]],
      ["chair", ["chair", "vice_chair"]],
    ];
    const roles: Schemas["Role"][] = ["head_of_marking", "chair", "vice_chair", "supervisor"];
    for (const [awaits, who] of rows) {
      const found = roles.filter((role) => desk.may_settle(script({ awaits }), [role]));
      expect([awaits, found]).toEqual([awaits, who]);
    }
    const noted = script({ awaits: "head", open_anomalies: 1 });
    expect(desk.may_settle(noted, ["head_of_marking"])).toBe(false);
  });

  it("is under exactly one of the three filters, whatever it waits for", () => {
    const all = [
      script({ awaits: "marks" }),
      script({ awaits: "marks", open_anomalies: 1 }),
      script({ awaits: "collective" }),
      script({ settled: { numerator: 1, denominator: 1 } }),
    ];
    const filters: desk.Filter[] = ["people", "marks", "settled"];
    expect(all.map((one) => filters.filter((f) => desk.shown_under(f, one)))).toEqual([
      ["marks"],
      ["people"],
      ["people"],
      ["settled"],
    ]);
  });

  it("a round goes from blinding to unblinding", () => {
    const blinding = { scripts: 4, unblinded: false } as Schemas["BlindingView"];
    const progress = { scripts: 4, settled: 0, unassigned: 8, marking: 4, people: 0, anomalies: 0 };
    const at = (b: object, p: object): number =>
      desk.phase_of({ ...blinding, ...b }, { ...progress, ...p });
    expect(at({ scripts: 0 }, {})).toBe(0);
    expect(at({}, {})).toBe(1);
    expect(at({}, { unassigned: 0 })).toBe(2);
    expect(at({}, { unassigned: 0, marking: 0, settled: 3, people: 1 })).toBe(3);
    expect(at({}, { unassigned: 0, marking: 0, settled: 4 })).toBe(4);
    expect(at({ unblinded: true }, {})).toBe(5);
  });
});

describe("Infractions by the plan", () => {
  const plan = {
    infraction: {
      levels: { value: ["reprimand", "warning", "suspension", "cancellation"] },
      deduction_pct: { value: { reprimand: 20, warning: 40 } },
      escalation: { value: true },
      witnesses_on_refusal: { value: 2 },
      notify_employer: { value: true },
    },
  };
  const rules = infraction_rules(plan);

  it("a repeat counts as the next level, as often as it was repeated", () => {
    const up = (seen: Level, known: Level[]): Level => escalated(rules, seen, known);
    expect(up("reprimand", [])).toBe("reprimand");
    expect(up("reprimand", ["reprimand"])).toBe("warning");
    expect(up("reprimand", ["reprimand", "warning"])).toBe("suspension");
    expect(up("warning", ["reprimand"])).toBe("warning");
    expect(up("cancellation", ["cancellation"])).toBe("cancellation");
    expect(escalated({ ...rules, escalates: false }, "reprimand", ["reprimand"])).toBe("reprimand");
  });

  it("a plan without the rules deducts and escalates nothing", () => {
    const none = infraction_rules({});
    expect(none).toEqual({
      levels: [],
      deduction_pct: {},
      escalates: false,
      witnesses: 0,
      notifies: false,
    });
  });

  it("a roll number names a candidate by the one draw of seats, and by none where there are two", () => {
    const seats = { purpose: "seats", seed: "s", order: ["cand_b", "cand_a"] };
    const draws = (...all: object[]): Schemas["DrawView"][] => all as Schemas["DrawView"][];
    const one = candidates_by_roll(draws({ purpose: "order", seed: "s", order: ["x"] }, seats));
    expect([...one]).toEqual([
      ["0001", "cand_b"],
      ["0002", "cand_a"],
    ]);
    expect(candidates_by_roll(draws(seats, { ...seats })).size).toBe(0);
    expect(candidates_by_roll(draws({ ...seats, seed: undefined })).size).toBe(0);
  });
});

describe("An appeal", () => {
  const appeal = { track: "own_mark", remarks: 0, amended: false } as Appeal;
  it("goes from filed to concluded, and is open until then", () => {
    const rows: [object, string, boolean][] = [
      [{}, "waits", true],
      [{ upheld: false }, "refused", false],
      [{ upheld: true, track: "procedure" }, "upheld", false],
      [{ upheld: true }, "to_remark", true],
      [{ upheld: true, remarks: 1 }, "in_remark", true],
      [{ upheld: true, remarks: 2 }, "remarked", true],
      [{ upheld: true, remarks: 2, amended: true }, "amended", false],
    ];
    for (const [more, state, open] of rows) {
      const one = { ...appeal, ...more };
      expect([more, state_of(one, 2), is_open(one)]).toEqual([more, state, open]);
    }
  });
});

describe("A remedy", () => {
  it("has its further keys as the server takes them, by the item's type", () => {
    const given = { picked: ["A", "C"], sets: [["A", "B"], []], typed: " 7,5 \n\nHà Nội" };
    expect(keys_of("choice", given)).toEqual([["A"], ["C"]]);
    expect(keys_of("multiple", given)).toEqual([["A", "B"]]);
    expect(keys_of("numeric", { ...given, typed: "7,5\n-2" })).toEqual([["7.5"], ["-2"]]);
    expect(keys_of("text", given)).toEqual([["7,5"], ["Hà Nội"]]);
  });

  it("is of an objective item, numbered as in its part of the paper", () => {
    const content = {
      paper: {
        parts: [
          { title: "I", items: ["a", "b"] },
          { title: "II", items: ["c"] },
        ],
        items: [
          { item: "c", type: "choice" },
          { item: "b", type: "numeric" },
          { item: "a", type: "essay" },
        ],
      },
      key: { items: [{ item: "b" }] },
    } as unknown as Schemas["PaperContent"];
    const found = items_to_mend(content).map(({ item, part, number, key }) => [
      item.item,
      part,
      number,
      key?.item,
    ]);
    expect(found).toEqual([
      ["b", "I", 2, "b"],
      ["c", "II", 1, undefined],
    ]);
  });
});

describe("A new release", () => {
  const line = { post: "p", roll_number: "1", who: "A", shown: "80", rank: 1, outcome: "winner" };
  const other = { post: "p", roll_number: "2", who: "B", shown: "70", rank: 2, outcome: "passed" };
  const scored = (one: object): Schemas["NamedScore"] =>
    ({ score: { ...line, ...one }, full_name: "X" }) as unknown as Schemas["NamedScore"];
  const published = [line, other] as Schemas["ResultLine"][];

  it("that repeats the published ranking changes nothing", () => {
    expect(release_diff(published, [scored({}), scored(other)])).toEqual([]);
  });

  it("says who crosses the line, and who only moves within it", () => {
    const up = scored({ ...other, rank: 1, shown: "90", outcome: "winner" });
    const down = scored({ rank: 2, shown: "79", outcome: "passed" });
    const changes = release_diff(published, [up, down]);
    expect(changes.map((one) => [one.roll_number, one.crosses])).toEqual([
      ["2", true],
      ["1", true],
    ]);
    expect(changes[0]?.before).toEqual({ rank: 2, shown: "70", outcome: "passed" });
    const [within] = release_diff(published, [scored({ shown: "81" }), scored(other)]);
    expect(within?.crosses).toBe(false);
  });

  it("shows who is published no more, and who was not before", () => {
    const changes = release_diff(published.slice(1), [scored({})]);
    expect(changes.map((one) => [one.roll_number, one.before?.shown, one.after?.shown])).toEqual([
      ["1", undefined, "80"],
      ["2", "70", undefined],
    ]);
  });
});

describe("Committed marks of one's own", () => {
  it("come back with the rubric's words and maxima", () => {
    const item = {
      rubric: [{ criterion: "content", text: "Nội dung", max: 400, levels: [] }],
      lines: [{ criterion: "content", points: 350, comment: "Thiếu căn cứ." }],
    } as unknown as Parameters<typeof own_lines>[0];
    expect(own_lines(item)).toEqual([
      { criterion: "content", text: "Nội dung", max: 400, points: 350, comment: "Thiếu căn cứ." },
    ]);
    expect(own_lines({ ...item, lines: [] })).toEqual([]);
  });
});
