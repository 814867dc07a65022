// What the lives of the presets share: a contest for one post that changes nothing in its preset
// but dates, the post and what the preset leaves open; its intake; the projects.
import assert from "node:assert/strict";
import * as plan from "./plan.mjs";
import { name_of } from "./stages.mjs";
import { each, World } from "./world.mjs";

export const [post] = plan.posts;

// The people whom every contest has, those of a written round, and further members of a council.
export const office = [
  ["chair", "Trần Văn Chủ", "chair"],
  ["vice", "Lê Thị Phó", "vice_chair"],
  ["secretary", "Phạm Thư Ký", "secretary"],
  ["verifier_a", "Đỗ Thẩm Định", "verifier"],
  ["verifier_b", "Vũ Kiểm Tra", "verifier"],
  ["auditor", "Ngô Giám Sát", "auditor"],
];
export const markers = Array.from({ length: 4 }, (_, i) => `marker_${i + 1}`);
export const of_written = [
  ["setter", "Hồ Ra Đề", "setter"],
  ["head", "Đặng Trưởng Điểm", "head_of_invigilation"],
  ["keeper_1", "Bùi Coi Thi", "invigilator"],
  ["keeper_2", "Cao Coi Thi", "invigilator"],
  ["blinder", "Ngô Làm Phách", "blinder"],
  ["chief", "Lý Trưởng Ban Chấm", "head_of_marking"],
  ...markers.map((name, i) => [name, `Giám Khảo Thứ ${i + 1}`, "marker"]),
];
const members = Array.from({ length: 7 }, (_, i) => `member_${i + 1}`);
export const of_panel = members.map((name, i) => [name, `Ủy viên Thứ ${i + 1}`, "council_member"]);
export const voting = ["chair", "vice", ...members];

const pdf = { "content-type": "application/pdf" };

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

// Candidates 0 … count-1 apply, with what `facts` says otherwise of some; the ids, by number.
export async function apply_all(world, count, facts = {}) {
  await world.leap("03-10 10:00", ["chair", "vice"]);
  const { dossier } = (await world.people.chair.get(world.path("/plan"))).plan;
  const ids = [];
  await each([...Array(count).keys()], 4, async (i) => {
    await world.register(name_of(i), `Nguyễn Thị Hà ${i}`);
    const own = { ...plan.good_facts, ...facts[i] };
    const { candidate } = await world.apply(
      name_of(i),
      post,
      own,
      dossier.required_documents.value,
    );
    ids[i] = candidate;
  });
  return ids;
}

export async function plan_room(world, round, seats) {
  const { officials } = await world.people.chair.get(world.path("/officials"));
  const person_of = (name) => officials.find((one) => one.identifier === `${name}@thi.vn`).person;
  await world.people.secretary.put(world.path(`/rounds/${round}/rooms`), {
    rooms: [{ name: "Phòng 1", seats, invigilators: ["keeper_1", "keeper_2"].map(person_of) }],
  });
}

export async function file_projects(world, round, numbers) {
  await each(numbers, 4, async (i) => {
    const person = await world.sign_in(name_of(i));
    const file = world.path(`/rounds/${round}/project?name=de-an.pdf`);
    const { versions } = await person.post(file, plan.a_pdf, pdf);
    assert.equal(versions.length, 1);
  });
}
