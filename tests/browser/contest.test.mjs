// One person in the pages of the real server: from an account to the result, with a minute offline
// in between. The council acts over the API; its pages have a file of their own.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as plan from "../life/plan.mjs";
import * as stages from "../life/stages.mjs";
import { World, password } from "../life/world.mjs";
import * as candidate from "./candidate.mjs";
import { Visitor, close_browser } from "./visitor.mjs";

after(close_browser);

const who = { identifier: "ha@mau.vn", password, full_name: "Nguyễn Thị Minh Hà" };
const post = "Chánh Văn phòng";
const minute = 60_000;
// Of 20 questions; half is the pass mark.
const answered = 11;
const code_form = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/;

// A contest that takes dossiers, with a rival for each post who has applied at the API.
async function open_intake() {
  const world = await World.open();
  try {
    await world.make_contest({ "elig.min_candidates_per_post": 1 });
    await world.publish();
    await stages.hold_intake(world, 3);
  } catch (error) {
    await world.end();
    throw error;
  }
  return world;
}

async function be_again(visitor) {
  await visitor.goto("/dang-nhap");
  await candidate.sign_in(visitor, who);
  await visitor.heading("Việc của tôi");
}

// Time that passes for the server and for the page at once.
async function pass(world, visitor, ms) {
  await world.server.advance(ms);
  await visitor.page.clock.fastForward(ms);
}

async function apply(world, visitor) {
  await candidate.register(visitor, who);
  await candidate.apply(visitor, post);
  assert.match(await visitor.page.getByText(code_form).textContent(), code_form);
  await visitor.link("Việc của tôi");
  await visitor.see("Đã nộp, chờ xét");
  await visitor.shot("09-mine");
  await visitor.narrow_shot("09-mine");
}

async function find_eligible(world, visitor) {
  const list = await stages.decide_and_list(world);
  assert.equal(list.eligible.length, 4);
  await be_again(visitor);
  await visitor.see("Đủ điều kiện");
  await visitor.shot("10-mine-eligible");
  await visitor.goto(`/ky-thi/${world.contest}/danh-sach`);
  await visitor.see(who.full_name);
  await visitor.shot("11-eligible-list");
  await visitor.goto("/cua-toi");
  await visitor.link("xem căn cứ");
  await visitor.see("Đủ điều kiện dự thi");
  await visitor.shot("11-application");
  for (const [path, heading] of [
    ["/tin-nhan", "Tin nhắn"],
    ["/bao-mat", "Phiên đăng nhập và bảo mật"],
  ]) {
    await visitor.goto(path);
    await visitor.heading(heading);
    await visitor.shot(`11-${path.slice(1)}`);
  }
}

const sitting_of = (page) => /sit_\w+/.exec(page.url())[0];

// The ticket is for paper: as the printer sees it.
async function see_ticket(visitor, sitting) {
  await visitor.goto(`/giay-bao/${sitting}`);
  await visitor.see(who.full_name);
  await visitor.page.emulateMedia({ media: "print" });
  await visitor.shot("13-ticket-print");
  await visitor.page.emulateMedia({ media: null });
  await visitor.goto(`/thi/${sitting}`);
  await visitor.see("Kiểm tra máy");
}

// In the lobby before the bell, admitted, and in at the bell.
async function enter(world, visitor) {
  const { page } = visitor;
  const rooms = [{ name: "Phòng 1", seats: 20, keepers: ["keeper_1", "keeper_2"] }];
  const prepared = await stages.prepare_round(world, rooms);
  await world.leap("05-16 07:40", ["keeper_1"]);
  await be_again(visitor);
  await visitor.goto("/thi/");
  await visitor.heading("Bài thi của tôi");
  await visitor.shot("12-my-sittings");
  await page.getByRole("link", { name: /^Vào/ }).first().click();
  await visitor.see("Kiểm tra máy");
  await visitor.shot("13-lobby-early");
  await see_ticket(visitor, sitting_of(page));
  const room = prepared.rooms[0].room;
  const live = await world.people.keeper_1.get(world.path(`/rooms/${room}`));
  const sitting = sitting_of(page);
  assert.ok(live.seats.some((seat) => seat.sitting === sitting));
  for (const seat of live.seats)
    await world.people.keeper_1.post(`/api/sittings/${seat.sitting}/admit`, {
      late_by_decision: false,
    });
  await world.server.set_clock(plan.bell);
  await page.reload();
  const go_in = page.getByRole("button", { name: "Vào làm bài" });
  await go_in.and(page.locator(":not([aria-disabled])")).waitFor();
  await visitor.shot("14-lobby-open");
  await visitor.narrow_shot("14-lobby-open");
  await go_in.click();
  await visitor.heading(/Câu 1 /);
  return { sitting, paper: prepared.paper };
}

