// What the lives of the presets share: a contest for one post that changes nothing in its preset
// but dates, the post and what the preset leaves open; and the end of it, held against what the
// test itself gave.
import assert from "node:assert/strict";
import { marker_names, voting_names } from "./officials.mjs";
import { assert_hashed, assert_published, assert_traces, own_trace } from "./outcome.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import { go_through, rank } from "./ranking.mjs";
import * as stages from "./stages.mjs";
import { each, World } from "./world.mjs";

export const [post] = plan.posts;
export const markers = marker_names(4);
export const voting = voting_names(7);

// Intake lasts the 45 days that the longest of the presets asks for.
const choices = {
  "contest.authority": "Bộ Mẫu",
  "contest.legal_basis": ["Kế hoạch thi tuyển mẫu"],
  "intake.opens": plan.at("02-20 08:00"),
  "intake.closes": plan.at("04-05 08:00"),
  "intake.extension_max_days": 15,
};

// A published contest of `preset` whose rounds open at `bells`; {world, rounds} with their ids.
export async function open_preset(preset, officials, { bells, seats = 1, banks, ...more }) {
  const world = new World(officials);
  if (banks) world.server.banks = banks(world.server.folder);
  try {
    await world.begin();
    const a_post = { post, title: "Vụ trưởng Vụ Tổ chức", unit: "Vụ Tổ chức", location: "Hà Nội" };
    const wanted = { "post.list": [{ ...a_post, seats, project_topic: "" }], ...choices, ...more };
    let rounds = [];
    await world.make_contest(wanted, preset, (view, all) => {
      rounds = view.plan.rounds.value.map((round, i) => ({ ...round, opens: bells[i] }));
      return plan.fill(view, { ...all, rounds });
    });
    await world.publish();
    return { world, rounds: rounds.map(({ round }) => round) };
  } catch (error) {
    await world.end();
    throw error;
  }
}

export const hold_intake = (world, count, facts) =>
  stages.hold_intake(world, count, { post_of: () => post, facts });

export const plan_room = (world, round, seats) =>
  stages.plan_rooms(world, round, [{ name: "Phòng 1", seats, keepers: ["keeper_1", "keeper_2"] }]);

export async function file_projects(world, round, numbers) {
  await each(numbers, 4, async (i) => {
    await world.sign_in(stages.name_of(i));
    const { versions } = await world.file_project(stages.name_of(i), round);
    assert.equal(versions.length, 1);
  });
}

// Scores, the word of two about the equals that a seat hangs on, if any, and the release. `given`
// is by number what ranking.go_through() takes; `word` {rung, order}. What was published and read:
// {lines, traces, bytes}.
export async function release(world, rules, { rolls, given, priority = [], word }) {
  await world.leap("06-12 09:00", ["chair", "vice", "secretary", "auditor"]);
  const candidates = rolls.map((roll, i) => ({
    i,
    roll,
    ...go_through(rules, given[i], priority[i]),
  }));
  const expect = (words) => [{ post, ...rank(rules, candidates, words) }];
  const preview = await world.people.secretary.post(world.path("/scores"));
  const before = expect([]);
  await world.advance_stage("scored");
  if (word) {
    const [{ open }] = before;
    assert.deepEqual(open, [{ next: word.rung, ids: word.order.flat().sort((a, b) => a - b) }]);
    const ids = word.order.map((group) => group.map((i) => world.candidates[i]));
    await stages.step_tie(world, post, word.rung, ids);
  }
  const { file, bytes } = await stages.release(world);
  await assert_hashed(world, preview, before);
  const expected = expect(word ? [word] : []);
  assert_published(file, rules, expected);
  const traces = await assert_traces(world, rules, expected, own_trace(world));
  return { lines: file.posts[0].lines, traces, bytes };
}

// The traces that tally makes of a bundle are those that candidates read.
export async function assert_from_outside(world, { bytes, traces }, sealed) {
  const outside = await assert_checked_from_outside(world, bytes, sealed);
  const own = [...traces.values()].map(({ score }) => score);
  const by_roll = (a, b) => a.roll_number.localeCompare(b.roll_number);
  assert.deepEqual(JSON.parse(outside.traces).candidates.sort(by_roll), own.sort(by_roll));
}
