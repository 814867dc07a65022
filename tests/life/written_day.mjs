// The day of a written round and what is done with its scripts: four candidates, five markers.
import assert from "node:assert/strict";
import * as plan from "./plan.mjs";
import { commit_blinding, essay_of, marking } from "./scripts.mjs";
import { admit, seat_everybody } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { each, World } from "./world.mjs";

export { Desk } from "./scripts.mjs";
const { bell, minute, round } = plan;
export const markers = Array.from({ length: 5 }, (_, i) => `marker_${i + 1}`);
const council = [
  ["chair", "Trần Văn Chủ", "chair"],
  ["vice", "Lê Thị Phó", "vice_chair"],
  ["secretary", "Phạm Thư Ký", "secretary"],
  ["verifier_a", "Đỗ Thẩm Định", "verifier"],
  ["verifier_b", "Vũ Kiểm Tra", "verifier"],
  ["setter", "Hồ Ra Đề", "setter"],
  ["head", "Đặng Trưởng Điểm", "head_of_invigilation"],
  ["keeper_1", "Bùi Coi Thi", "invigilator"],
  ["keeper_2", "Cao Coi Thi", "invigilator"],
  ["blinder", "Ngô Làm Phách", "blinder"],
  ["chief", "Lý Trưởng Ban Chấm", "head_of_marking"],
  ["panel_1", "Mai Phúc Khảo", "appeals_panel"],
  ["panel_2", "Phan Phúc Khảo", "appeals_panel"],
  ["auditor", "Ngô Giám Sát", "auditor"],
  ...markers.map((name, i) => [name, `Giám Khảo Thứ ${i + 1}`, "marker"]),
];
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
  rounds: [
    {
      round,
      type: "written",
      title: "Thi viết",
      weight: 1,
      scale: 10_000,
      pass: 5_000,
      gate: false,
      practice: false,
      opens: bell,
      minutes: 120,
      clock: "fixed_instant",
    },
  ],
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

async function prepare(world) {
  await world.leap("04-27 09:00");
  await world.advance_stage("preparing");
  for (const variant of ["official", "backup"])
    await world.seal_paper(round, variant, 2, plan.essay_paper);
  await stages.plan_rooms(world, round, [
    { name: "Phòng 1", seats: 10, keepers: ["keeper_1", "keeper_2"] },
  ]);
  const reveal = await commit_blinding(world, round);
  await stages.hold_draw(world, { purpose: "seats", round, pool: [] });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return reveal;
}

// Candidate 1 signs the essay with a name.
async function sit(world) {
  await world.server.set_clock(bell - 20 * minute);
  await world.sign_in("keeper_1");
  const seated = await seat_everybody(world, candidates);
  for (const one of seated) {
    await admit(world, one);
    await one.browser.take_lease();
  }
  await world.server.set_clock(bell + minute);
  for (const { i, browser } of seated) {
    const { order } = await browser.person.get(browser.mine("/key"));
    for (const item of order.items)
      await browser.save(item, essay_of(i) + (i === 1 ? " Nguyễn Thị Hà 1" : ""));
  }
  await world.server.set_clock(bell + 125 * minute);
  return seated;
}

// A published contest of one written round, sat by four, with every script blinded.
export async function open_written() {
  const world = await World.open(council);
  try {
    return { world, seated: await come_to_marking(world) };
  } catch (error) {
    await world.end();
    throw error;
  }
}

async function come_to_marking(world) {
  await world.make_contest(choices, "MOHA_2424", plan.fill);
  await world.publish();
  await world.leap("03-10 10:00", ["chair", "vice"]);
  await each(candidates, 4, async (i) => {
    await world.register(stages.name_of(i), `Nguyễn Thị Hà ${i}`);
    await world.apply(stages.name_of(i), plan.posts[0]);
  });
  await stages.decide_and_list(world);
  const reveal = await prepare(world);
  const seated = await sit(world);
  await world.leap("05-17 09:00");
  await world.advance_stage("marking");
  await reveal();
  const blinded = await world.people.blinder.post(world.path(`/rounds/${round}/blinding`));
  assert.equal(blinded.scripts, candidates.length);
  return seated;
}

// What the machine saw is decided about; then everybody has a packet.
export async function give_packets(world) {
  const { chief } = world.people;
  const seen = await chief.get(marking(world, round));
  assert.equal(seen.scripts.length, candidates.length);
  const [noted] = seen.anomalies;
  assert.equal(noted.text, "Nguyễn Thị Hà 1");
  assert.ok(noted.by_machine);
  for (const { anomaly } of seen.anomalies)
    await chief.post(marking(world, round, "/decisions"), {
      anomaly,
      outcome: "dismissed",
      reason: "Nhắc đến một nhân vật.",
    });
  const given = await chief.post(marking(world, round, "/packets"));
  assert.equal(given.progress.unassigned, 0);
  assert.ok(given.scripts.every((one) => one.turns.length === 2));
}

export async function mark(world, desks) {
  const { chief } = world.people;
  await desks[0].mark_all((i) => worth[i]);
  // One of two marks is nobody's to see.
  const half = await chief.get(marking(world, round));
  assert.ok(half.scripts.every((one) => one.turns.every((turn) => turn.points === undefined)));
  for (const desk of desks.slice(1)) await desk.mark_all((i) => worth[i]);
  const done = await chief.get(marking(world, round));
  assert.equal(done.progress.settled, candidates.length);
}

// From packets to a published result, as the public sees it.
export async function release_first(world, desks) {
  await give_packets(world);
  await mark(world, desks);
  await world.both("blinder", "chief", "unblind_scripts", { round });
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
