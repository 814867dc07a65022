// What a hearing waits for, and the order in which a council is read out.
import { expect, test } from "vitest";
import type { Schemas } from "#core/api/site";
import { members_in_order } from "../../src/staff/state/council";
import {
  ballots_missing,
  cut_off,
  mark_passed,
  next_step,
  without_ballot,
} from "../../src/staff/state/hearing";

const minute = 60_000;
const members = [
  { person: "per_c", name: "Vũ Thị Bình", leads: false },
  { person: "per_b", name: "Lê Văn An", leads: false },
  { person: "per_a", name: "Trần Văn Xuân", leads: true },
];
const view = { ballot: "secret", overrun: "cut_off", members } as Schemas["DefenceView"];
const post = { present: ["per_a", "per_b", "per_c"], next: "cand_1" } as Schemas["DefencePost"];
const hearing = (more: Partial<Schemas["HearingView"]>): Schemas["HearingView"] => ({
  candidate: "cand_1",
  full_name: "Nguyễn Thị Hà",
  excluded: [],
  may_cast: false,
  may_score: true,
  questions: [],
  roll_closed: false,
  scored: [],
  scorers: 3,
  sheets: [],
  ...more,
});

test("who presides comes first, the others by their given names", () => {
  expect(members_in_order(members).map((one) => `${one.number} ${one.name}`)).toEqual([
    "1 Trần Văn Xuân",
    "2 Lê Văn An",
    "3 Vũ Thị Bình",
  ]);
});

test("the first step is the next candidate's alone; after that each has one", () => {
  expect(next_step(post, hearing({}))).toBe("presentation");
  expect(next_step(post, hearing({ candidate: "cand_2" }))).toBeUndefined();
  expect(next_step(post, hearing({ step: "presentation" }))).toBe("questions");
  expect(next_step(post, hearing({ step: "closed" }))).toBeUndefined();
});

test("who has no ballot is named, in the council's order, without who is excluded", () => {
  expect(without_ballot(view, post, hearing({ scored: ["per_b"] }))).toEqual([
    "Trần Văn Xuân",
    "Vũ Thị Bình",
  ]);
  const excluded = hearing({ excluded: ["per_a"], scored: ["per_b"], scorers: 2 });
  expect(without_ballot(view, post, excluded)).toEqual(["Vũ Thị Bình"]);
});

test("ballots are missing until all who score have cast, or all who got one once the roll is closed", () => {
  const scored = ["per_a", "per_b"];
  expect(ballots_missing(view, hearing({ scored }))).toBe(3);
  expect(ballots_missing(view, hearing({ scored, roll_closed: true, in_box: 1 }))).toBe(1);
  expect(ballots_missing(view, hearing({ scored, roll_closed: true, in_box: 2 }))).toBe(0);
  expect(ballots_missing(view, hearing({ scored: [], may_score: false }))).toBe(0);
});

test("time is told at five minutes, at one and at its end", () => {
  expect(mark_passed(5 * minute + 1)).toBeUndefined();
  expect(mark_passed(5 * minute)).toBe(5);
  expect(mark_passed(minute)).toBe(1);
  expect(mark_passed(0)).toBe(0);
});

test("a step that came when time was over was the server's, where the plan cuts off", () => {
  expect(cut_off(view, 1000, 1000)).toBe(true);
  expect(cut_off(view, 1000, 999)).toBe(false);
  expect(cut_off({ ...view, overrun: "warn" }, 1000, 1000)).toBe(false);
});
