// The council in its pages at the real server: plan, dossiers, list, paper, rooms, the live list,
// results and release; the auditor and the public look on. What a page does not do here, the API
// does.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as plan from "../life/plan.mjs";
import * as stages from "../life/stages.mjs";
import { World } from "../life/world.mjs";
import { Council } from "./council.mjs";
import { close_browser } from "./visitor.mjs";

after(close_browser);

async function plan_and_publish(world, council) {
  const { contest } = world;
  await council.open("admin", "/qt", { see: "Kỳ thi tuyển mẫu", shot: "40-contests" });
  await council.staff("secretary", "", { shot: "41-overview-draft" });
  for (const step of ["posts", "thresholds", "parts"])
    await council.staff("secretary", `/ke-hoach/${step}`, { shot: `42-plan-${step}` });
  await council.staff("chair", "/phan-quyen", { see: "Đỗ Thẩm Định", shot: "43-people" });
  const chair = await council.staff("chair", "/ke-hoach/publish");
  await chair.shot("44-plan-publish");
  await council.act(chair, "Công bố kế hoạch");
  await council.approve("vice", "45-proposals");
  const notice = await world.stranger().get(`/api/contests/${contest}`);
  assert.equal(notice.contest.stage, "published");
  world.vkey = notice.log.vkey;
}

async function decide(world, council) {
  await world.leap("04-05 09:00", ["chair", "vice", "secretary", "verifier_a", "verifier_b"]);
  await world.advance_stage("verification");
  const { applications } = await world.people.secretary.get(world.path("/applications"));
  await council.staff("verifier_a", "/ho-so", { see: "Nguyễn Thị Hà 1", shot: "50-dossiers" });
  for (const name of ["verifier_a", "verifier_b"]) {
    const page = `/ho-so/${applications[0].application}`;
    const visitor = await council.staff(name, page, { shot: "51-dossier" });
    await visitor.page.getByRole("button", { name: /Chọn như máy/ }).click();
    await visitor.press("Ghi quyết định");
    await visitor.see(/Đã kết luận|Kết luận|Đã ghi/);
    await visitor.shot(`52-dossier-${name}`);
  }
  for (const { application } of applications.slice(1))
    for (const name of ["verifier_a", "verifier_b"]) {
      const path = world.path(`/applications/${application}`);
      const { criteria } = await world.people[name].get(path);
      const decisions = criteria.map(({ criterion }) => ({
        criterion,
        verdict: "pass",
        reason: "",
      }));
      await world.people[name].post(`${path}/decisions`, { decisions });
    }
  const secretary = await council.staff("secretary", "/danh-sach", { shot: "53-lists" });
  await council.act(secretary, "Niêm yết danh sách");
  await council.staff("secretary", "/danh-sach", { see: "Mã băm", shot: "54-lists-posted" });
  const list = await world.stranger().get(world.path("/eligible-list"));
  assert.equal(list.eligible.length, applications.length);
}

async function look_at_preparation(world, council) {
  for (const name of ["setter", "secretary"]) await world.sign_in(name);
  const { papers } = await world.people.setter.get(world.path("/papers"));
  await council.staff("setter", "/de-thi", { see: "Đề thi trắc nghiệm", shot: "60-papers" });
  await council.staff("setter", `/de-thi/${papers[0].paper}`, { shot: "61-paper" });
  await council.staff("secretary", "/phong-thi", { see: "Phòng 1", shot: "62-rooms" });
  const draws = await council.staff("secretary", "/boc-tham", { shot: "63-draws" });
  await draws.press("Tự tính lại");
  await draws.see("Mọi số đã mở đều khớp với cam kết.");
}

