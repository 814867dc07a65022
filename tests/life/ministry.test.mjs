// A ministry's contest with 200 candidates, from an empty folder to the published result.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assert_kept, read_log } from "./log.mjs";
import * as day from "./ministry_day.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import { seat_everybody } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { stopwatch } from "./stopwatch.mjs";
import { World } from "./world.mjs";

const count = 200;
const too_old = count - 1;
const rooms = [
  { name: "Phòng 1", seats: count / 2, keepers: ["keeper_1", "keeper_2"] },
  { name: "Phòng 2", seats: count / 2, keepers: ["keeper_3", "keeper_4"] },
];

// The equals across the line between winner and others: a vote for post 1, a vote that leaves
// equals and then a draw for post 2.
async function resolve_ties(world, preview, candidate_of) {
  assert.deepEqual(
    preview.open_ties.map(({ post, next }) => [post, next]),
    [
      [plan.posts[0], "council_vote"],
      [plan.posts[1], "council_vote"],
    ],
  );
  const [first, second] = preview.open_ties;
  const won = candidate_of(3);
  const lost = candidate_of(0);
  assert.deepEqual([...first.candidates].sort(), [won, lost].sort());
  await stages.step_tie(world, plan.posts[0], "council_vote", [[won], [lost]]);
  await stages.step_tie(world, plan.posts[1], "council_vote", [second.candidates]);
  const [drawn] = await stages.draw_tie(world, plan.posts[1], second.candidates);
  return [won, drawn, candidate_of(2)];
}

// Ranks and marks as they follow from the number of right answers alone.
function assert_marks(file, seated, roles) {
  const by_roll = new Map(seated.map((one) => [one.roll, one]));
  for (const post of file.posts) {
    for (const line of post.lines) {
      const one = by_roll.get(line.roll_number);
      if (one === roles.absent) assert.equal(line.outcome, "absent");
      if (one === roles.absent) continue;
      // What came after the time was decided not to count: the first ten are left.
      const right =
        one === roles.after_time ? Math.min(day.right_of(one.i), 10) : day.right_of(one.i);
      assert.equal(line.total.numerator, right * 500 * line.total.denominator, line.roll_number);
      assert.equal(line.rank !== undefined, right >= 10, line.roll_number);
    }
    const ranks = post.lines.filter((line) => line.rank).map((line) => line.rank);
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
  }
}

test("R-13, V-04: a ministry's contest of 200, from notice to published result", async (t) => {
  const lap = stopwatch(t);
  const world = await World.open();
  t.after(() => world.end());
  await world.make_contest();
  await world.publish();
  lap("council and plan");
  await stages.hold_intake(world, count, {
    facts: { [too_old]: { born_on: "1960-01-01" } },
  });
  lap("intake");
  const list = await stages.decide_and_list(world);
  assert.equal(list.eligible.length, count - 1);
  assert.equal(list.refused, 1);
  lap("eligibility");
  const prepared = await stages.prepare_round(world, rooms);
  assert.equal(prepared.draw.order.length, count - 1);
  lap("preparation");

  await world.leap("05-16 07:20", ["keeper_1", "keeper_3", "auditor", "secretary"]);
  const seated = await seat_everybody(world, [...Array(too_old).keys()]);
  lap("sign in");
  const roles = day.cast(seated);
  const on_time = await day.fill_rooms(world, seated, roles);
  const paper = { ...prepared.paper, rooms: prepared.rooms };
  const sitting = await day.first_hour(world, paper, on_time, roles);
  lap("first hour");
  const open_ended = await day.second_hour(world, paper, sitting, roles);
  lap("second hour");
  await world.sign_in("auditor");
  const log = await read_log(world);
  await day.assert_ended(world, log, open_ended);
  const kept = seated.flatMap((one) => [...one.browser.kept, ...(one.old?.kept ?? [])]);
  for (const save of kept) assert_kept(log, save);
  t.diagnostic(`${kept.length} answers and submissions, ${log.size} leaves`);

  await day.decide_late(world, roles);
  await world.leap("05-16 10:00", ["chair", "vice", "secretary", "auditor"]);
  const preview = await world.people.secretary.post(world.path("/scores"));
  const by_roll = new Map(seated.map((one) => [one.roll, one]));
  const ids = new Map(
    preview.candidates.map(({ score }) => [by_roll.get(score.roll_number)?.i, score.candidate]),
  );
  await world.advance_stage("scored");
  const winners = await resolve_ties(world, preview, (i) => ids.get(i));
  lap("scores");
  const { file, view, bytes } = await stages.release(world);
  lap("release");
  assert_marks(file, seated, roles);
  const winner_rolls = view.lines.filter((line) => line.outcome === "winner");
  assert.deepEqual(
    winner_rolls.map((line) => ids.get(by_roll.get(line.roll_number).i)),
    winners,
  );
  await assert_checked_from_outside(world, bytes);
  lap("verify and tally");
});
