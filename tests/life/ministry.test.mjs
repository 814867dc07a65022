// A ministry's contest with 200 candidates, from an empty folder to the published result.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assert_kept, read_log } from "./log.mjs";
import * as day from "./ministry_day.mjs";
import * as plan from "./plan.mjs";
import { open_checkpoint } from "./proof.mjs";
import { run } from "./server.mjs";
import * as stages from "./stages.mjs";
import { verify, World } from "./world.mjs";

const count = 200;
const too_old = count - 1;
const rooms = [
  { name: "Phòng 1", seats: count / 2, keepers: ["keeper_1", "keeper_2"] },
  { name: "Phòng 2", seats: count / 2, keepers: ["keeper_3", "keeper_4"] },
];

// How long each stage took, for whoever reads the output.
function stopwatch(t) {
  let last = Date.now();
  return (what) => {
    t.diagnostic(`${what}: ${((Date.now() - last) / 1000).toFixed(1)} s`);
    last = Date.now();
  };
}

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
  const reason = "Biên bản họp hội đồng số 5";
  const step = (post, order, rung = "council_vote") =>
    world.both("chair", "vice", "step_tie", { post, rung, order, reason });
  await step(plan.posts[0], [[won], [lost]]);
  await step(plan.posts[1], [second.candidates]);
  const asked = { purpose: "tie", post: plan.posts[1], pool: second.candidates };
  const drawn = await stages.hold_draw(world, asked);
  await step(
    plan.posts[1],
    drawn.order.map((one) => [one]),
    "public_draw",
  );
  return [won, drawn.order[0], candidate_of(2)];
}

// Verify and tally, as an auditor runs them: on the database, and on a bundle taken away from it.
async function assert_checked_from_outside(world, published) {
  const { data, folder } = world.server;
  const on_database = await verify("--db", data, "--vkey", world.vkey);
  assert.deepEqual([on_database.code, on_database.failed], [0, []]);
  const bundle = join(folder, "bundle");
  const exported = await run(
    ...["contest", "export", world.contest, "--data", data, "--bundle", bundle, "--auditors"],
  );
  assert.equal(exported.code, 0, exported.stderr);
  const on_bundle = await verify("--bundle", bundle, "--vkey", world.vkey);
  // The backup paper was never opened: it stays sealed, and the verdict says so.
  assert.deepEqual([on_bundle.code, on_bundle.failed], [2, []]);
  assert.deepEqual(on_bundle.sealed, ["04.03", "04.05"]);
  const tallied = await run("tally", "--bundle", bundle, "--json");
  assert.equal(tallied.code, 0, tallied.stderr);
  assert.equal(tallied.stdout, `${published.toString("utf8")}\n`);
  const note = readFileSync(join(bundle, "checkpoint"), "utf8");
  assert.deepEqual(open_checkpoint(note, world.log_key).root, (await read_log(world)).roots.at(-1));
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
  await stages.hold_intake(world, count, [too_old]);
  lap("intake");
  const list = await stages.decide_and_list(world);
  assert.equal(list.eligible.length, count - 1);
  assert.equal(list.refused, 1);
  lap("eligibility");
  const prepared = await stages.prepare_round(world, rooms);
  assert.equal(prepared.draw.order.length, count - 1);
  lap("preparation");

  await world.leap("05-16 07:20", ["keeper_1", "keeper_3", "auditor", "secretary"]);
  const seated = await day.seat_everybody(world, [...Array(too_old).keys()]);
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