// The first comes, is let in on the page, answers; the second stays away.
async function hold_exam(world, council, rooms) {
  await world.leap("05-16 07:40", ["keeper_1", "chair"]);
  const { room } = rooms[0];
  const page = `/phong-thi/${room}`;
  const keeper = await council.staff("keeper_1", page, { shot: "64-room-early" });
  await keeper.page.getByRole("button", { name: /^Máy 1\b/ }).click();
  await council.act(keeper, "Cho vào phòng");
  await keeper.page.getByRole("button", { name: /^Máy 1\b.*Đã vào phòng/ }).waitFor();
  const live = await world.people.keeper_1.get(world.path(`/rooms/${room}`));
  const { sitting, roll_number } = live.seats[0];
  await world.server.set_clock(plan.bell);
  const candidate = await seat_of(world, roll_number);
  const mine = (rest) => `/api/sittings/${sitting}${rest}`;
  await candidate.post(mine("/lease"), { client_key: "a2V5", device: "Node", takeover: false });
  await candidate.post(mine("/calls"), { reason: "machine" });
  await council.staff("keeper_1", page, { see: "Máy 1", shot: "65-room-live" });
  await council.staff("chair", "", { shot: "66-overview-live" });
}

async function seat_of(world, roll_number) {
  for (let i = 0; i < 3; i += 1) {
    const person = await world.sign_in(stages.name_of(i));
    const { sittings } = await person.get("/api/me/sittings");
    if (sittings.some((one) => one.roll_number === roll_number)) return person;
  }
  throw new Error(`nobody has ${roll_number}`);
}

async function score_and_release(world, council) {
  await world.leap("05-16 10:00", ["chair", "vice", "secretary", "auditor"]);
  const chair = await council.staff("chair", "/ket-qua", { shot: "70-results-before" });
  await chair.press("Tính điểm");
  await chair.see(/Vắng thi|Không đạt/);
  await world.advance_stage("scored");
  await council.staff("chair", "/ket-qua", { see: "Vắng thi", shot: "71-results-scored" });
  const preview = await world.people.chair.get(world.path("/scores"));
  await stages.release(world);
  return preview.candidates[0].score.candidate;
}

async function audit_in_pages(world, council, candidate) {
  const log = await council.staff("auditor", "/nhat-ky", {
    see: "Chữ ký của mốc đúng",
    shot: "80-log",
  });
  await log.page.getByRole("button", { name: "Kiểm tra 0", exact: true }).click();
  await log.see("Nội dung khớp với cam kết trong lá.");
  await log.shot("81-log-entry");
  await council.staff("auditor", `/diem/${candidate}`, { see: "Mục nhật ký", shot: "82-score" });
  const verify = await council.staff("auditor", "/kiem-tra");
  await verify.page.getByRole("button", { name: /Chạy/ }).first().click();
  await verify.see("Mọi phép kiểm tra đã chạy đều đạt");
  await verify.shot("83-verify");
}

async function look_as_public(world, council) {
  await council.site(undefined, "", { shot: "90-notice" });
  await (await council.visitor(undefined)).narrow_shot("90-notice");
  await council.site(undefined, "/quy-dinh", { shot: "91-rules" });
  await council.site(undefined, "/danh-sach", { see: "Nguyễn Thị Hà 1", shot: "92-eligible" });
  await council.site(undefined, "/ket-qua", { see: "Vắng thi", shot: "93-results" });
  await council.site(undefined, "/moc", { see: world.contest, shot: "94-checkpoint" });
  await council.open(undefined, "/kiem-chung/", { shot: "95-verify-page" });
}

test("the council brings a contest from its plan to the release in the pages", async (t) => {
  const world = await World.open();
  t.after(() => world.end());
  const council = new Council(world);
  await world.make_contest({ "elig.min_candidates_per_post": 1 });
  await plan_and_publish(world, council);
  await stages.hold_intake(world, 3);
  await decide(world, council);
  const rooms = [{ name: "Phòng 1", seats: 20, keepers: ["keeper_1", "keeper_2"] }];
  const prepared = await stages.prepare_round(world, rooms);
  await look_at_preparation(world, council);
  await hold_exam(world, council, prepared.rooms);
  const candidate = await score_and_release(world, council);
  await audit_in_pages(world, council, candidate);
  await look_as_public(world, council);
  assert.deepEqual(council.faults(/status of 40[14]/), []);
});
