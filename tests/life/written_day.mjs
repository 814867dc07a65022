// The day of a written round and what is done with its scripts: four candidates and five markers,
// unless a test wants others.
import assert from "node:assert/strict";
import { essay_of, seal_essays, write_essays } from "./essays.mjs";
import { commit_blinding, MarkingDay } from "./marking_day.mjs";
import { marker_names, of_appeals, of_exam, of_marking, office } from "./officials.mjs";
import * as plan from "./plan.mjs";
import { take_seats } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { World } from "./world.mjs";

export { Desk } from "./marking_day.mjs";
const { bell, minute, round } = plan;
export const markers = marker_names(5);
const council = (hands) => [...office, ...of_exam, ...of_marking(hands), ...of_appeals];
export const candidates = [0, 1, 2, 3];
// Of each question's points, in percent, by what the candidate wrote.
export const worth = [80, 70, 60, 50];

const choices = {
  "contest.authority": "Bộ Mẫu",
  "post.list": [
    {
      post: plan.posts[0],
      title: "Vụ trưởng Vụ Tổ chức",
      unit: "Vụ Tổ chức",
      location: "Hà Nội",
      seats: 1,
      project_topic: "",
    },
  ],
  "intake.opens": plan.at("03-02 08:00"),
  "intake.closes": plan.at("03-31 17:00"),
  "intake.extension_max_days": 15,
  "council.min_members": 3,
  "dossier.required_documents": plan.required_documents,
  rounds: [plan.a_round(round, "Thi viết", { type: "written", opens: bell, minutes: 120 })],
  "round.written.duration": 120,
  "round.written.pass": 5_000,
  "marking.discrepancy_bands": [
    { from_pct: 0, from_inclusive: true, action: "mean_of_two" },
    { from_pct: 10, from_inclusive: false, action: "third_marker" },
  ],
  "remark.allowed_round_types": ["written"],
  "result.tie_break": ["council_vote", "public_draw"],
  "room.max_candidates": 120,
};

async function prepare(world, commit, seats) {
  await world.leap("04-27 09:00");
  await world.advance_stage("preparing");
  await seal_essays(world, round);
  await stages.plan_rooms(world, round, [
    { name: "Phòng 1", seats, keepers: ["keeper_1", "keeper_2"] },
  ]);
  const open_secrets = await commit(world, round);
  await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return open_secrets;
}

// Candidate 1 signs the essay with a name.
async function sit(world, { during, sitters, text_of }) {
  await world.server.set_clock(bell - 20 * minute);
  const seated = await take_seats(world, sitters);
  await world.server.set_clock(bell + minute);
  await write_essays(seated, (i) => text_of(i) + (i === 1 ? " Nguyễn Thị Hà 1" : ""));
  await during(world, seated);
  await world.server.set_clock(bell + 125 * minute);
  return seated;
}

// A published contest of one written round, sat by `sitters`, with every script blinded. `more` are
// further choices of its plan; `commit` is as commit_blinding(); `during` happens in the exam;
// `text_of` is what candidate i writes under each question; `hands` are the markers.
export async function open_written({
  more = {},
  commit = commit_blinding,
  during = async () => {},
  sitters = candidates,
  hands = markers,
  text_of = essay_of,
} = {}) {
  const world = await World.open(council(hands));
  try {
    const day = { more, commit, during, sitters, text_of };
    return { world, seated: await come_to_marking(world, day) };
  } catch (error) {
    await world.end();
    throw error;
  }
}

async function come_to_marking(world, { more, commit, ...exam }) {
  const { length } = exam.sitters;
  await world.make_contest({ ...choices, ...more }, "MOHA_2424", plan.fill);
  await world.publish();
  await stages.hold_intake(world, length, { post_of: () => plan.posts[0] });
  await stages.decide_and_list(world);
  const open_secrets = await prepare(world, commit, length + 6);
  const seated = await sit(world, exam);
  await world.leap("05-17 09:00");
  await world.advance_stage("marking");
  await new MarkingDay(world).blind(open_secrets, length);
  return seated;
}

// What the machine saw is decided about; then everybody has a packet.
export async function give_packets(world) {
  const day = new MarkingDay(world);
  const seen = await day.view();
  assert.equal(seen.scripts.length, world.candidates.length);
  const [noted] = seen.anomalies;
  assert.equal(noted.text, "Nguyễn Thị Hà 1");
  assert.ok(noted.by_machine);
  for (const { anomaly } of seen.anomalies)
    await world.people.chief.post(day.path("/decisions"), {
      anomaly,
      outcome: "dismissed",
      reason: "Nhắc đến một nhân vật.",
    });
  const given = await day.give_packets();
  assert.equal(given.progress.unassigned, 0);
  assert.ok(given.scripts.every((one) => one.turns.length === 2));
}

export async function mark(world, desks) {
  const day = new MarkingDay(world);
  await desks[0].mark_all((i) => worth[i]);
  // One of two marks is nobody's to see.
  const half = await day.view();
  assert.ok(half.scripts.every((one) => one.turns.every((turn) => turn.points === undefined)));
  for (const desk of desks.slice(1)) await desk.mark_all((i) => worth[i]);
  const done = await day.view();
  assert.equal(done.progress.settled, candidates.length);
}

// From packets to a published result, as the public sees it.
export async function release_first(world, desks) {
  await give_packets(world);
  await mark(world, desks);
  await new MarkingDay(world).unblind();
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  return (await stages.release(world)).view;
}

// The panel grants an appeal; others mark the script at 90 of 100, and the mark is amended.
export async function mark_again(world, desks, appeal) {
  await world.both("panel_1", "panel_2", "decide_appeal", {
    appeal,
    upheld: true,
    reason: "Có căn cứ để chấm lại.",
  });
  await world.people.panel_1.post(world.path(`/appeals/${appeal}/remarks`));
  for (const desk of desks) await desk.mark_all(() => 90);
  await world.both("panel_1", "panel_2", "amend_mark", { appeal });
}
