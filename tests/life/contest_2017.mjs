// The contest of 2017 (docs: README): three posts, twelve candidates, a council of twelve, one
// defence round by secret ballot. Brought to the morning of its day.
import assert from "node:assert/strict";
import { of_council, office, voting_names } from "./officials.mjs";
import * as plan from "./plan.mjs";
import * as stages from "./stages.mjs";
import { each, World } from "./world.mjs";

export const round = plan.round;
const bell = plan.at("05-16 08:00");
export const voting = voting_names(10);
const council = [...office, ...of_council(voting)];
export const by_post = [5, 3, 4];

const choices = {
  "contest.authority": "Ban Tổ chức Mẫu",
  "intake.opens": plan.at("03-02 08:00"),
  "intake.closes": plan.at("03-31 17:00"),
  "intake.extension_max_days": 15,
  "dossier.required_documents": plan.required_documents,
  rounds: [
    plan.a_round(round, "Bảo vệ đề án", {
      type: "defence",
      opens: bell,
      minutes: 0,
    }),
  ],
  "post.list": plan.posts.map((post, i) => ({
    post,
    title: [
      "Vụ trưởng Vụ Chính sách cán bộ",
      "Vụ trưởng Vụ Cơ sở đảng",
      "Vụ trưởng Vụ Địa phương III",
    ][i],
    unit: ["Vụ Chính sách cán bộ", "Vụ Cơ sở đảng", "Vụ Địa phương III"][i],
    location: i === 2 ? "Thành phố Hồ Chí Minh" : "Hà Nội",
    seats: 1,
    project_topic: "Giải pháp tạo chuyển biến đột phá của vụ",
  })),
  "panel.ballot_timing": "after_each_candidate",
  "panel.score_step": 100,
  "defence.qa_max": 30,
};

// Candidate i's post: 0 to 4 the first, 5 to 7 the second, 8 to 11 the third.
const post_of = (i) => plan.posts[i < 5 ? 0 : i < 8 ? 1 : 2];

async function file_projects(world) {
  const names = [...Array(12).keys()].map(stages.name_of);
  await world.leap("05-10 09:00", names);
  await each(names, 4, async (name) => {
    await world.file_project(name, round);
    const better = new TextEncoder().encode(`${new TextDecoder().decode(plan.a_pdf)}% ${name}\n`);
    const view = await world.file_project(name, round, better);
    assert.deepEqual(
      view.versions.map((one) => one.version),
      [1, 2],
    );
  });
  const [late] = names;
  await world.leap("05-15 00:01", [late]);
  await assert.rejects(world.file_project(late, round), {
    code: "deadline_passed",
  });
}

// A world whose contest is at the stage before its defences, at half past seven.
export async function open_2017() {
  const world = await World.open(council);
  try {
    await world.make_contest(choices, "BTCTW_2017", plan.fill);
    await world.publish();
    await stages.hold_intake(world, 12, { post_of });
    const list = await stages.decide_and_list(world);
    assert.equal(list.eligible.length, 12);
    await world.leap("05-04 09:00", ["chair", "vice", "secretary", "auditor"]);
    await world.advance_stage("preparing");
    await file_projects(world);
    await world.leap("05-16 07:30", [...voting, "secretary", "auditor"]);
  } catch (error) {
    await world.end();
    throw error;
  }
  return world;
}
