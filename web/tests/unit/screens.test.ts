// The pure parts behind the portal's and the staff's screens.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day_text, parse_day, parse_instant } from "../../src/core/day";
import { terms_vi } from "../../src/core/i18n/terms.vi";
import { criteria_vi, criterion_rule } from "../../src/core/i18n/criteria.vi";
import { plan_choices, value_kind } from "../../src/core/plan_choices";
import {
  is_borrowed,
  setting_at,
  settings_of,
  source_text,
  step_of,
  value_text,
  with_setting,
} from "../../src/core/plan_text";
import { next_action } from "../../src/portal/state/next_action";
import { next_path, sign_in_path } from "../../src/portal/state/next";
import { fields } from "../../src/portal/state/facts";
import { facts_with } from "../../src/portal/state/facts_form";
import { text_to_value, value_to_text } from "../../src/staff/state/plan_value";
import { seat_view, type Seat } from "../../src/staff/state/seat_view";
import type { MyApplication, Schemas } from "../../src/core/api/site";

const words = { words: terms_vi, language: "vi" as const };

describe("days as people type them", () => {
  test("are read with any usual separator and kept as ISO", () => {
    expect(parse_day("5/9/1978")).toBe("1978-09-05");
    expect(parse_day(" 05-09-1978 ")).toBe("1978-09-05");
    expect(day_text("1978-09-05")).toBe("05/09/1978");
  });
  test("that do not exist are refused", () => {
    for (const text of ["30/02/2020", "1/13/2020", "1978-09-05", "", "mai"]) {
      expect(parse_day(text)).toBeUndefined();
    }
  });
  test("with an hour are instants of Vietnam's zone", () => {
    expect(parse_instant("07:00 24/11/2026")).toBe(Date.parse("2026-11-24T00:00:00Z"));
    expect(parse_instant("25:00 24/11/2026")).toBeUndefined();
  });
});

