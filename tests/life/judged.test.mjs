// A ministry's contest of 200 that people judge: an objective round, an essay marked blind, a
// defence before the council; equals on every rung of the ladder, an appeal of each track, a
// remedied key. What is published is compared with what ranking.mjs makes of the same answers,
// marks and ballots.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as cast from "./judged_cast.mjs";
import * as day from "./judged_day.mjs";
import { mark_again, mark_essays } from "./judged_marking.mjs";
import { Judged } from "./judged_result.mjs";
import { MarkingDay } from "./marking_day.mjs";
import * as outcome from "./outcome.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import { assert_candidate_file, assert_minutes } from "./printed.mjs";
import { run } from "./server.mjs";
import * as stages from "./stages.mjs";
import { stopwatch } from "./stopwatch.mjs";
import { World } from "./world.mjs";

const half = cast.count / 2;
const rooms = [
  { name: "Phòng 1", seats: half, keepers: ["keeper_1", "keeper_2"] },
  { name: "Phòng 2", seats: half, keepers: ["keeper_3", "keeper_4"] },
];
const office = ["chair", "vice", "secretary", "auditor"];

async function mark_round(world, open_secrets) {
  await world.leap("05-29 09:00", [...office, "blinder", "chief", ...cast.markers]);
  await world.advance_stage("marking");
  const day = new MarkingDay(world, cast.essay);
  await day.blind(open_secrets, cast.writers.size);
  const marked = await mark_essays(world, day);
  await day.unblind();
  return { ...marked, max: (await day.view()).max };
}

// Every way in which two or three marks can end, by the plan's bands; and it ended so.
function assert_bands(judged, seen) {
  const met = [...cast.writers.keys()].map((i) => judged.ended(i).met);
  assert.deepEqual([...new Set(met)].sort(), [
    "agree: equal",
    "agree: markers",
    "agree_with_minutes_else_head: head",
    "agree_with_minutes_else_head: markers",
    "third_marker: board",
    "third_marker: mean of three",
    "third_marker: two equal",
  ]);
  for (const { i, action, settled } of seen) {
    const { mark, met: how } = judged.ended(i);
    assert.equal(action, how.split(":")[0], `${i}: ${how}`);
    assert.deepEqual(settled, { numerator: mark, denominator: 1 }, `${i}: ${how}`);
  }
  assert.deepEqual(
    new Set(seen.map(({ action }) => action)),
    new Set(cast.bands.map(({ action }) => action)),
  );
}

// Four equals: the council leaves three, the chair two, the draw one.
async function resolve_ties(world, judged) {
  const [post] = plan.posts;
  const ids = (order) => order.map((group) => group.map((i) => world.candidates[i]));
  const say = async (rung, order) => {
    await stages.step_tie(world, post, rung, ids(order));
    judged.words.push({ post, rung, order });
  };
  const [a, b, c, d] = cast.equals;
  await say("council_vote", [[a, b, c], [d]]);
  await say("chair_decision", [[a, b], [c]]);
  const [pool] = ids([[a, b]]);
  const drawn = await stages.draw_tie(world, post, pool);
  const order = drawn.map((id) => [world.candidates.indexOf(id)]);
  judged.words.push({ post, rung: "public_draw", order });
}

// The equals of the first post came to every rung of the ladder, and most told some apart.
function assert_climbed({ climbed, open }) {
  assert.deepEqual(open, []);
  const rungs = climbed.map(({ rung, parts }) => [rung, parts.length]);
  assert.deepEqual(rungs, [
    ["project_mark", 2],
    ["written_mark", 2],
    ["objective_mark", 1],
    ["council_vote", 2],
    ["chair_decision", 2],
    ["public_draw", 2],
  ]);
}

const winners = (expected) => expected.map(({ lines }) => lines[0].i);

async function file_appeal(world, i, body) {
  const person = await world.sign_in(stages.name_of(i));
  const { appeals } = await person.post(world.path("/appeals"), body);
  const { appeal } = appeals.at(-1);
  await world.both("panel_1", "panel_2", "decide_appeal", {
    appeal,
    upheld: true,
    reason: "Đơn có căn cứ.",
  });
  return appeal;
}

// The candidate's own mark: his essay is marked again by others.
async function appeal_mark(world, judged, others) {
  const appeal = await file_appeal(world, cast.remarked.i, {
    track: "own_mark",
    round: cast.essay,
    text: "Bài của tôi bị chấm sót ý ở câu 2.",
  });
  await mark_again(world, appeal, others);
  judged.read_desks();
  judged.amended = true;
}

// The key: what half of them chose is right too, for everybody.
async function appeal_key(world, judged, { paper, key }) {
  const item = judged.questions[day.disputed];
  const appeal = await file_appeal(world, cast.claimant, {
    track: "procedure",
    round: cast.objective,
    item: item.item,
    text: "Phương án của tôi cũng đúng theo luật hiện hành.",
  });
  const own = key.items.find((one) => one.item === item.item);
  const remedy = {
    paper: paper.paper,
    item: item.item,
    kind: "several_keys",
    keys: [stages.wrong_answer(item, own)],
    reason: "Hai phương án đều đúng.",
    appeal,
  };
  const before = winners(judged.expect());
  const { moves } = await world.people.secretary.post(world.path("/remedies/preview"), remedy);
  judged.remedied = true;
  const after = winners(judged.expect());
  assert.notDeepEqual(after, before);
  const crossing = moves.filter((one) => one.crosses).map((one) => one.candidate);
  const crossed = before.flatMap((i, p) => (i === after[p] ? [] : [i, after[p]]));
  assert.deepEqual(crossing.sort(), crossed.map((i) => world.candidates[i]).sort());
  await world.both("chair", "secretary", "apply_remedy", remedy);
}

