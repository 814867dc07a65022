// A round that is held again after its results were out: a paper that was known beforehand, an
// appeal upheld, the same people on another day, a new result; and what the log shows meanwhile.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { of_appeals, of_exam, office } from "./officials.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import { run } from "./server.mjs";
import { answers_to, take_seats } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { stopwatch } from "./stopwatch.mjs";
import { verify, World } from "./world.mjs";

const count = 6;
const absent_first = 5;
const questions = 20;
const rooms = [{ name: "Phòng 1", seats: 20, keepers: ["keeper_1", "keeper_2"] }];
const second_bell = plan.at("06-30 08:00");
const refused = (code) => (error) => error.code === code;

// `right_of` says how many of the questions each answers as the key has it.
async function hold(world, { round, bell, day }, paper, numbers, right_of) {
  await world.leap(`${day} 07:20`, ["keeper_1", "auditor"]);
  const seated = await take_seats(world, numbers, round);
  await world.server.set_clock(bell);
  await world.server.set_clock(bell + 45 * plan.minute);
  for (const { i, browser } of seated) {
    await browser.send(answers_to(browser, paper.paper.items, paper.key, right_of(i)));
    await browser.submit();
  }
  await world.server.set_clock(bell + 75 * plan.minute);
  await world.leap(`${day} 10:00`, ["chair", "vice", "secretary", "auditor"]);
}

// Of each post, who won, by the number in the candidate's name.
function winners(world, view) {
  const rolls = world.rolls;
  return view.lines
    .filter((line) => line.outcome === "winner")
    .map((line) => rolls.get(line.roll_number))
    .sort((a, b) => a - b);
}

async function read_rolls(world) {
  const { candidates } = await world.people.secretary.get(world.path("/scores"));
  const number_of = new Map(world.candidates.map((id, i) => [id, i]));
  world.rolls = new Map(
    candidates.map(({ score }) => [score.roll_number, number_of.get(score.candidate)]),
  );
}

// A candidate's complaint against the paper, upheld by two of the panel.
async function uphold_complaint(world) {
  await world.leap("05-17 09:00", ["panel_1", "panel_2", "chair", "secretary", "auditor"]);
  const person = await world.sign_in(stages.name_of(1));
  const body = {
    track: "procedure",
    round: plan.round,
    text: "Đề thi đã được lan truyền từ tối hôm trước.",
  };
  const { appeals } = await person.post(world.path("/appeals"), body);
  const decision = { appeal: appeals[0].appeal, upheld: true, reason: "Đã xác minh là đúng." };
  await world.both("panel_1", "panel_2", "decide_appeal", decision);
  return appeals[0].appeal;
}

// What anybody reads of the entries of this type: whether each is open.
async function open_entries(world, type) {
  const page = await world.stranger().get(world.path(`/log?type=${type}&count=100`));
  return page.lines.map((line) => line.payload !== undefined);
}

async function decide_resit(world, appeal) {
  const { chair } = world.people;
  const asked = {
    round: plan.round,
    opens_at: second_bell,
    reason: "Đề thi bị lộ trước giờ thi.",
    appeal,
  };
  const preview = (more) => chair.post(world.path("/resits/preview"), { ...asked, ...more });
  await assert.rejects(preview({ opens_at: plan.at("05-18 08:00") }), refused("invalid_field"));
  assert.deepEqual(await preview(), { candidates: count, title: "Trắc nghiệm, thi lại" });
  await world.both("chair", "secretary", "hold_round_again", asked);
  await assert.rejects(preview(), refused("wrong_state"));

  const stranger = world.stranger();
  const notice = await stranger.get(world.path());
  assert.equal(notice.contest.stage, "preparing");
  const [first, second] = notice.rounds;
  assert.equal(first.held_again_as, second.round);
  assert.deepEqual([second.title, second.opens_at], ["Trắc nghiệm, thi lại", second_bell]);
  const { resits } = await stranger.get(world.path("/remedies"));
  const { view } = await stages.read_results(world);
  assert.deepEqual([view.set_aside_index], [resits[0].index]);
  const own = world.people[stages.name_of(1)].get(world.path(`/scores/${world.candidates[1]}`));
  await assert.rejects(own, refused("wrong_state"));
  assert.equal((await verify("--db", world.server.data, "--vkey", world.vkey)).code, 0);
  return second.round;
}

// A bundle for everybody, taken while the second holding is scored and not yet released.
async function assert_second_is_closed(world) {
  const { data, folder } = world.server;
  const bundle = join(folder, "between");
  const words = ["contest", "export", world.contest, "--data", data, "--bundle", bundle];
  const { code, stderr } = await run(...words);
  assert.equal(code, 0, stderr);
  const scores = readFileSync(join(bundle, "openings/score.compute.jsonl"), "utf8");
  assert.equal(scores.trimEnd().split("\n").length, 1);
  assert.equal(readdirSync(join(bundle, "papers")).length, 1);
  const said = await verify("--bundle", bundle, "--vkey", world.vkey);
  assert.deepEqual([said.code, said.failed], [2, []]);
}

async function prepare_again(world, round) {
  await world.leap("06-05 09:00", ["chair", "vice", "secretary", "setter", "auditor"]);
  const paper = await world.seal_paper(round, "official", questions);
  await world.seal_paper(round, "backup", questions);
  await stages.plan_rooms(world, round, rooms);
  await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  await world.leap("06-20 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return paper;
}

test("a round held again: set aside, sat anew, released anew, and all of it checks", async (t) => {
  const lap = stopwatch(t);
  const world = await World.open([...office, ...of_exam, ...of_appeals]);
  t.after(() => world.end());
  await world.make_contest();
  await world.publish();
  await stages.hold_intake(world, count);
  await stages.decide_and_list(world);
  const { paper } = await stages.prepare_round(world, rooms, questions);
  const numbers = [...Array(count).keys()];
  const first_day = { round: plan.round, bell: plan.bell, day: "05-16" };
  await hold(
    world,
    first_day,
    paper,
    numbers.filter((i) => i !== absent_first),
    (i) => 18 - i,
  );
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  await read_rolls(world);
  const first = await stages.release(world);
  assert.deepEqual(winners(world, first.view), [0, 1, 2]);
  lap("first day and release");

  const again = await decide_resit(world, await uphold_complaint(world));
  // What the first release opened stays open.
  assert.deepEqual(await open_entries(world, "score.compute"), [true]);
  const new_paper = await prepare_again(world, again);
  const second_day = { round: again, bell: second_bell, day: "06-30" };
  await hold(world, second_day, new_paper, numbers, (i) => 11 + i);
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  assert.deepEqual(await open_entries(world, "score.compute"), [true, false]);
  await assert_second_is_closed(world);
  lap("second day");

  const { view, bytes } = await stages.release(world);
  assert.equal(view.set_aside_index, undefined);
  assert.deepEqual(winners(world, view), [3, 4, 5]);
  assert.deepEqual(await open_entries(world, "score.compute"), [true, true]);
  await world.audit();
  await assert_checked_from_outside(world, bytes);
  lap("second release, verify and tally");
});