describe("the plan in words", () => {
  const plan = {
    intake: { opens: { value: 1_790_000_000_000, source: "demo" } },
    elig: { age_rule: { waived: { by: "A", reason: "B" } } },
    result: { pass_mark: { value: 5000, source: "vay mượn: X" } },
    panel: { ballot: { unset: true } },
  };
  test("lists every leaf by its dotted name", () => {
    expect(settings_of(plan).map((leaf) => leaf.name)).toEqual([
      "intake.opens",
      "elig.age_rule",
      "result.pass_mark",
      "panel.ballot",
    ]);
  });
  test("replaces one leaf and leaves the original alone", () => {
    const next = with_setting(plan, "panel.ballot", { value: "secret", source: "Y" });
    expect(setting_at(next, "panel.ballot")?.value).toBe("secret");
    expect(setting_at(plan, "panel.ballot")?.unset).toBe(true);
    expect(setting_at(next, "intake.opens")?.value).toBe(1_790_000_000_000);
  });
  test("marks borrowed sources and shows them without the mark", () => {
    expect(is_borrowed("vay mượn: X")).toBe(true);
    expect(is_borrowed("borrowed: X")).toBe(true);
    expect(is_borrowed("Thông báo 320")).toBe(false);
    expect(source_text("vay mượn: X")).toBe("X");
  });
  test("shows points, instants, fractions and lists as people write them", () => {
    expect(value_text(5000, { ...words, unit: "points" })).toBe("50");
    expect(value_text(30_000, { ...words, unit: "ms" })).toBe("30 giây");
    expect(value_text({ numerator: 2, denominator: 3 }, { ...words, unit: "" })).toBe("2/3");
    expect(value_text(["spouse", "parent"], { ...words, unit: "" })).toBe(
      "Vợ hoặc chồng, Cha hoặc mẹ",
    );
    expect(value_text(1_790_000_000_000, { ...words, unit: "" })).toMatch(/^\d\d:\d\d, \d\d\//);
  });
  test("puts every rule that a criterion names into the step of conditions", () => {
    const { priority, ...conditions } = criterion_rule;
    for (const rule of Object.values(conditions)) expect(step_of(rule)).toBe("conditions");
    expect(step_of(priority ?? "")).toBe("thresholds"); // It shuts nobody out.
    expect(Object.keys(criterion_rule)).toEqual(Object.keys(criteria_vi.criterion));
  });
  test("has a word for every value that can be chosen", () => {
    const known = { ...terms_vi.value, ...terms_vi.document, ...terms_vi.relation };
    const others = ["objective", "written", "defence"];
    for (const [name, { values }] of Object.entries(plan_choices)) {
      if (name === "contest.preset") continue;
      for (const value of values) {
        expect([name, value, value in known || others.includes(value)]).toEqual([
          name,
          value,
          true,
        ]);
      }
    }
  });
});

describe("the editor of a rule", () => {
  test("gives back what it was given", () => {
    const samples: [string, unknown][] = [
      ["elig.four_eyes_check", true],
      ["defence.qa_max", 30],
      ["result.pass_mark", 4750],
      ["intake.closes", Date.parse("2026-12-05T10:00:00Z")],
      ["contest.title", "Kỳ thi"],
      ["publish.channels", ["portal", "notice_board"]],
      ["panel.ballot", "secret"],
    ];
    for (const [name, value] of samples) {
      const kind = value_kind(name) ?? "json";
      expect([name, text_to_value(value_to_text(value, kind), kind)]).toEqual([name, value]);
    }
  });
  test("refuses what it cannot read", () => {
    expect(text_to_value("nhiều", "whole")).toBeUndefined();
    expect(text_to_value("47,123", "points")).toBeUndefined();
    expect(text_to_value("{", "json")).toBeUndefined();
    expect(text_to_value("", "text")).toBeUndefined();
  });
});

describe("the next action of a candidate", () => {
  const now = 1_000_000_000;
  const line = {
    contest: "con_x",
    stage: "preparing",
    state: "eligible",
    grounds: [],
  } as unknown as MyApplication;
  const sitting = {
    contest: "con_x",
    sitting: "sit_x",
    practice: false,
    state: "scheduled",
    opens_at: now + 86_400_000,
    ends_at: now + 90_000_000,
  } as unknown as Schemas["MySitting"];
  const kind = (change: object, sittings: Schemas["MySitting"][] = []) =>
    next_action({ ...line, ...change }, sittings, now).kind;

  test("is the supplement before anything else", () => {
    expect(kind({ state: "supplement_requested" }, [sitting])).toBe("supplement");
  });
  test("is the ticket before the day, the exam room from an hour before the bell", () => {
    expect(kind({}, [sitting])).toBe("ticket");
    expect(kind({}, [{ ...sitting, opens_at: now + 3_000_000 }])).toBe("sit");
  });
  test("is the petition only while its window is open", () => {
    expect(kind({ state: "refused", petition_closes_at: now + 1 })).toBe("refused");
    expect(kind({ state: "refused", petition_closes_at: now - 1 })).toBe("wait");
  });
  test("is practice when nothing else waits, and the result once published", () => {
    const practice = { ...sitting, practice: true, opens_at: now - 1 };
    expect(kind({}, [practice])).toBe("practice");
    expect(kind({ stage: "released" }, [practice])).toBe("result");
  });
});

describe("coming back after signing in", () => {
  test("goes to a page of this site only", () => {
    const back = (path: string) => next_path(new URL(`http://x${path}`).search, "/");
    expect(back(sign_in_path("/ky-thi/con_x/ho-so"))).toBe("/ky-thi/con_x/ho-so");
    for (const bad of ["//evil.vn", "/\\evil.vn", "https://evil.vn", "javascript:alert(1)"]) {
      expect(next_path(`?ve=${encodeURIComponent(bad)}`, "/")).toBe("/");
    }
  });
});

describe("facts out of the form", () => {
  test("leave out what was left empty and name what cannot be read", () => {
    const before = { discipline: [], appraisals: [], position: "Phó Vụ trưởng" };
    const read = facts_with(fields["cong-tac"], before, {
      years_in_sector: "mười",
      organisation: " Ban ",
    });
    expect(read.facts).toEqual({ discipline: [], appraisals: [], organisation: "Ban" });
    expect(read.unreadable).toEqual([{ name: "years_in_sector", kind: "whole" }]);
  });
});

describe("a seat of the live room", () => {
  const now = 10_000_000;
  const seat = {
    state: "open",
    connected: true,
    last_saved_at: now - 12_000,
    last_seen_at: now - 1_000,
    late_answers: 0,
    called: false,
    takeover_waiting: false,
  } as unknown as Seat;
  const look = (change: object) => seat_view({ ...seat, ...change }, now);

  test("says how long ago it saved", () => {
    expect(look({})).toMatchObject({ look: "ok", says: { kind: "saved", ms: 12_000 } });
  });
  test("of somebody who thinks for minutes with a live connection is no alarm", () => {
    expect(look({ last_saved_at: now - 300_000 }).attention).toBe(false);
  });
  test("without a connection is lost, and alarms after two minutes", () => {
    expect(look({ connected: false, last_seen_at: now - 60_000 })).toMatchObject({
      look: "lost",
      alarm: false,
    });
    expect(look({ connected: false, last_seen_at: now - 121_000 }).alarm).toBe(true);
  });
  test("that handed in is not called the same as one that the server ended", () => {
    expect(look({ state: "submitted" })).toMatchObject({ look: "done", says: { kind: "done" } });
    expect(look({ state: "ended" })).toMatchObject({ look: "done", says: { kind: "closed" } });
  });
  test("that calls, or waits for a machine, comes before everything", () => {
    expect(look({ called: true }).says.kind).toBe("calling");
    expect(look({ takeover_waiting: true, connected: false }).says.kind).toBe("takeover");
  });
});

test("every parameter of an address reaches its screen", () => {
  const read = (name: string): string =>
    readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8");
  const screen = read("ui/Screen.svelte");
  for (const table of ["portal/routes.ts", "staff/routes.ts"]) {
    const names = [...read(table).matchAll(/\{([a-z_]+)\}/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(screen).toContain(`${name}={params["${name}"]}`);
  }
});