async function assert_result(world, { view, file }, judged) {
  const expected = judged.expect();
  outcome.assert_published(file, cast.rules, expected);
  const read = outcome.audited_trace(world);
  const traces = await outcome.assert_traces(world, cast.rules, expected, read);
  assert.equal(traces.size, cast.count);
  for (const [i, trace] of traces) outcome.assert_given(trace, judged.given(i));
  const won = view.lines.filter(({ outcome: how }) => how === "winner");
  assert.deepEqual(
    won.map((one) => one.roll_number),
    winners(expected).map((i) => judged.rolls[i]),
  );
  return expected;
}

// Computed and released once more, as it must be.
async function release_anew(world, judged) {
  const released = await stages.release_again(world);
  await outcome.assert_hashed(world, released.preview, judged.expect());
  return assert_result(world, released, judged);
}

// The ranking and the traces that tally makes of the bundle alone.
async function assert_tallied(world, { bundle, traces }, expected) {
  const printed = await run("tally", bundle);
  assert.equal(printed.code, 0, printed.stderr);
  const rows = printed.stdout.split("\n").filter((line) => line.startsWith("  "));
  assert.deepEqual(
    rows.map((row) => row.trim().split(/\s+/).slice(0, 3)),
    expected.flatMap(({ lines }) =>
      lines.map(({ rank, roll, total }) => [
        String(rank ?? "-"),
        roll,
        total.shown(cast.rules.decimals),
      ]),
    ),
  );
  await outcome.assert_computed(world, traces);
  const { candidates } = JSON.parse(traces);
  const scores = new Map(candidates.map((score) => [score.candidate, score]));
  await outcome.assert_traces(world, cast.rules, expected, (i) => ({
    score: scores.get(world.candidates[i]),
  }));
}

// The final result, and everything that holds of it.
async function finish(world, judged, expected, lap) {
  await world.leap("06-29 09:00", office);
  await stages.sign_results(world, "finalise");
  await world.advance_stage("final");
  const last = await stages.read_results(world);
  assert.equal(last.view.final_result, true);
  outcome.assert_published(last.file, cast.rules, expected);
  const outside = await assert_checked_from_outside(world, last.bytes);
  for (const check of ["01.07", "04.06", "05.02", "05.03", "05.04", "05.05", "05.06"])
    assert.ok(outside.checks.get(check).examined > 0, check);
  await assert_tallied(world, outside, expected);
  lap("final, verify and tally");
  await assert_minutes(world);
  await assert_candidate_file(world, cast.remarked.i, judged.given(cast.remarked.i));
  lap("minutes and a candidate's file");
}

test("R-13, V-13: a ministry's contest that people judge, to its final result", async (t) => {
  const lap = stopwatch(t);
  const world = await World.open(cast.council);
  t.after(() => world.end());
  await world.make_contest(cast.choices);
  await world.publish();
  lap("council and plan");
  await stages.hold_intake(world, cast.count);
  const list = await stages.decide_and_list(world);
  assert.equal(list.eligible.length, cast.count);
  lap("intake and eligibility");

  const { paper: sealed } = await stages.prepare_round(world, rooms);
  const seated = await day.sit_objective(world, sealed);
  lap("objective round");
  const open_secrets = await day.prepare_essay(world);
  await day.sit_essay(world);
  lap("essay");
  const { desks, others, seen, max } = await mark_round(world, open_secrets);
  const judged = new Judged({
    key: sealed.key,
    questions: day.questions_of(sealed),
    desks,
    max,
    rolls: seated.map((one) => one.roll),
  });
  assert_bands(judged, seen);
  lap("marking");
  await day.hold_defences(world);
  lap("defences");

  await world.leap("06-12 09:00", office);
  const preview = await world.people.secretary.post(world.path("/scores"));
  const before_words = judged.expect();
  await world.advance_stage("scored");
  await resolve_ties(world, judged);
  const first = await stages.release(world);
  await outcome.assert_hashed(world, preview, before_words);
  const at_first = await assert_result(world, first, judged);
  assert_climbed(at_first[0]);
  lap("scores and first release");

  await world.leap("06-15 09:00", [...office, "panel_1", "panel_2", ...cast.markers]);
  await appeal_mark(world, judged, others);
  const at_second = await release_anew(world, judged);
  assert.notEqual(winners(at_second)[2], winners(at_first)[2]);
  await appeal_key(world, judged, sealed);
  const at_third = await release_anew(world, judged);
  const lifted = at_third.flatMap(({ lines }) => lines).find(({ i }) => i === cast.lifted);
  assert.deepEqual(
    lifted.rounds.map(({ fate, passed }) => [fate, passed]),
    [
      ["sat", true],
      ["not_reached", false],
      ["not_reached", false],
    ],
  );
  lap("appeals, second and third release");

  await finish(world, judged, at_third, lap);
});
