// Who is who in a ministry's contest that people judge: its plan, its officials, and what each
// candidate writes, is given, and does wrong. Candidate i applies for post i mod 3.
import { marks_of } from "./council_day.mjs";
import {
  marker_names,
  of_appeals,
  of_council,
  of_exam,
  of_marking,
  office,
  voting_names,
} from "./officials.mjs";
import * as plan from "./plan.mjs";

export const count = 200;
export const objective = plan.round;
export const essay = plan.numbered("rnd", 3);
export const defence = plan.numbered("rnd", 4);
export const bells = {
  objective: plan.bell,
  essay: plan.at("05-28 08:00"),
  defence: plan.at("06-10 08:00"),
};

export const markers = marker_names(6);
export const voting = voting_names(7);
export const council = [
  ...office,
  ...of_exam,
  ...of_marking(markers),
  ...of_appeals,
  ...of_council(voting),
];

// The pattern EDU_10_15_25, after the rules of education: below 10 % of the maximum the two agree;
// up to 15 % they agree with minutes, or the head decides; above it a third marks.
export const bands = [
  { from_pct: 0, from_inclusive: true, action: "agree" },
  { from_pct: 10, from_inclusive: true, action: "agree_with_minutes_else_head" },
  { from_pct: 15, from_inclusive: false, action: "third_marker" },
];
const ladder = [
  "project_mark",
  "written_mark",
  "objective_mark",
  "council_vote",
  "chair_decision",
  "public_draw",
];
const parts_pct = 50;

export const choices = {
  "council.min_members": voting.length,
  rounds: [
    plan.a_round(objective, "Trắc nghiệm", { gate: true, opens: bells.objective }),
    plan.a_round(essay, "Thi viết", {
      type: "written",
      gate: true,
      opens: bells.essay,
      minutes: 180,
    }),
    plan.a_round(defence, "Bảo vệ đề án", {
      type: "defence",
      weight: 2,
      opens: bells.defence,
      minutes: 0,
    }),
  ],
  "round.objective.parts": [
    { topic: "general", title: "Kiến thức chung", questions: 20, minutes: 60, pass_pct: parts_pct },
  ],
  "result.pass_mark": 20_000,
  "result.tie_break": ladder,
  "marking.discrepancy_bands": bands,
  "defence.presentation_max": 45,
  "defence.qa_max": 30,
  "panel.ballot_timing": "after_each_candidate",
};

// The same rules as ranking.mjs takes them, with a winner for each post; `decides` is the rung that
// a round's mark decides at.
export const rules = {
  rounds: [
    { round: objective, weight: 1, pass: 5_000, gate: true, decides: "objective_mark" },
    { round: essay, weight: 1, pass: 5_000, gate: true, decides: "written_mark" },
    { round: defence, weight: 2, pass: 5_000, gate: false, decides: "project_mark" },
  ],
  parts_pct,
  pass_mark: 20_000,
  ladder,
  places: 1,
  decimals: 1,
};

// What goes on to the essay. `right`: of twenty questions; `essay`: the percentage that each of its
// markers gives, a third where the first two are far apart; `word`: what people then settle on, in
// hundredths; `ballots`: the council's whole marks, null for a blank one.
const nine = (sum) => marks_of(sum, voting.length);
const finalists = new Map([
  // Equals whom no mark tells apart.
  ...[0, 3, 6, 9].map((i) => [i, { right: 16, essay: [80, 80], ballots: nine(720) }]),
  // The same total: a worse essay than theirs, a better objective round.
  [12, { right: 18, essay: [70, 50, 70], ballots: nine(720) }],
  // The same total: a worse project than theirs, a better essay.
  [15, { right: 16, essay: [96, 84], word: { by: "head", mark: 9_000 }, ballots: nine(675) }],
  [1, { right: 18, essay: [80, 80], ballots: nine(756) }],
  [4, { right: 16, essay: [86, 78], word: { by: "markers", mark: 8_200 }, ballots: nine(774) }],
  [7, { right: 18, essay: [98, 80, 90], ballots: [80, 81, 79, 85, 77, 82, 78, null, 101] }],
  [2, { right: 18, essay: [86, 74], word: { by: "markers", mark: 8_000 }, ballots: nine(720) }],
  [5, { right: 18, essay: [76, 76], ballots: nine(729) }],
  [8, { right: 17, essay: [98, 58, 78], word: { by: "board", mark: 8_000 }, ballots: nine(655) }],
  [11, { right: 12, essay: [60, 60], ballots: null }], // Does not come to the defence.
]);
// Through the first gate, not through the second.
const stopped_at_essay = [10, 13, 14, 16, 17, 18, 19, 20].map((i) => [
  i,
  { right: 10 + (i % 3), essay: [2 * i, 2 * i] },
]);
export const writers = new Map([...finalists, ...stopped_at_essay]);

export const equals = [0, 3, 6, 9];
export const absent_from_essay = 21;
export const absent = 22;
export const suspended = 23;
// Two breaches of the same kind: the second one is a warning.
export const twice_reprimanded = 7;
// A reprimand takes this one below the gate.
export const reprimanded = 24;
// Whose appeals are upheld: this one's script is worth more; this one's answer is right too.
export const remarked = { i: 5, essay: { remark_first: 90, remark_second: 84, remark_third: 90 } };
export const claimant = 4;

// One answer short of the first gate: the further key comes too late to be summoned to the essay.
export const lifted = 25;

// Of twenty questions. Nobody but `writers` and these comes so far.
const others = { [absent_from_essay]: 13, [reprimanded]: 11, [lifted]: 9 };
export const right_of = (i) => writers.get(i)?.right ?? others[i] ?? (i * 7) % 9;
export const summoned = [...writers.keys(), absent_from_essay];