async function sit(world, visitor, paper) {
  const { page, context } = visitor;
  // At least one for each question; several where several options are right.
  const waits_to_be_sent = page
    .locator('[data-save="offline"]')
    .getByText(/[3-9] thay đổi chờ gửi/);
  await visitor.shot("15-exam");
  await candidate.answer_right(visitor, paper);
  await candidate.saved(visitor);
  await visitor.shot("16-exam-saved");
  await visitor.narrow_shot("16-exam-saved");
  // Only a page that the worker controls can be opened again without a network.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  await context.setOffline(true);
  for (const n of [2, 3, 4]) {
    await candidate.go_to_question(visitor, n);
    await candidate.answer_right(visitor, paper);
  }
  await visitor.see("Mất kết nối mạng.");
  await waits_to_be_sent.waitFor();
  await visitor.shot("17-exam-offline");
  await visitor.narrow_shot("17-exam-offline");
  await pass(world, visitor, minute);
  await page.reload();
  await visitor.heading(/Câu \d+/);
  await waits_to_be_sent.waitFor();
  await context.setOffline(false);
  await candidate.saved(visitor);
  await visitor.see(/Toàn bộ \d thay đổi đã được gửi/);
  for (let n = 5; n <= answered; n += 1) {
    await candidate.go_to_question(visitor, n);
    await candidate.answer_right(visitor, paper);
  }
  await candidate.saved(visitor);
}

async function hand_in(world, visitor) {
  const { page } = visitor;
  // Nobody leaves in the first two thirds.
  await pass(world, visitor, 41 * minute);
  // Single letters are keys only outside a field, and the last question may be one with a field.
  await candidate.go_to_question(visitor, 1);
  await visitor.heading(/Câu 1 /);
  await page.keyboard.press("f");
  await page.keyboard.press("r");
  await visitor.see("Xem lại trước khi nộp");
  await visitor.shot("18-review");
  await visitor.press("Nộp bài");
  await visitor.see("câu bỏ trống");
  await visitor.shot("19-confirm");
  await visitor.press("Nộp bài", page.locator("dialog"));
  await visitor.heading("Anh/chị đã nộp bài");
  await visitor.see("Biên nhận đã được kiểm tra");
  await visitor.shot("20-receipt");
  await visitor.narrow_shot("20-receipt");
  return page.locator("code[data-code]").textContent();
}

const title =
  "a person registers, applies, is found eligible, sits, goes offline for a minute, submits " +
  "and finds the result";
test(title, async (t) => {
  const world = await open_intake();
  t.after(() => world.end());
  const visitor = await Visitor.come(world.server.origin);
  await visitor.page.clock.install();

  await apply(world, visitor);
  await find_eligible(world, visitor);
  const { sitting, paper } = await enter(world, visitor);
  await sit(world, visitor, paper);
  const code = await hand_in(world, visitor);
  assert.match(code, code_form);

  // What the server has is what the page said.
  const person = world.stranger();
  await person.post("/api/session", { identifier: who.identifier, password });
  const submission = await person.get(`/api/sittings/${sitting}/submission`);
  assert.equal(submission.code, code);
  const { answers, last_seq } = await person.get(`/api/sittings/${sitting}/answers`);
  assert.equal(answers.length, answered);
  assert.ok(last_seq > answered);

  await world.leap("05-16 10:00", ["chair", "vice", "secretary", "auditor"]);
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  await stages.release(world);
  await be_again(visitor);
  await visitor.shot("21-mine-released");
  await visitor.link(/Xem điểm và bài của tôi/);
  await visitor.heading("Điểm và bài làm của tôi");
  await visitor.see("Trúng tuyển");
  await visitor.shot("22-my-score");
  await visitor.goto(`/ky-thi/${world.contest}/ket-qua`);
  await visitor.heading("Kết quả");
  await visitor.shot("23-results");
  await world.audit();
  // Reloaded without a network the page has no CSRF token: it is refused once and asks for one.
  const refused_once =
    /ERR_INTERNET_DISCONNECTED|status of 401|403 \(Forbidden\) \S+\/(saves|notes)$/;
  assert.deepEqual(visitor.unexpected(refused_once), []);
});
