// Candidates after the result, in their pages at the real server: one reads the score and appeals
// by keyboard alone, one objects on a phone. The panel and the council act over the API.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as stages from "../life/stages.mjs";
import { Desk, mark_again, markers, open_written, release_first } from "../life/written_day.mjs";
import { close_browser, narrow, Visitor } from "./visitor.mjs";

const words = "Ở câu 2, phần giải pháp của tôi bị chấm sót.\nTôi đề nghị chấm lại.";
// More than any page has to be gone through by Tab before its main content.
const tabs_max = 60;

// Tab until `place` has the focus: how many presses that took.
async function tab_to(visitor, place, key = "Tab") {
  await place.waitFor();
  for (let presses = 0; presses <= tabs_max; presses += 1) {
    if (await place.evaluate((node) => node === document.activeElement)) return presses;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${place}`);
}
async function enter(visitor, role, name) {
  const presses = await tab_to(visitor, visitor.page.getByRole(role, { name }).first());
  await visitor.page.keyboard.press("Enter");
  return presses;
}
const own_page = async (world, name, options) =>
  Visitor.come(world.server.origin, await world.sign_in(name), options);
const page = (world, rest) => `/ky-thi/${world.contest}${rest}`;
const appeals_of = async (world, name) =>
  (await world.people[name].get(world.path("/appeals/mine"))).appeals;

async function read_the_score(visitor) {
  await visitor.goto("/cua-toi");
  await visitor.see("Kết quả đã được công bố");
  await visitor.see(/Nhận đơn đến 23:59, \d\d\/06/);
  await visitor.shot("90-mine-released");
  await visitor.narrow_shot("90-mine-released");
  await enter(visitor, "link", "Xem điểm và bài của tôi");
  await visitor.heading("Điểm và bài làm của tôi");
  await visitor.see("Người chấm thứ hai");
  await visitor.see("Hai người chấm cho cùng một điểm: 70.");
  await visitor.see("Đúng hướng, còn thiếu căn cứ.");
  await visitor.see("Điểm vòng thi 70, đạt mức 50.");
  await visitor.page.getByText("Bài làm của tôi").first().waitFor();
  await visitor.shot("91-score");
  await visitor.narrow_shot("91-score");
}

// A reload and a network that is away lose nothing of what was typed.
async function appeal_by_keyboard(visitor) {
  const { page: at } = visitor;
  await enter(visitor, "link", "Xem cách nộp đơn");
  await visitor.heading("Phúc khảo, kiến nghị");
  await visitor.see(/còn 11 ngày 14 giờ/);
  await enter(visitor, "button", "Nộp đơn");
  await visitor.see("Chọn loại đơn.");
  await visitor.shot("92-appeal-empty");
  const remark = at.getByRole("radio", { name: /Phúc khảo bài của tôi/ });
  await tab_to(visitor, remark);
  await at.keyboard.press("Space");
  await tab_to(visitor, at.getByLabel("Câu hỏi có liên quan"));
  await at.getByRole("option", { name: /^Câu 2/ }).waitFor({ state: "attached" });
  await at.keyboard.press("ArrowDown");
  await at.keyboard.press("ArrowDown");
  await tab_to(visitor, at.getByLabel("Nội dung đơn"));
  await at.keyboard.type(words);
  await at.reload();
  await visitor.see(/còn 11 ngày/);
  assert.equal(await at.getByLabel("Nội dung đơn").inputValue(), words);
  assert.ok(await remark.isChecked());
  await visitor.shot("93-appeal-written");
  await visitor.narrow_shot("93-appeal-written");
  await enter(visitor, "button", "Nộp đơn");
  await visitor.dialog.waitFor();
  await visitor.dialog.getByText(/Câu 2:/).waitFor();
  await visitor.shot("94-appeal-confirm");
  const confirm = visitor.dialog.getByRole("button", { name: "Nộp đơn" });
  await visitor.context.setOffline(true);
  await tab_to(visitor, confirm);
  await at.keyboard.press("Enter");
  await visitor.dialog.getByText("Không kết nối được với máy chủ").waitFor();
  await visitor.context.setOffline(false);
  await tab_to(visitor, confirm);
  await at.keyboard.press("Enter");
  await visitor.see("Đã nhận đơn");
  await at.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
  assert.equal(await at.evaluate(() => document.activeElement?.textContent), "Đã nhận đơn");
  assert.equal(await at.getByLabel("Nội dung đơn").count(), 0);
  await visitor.shot("95-appeal-filed");
  await visitor.narrow_shot("95-appeal-filed");
}

// The winner of the first release, on a phone: against the procedure, and turned down.
async function object_on_a_phone(world, name) {
  const phone = await own_page(world, name, {
    viewport: narrow,
    hasTouch: true,
  });
  await phone.goto(page(world, "/phuc-khao"));
  await phone.page.getByRole("radio", { name: /Kiến nghị về đề thi/ }).tap();
  await phone.page
    .getByLabel("Nội dung đơn")
    .fill("Phòng thi mất điện 10 phút, không được bù giờ.");
  await phone.page.getByRole("button", { name: "Nộp đơn" }).tap();
  await phone.dialog.getByRole("button", { name: "Nộp đơn" }).tap();
  await phone.see("Chờ Ban phúc khảo xét");
  const wider = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(wider, 0);
  await phone.shot("96-phone-filed");
  const [{ appeal }] = await appeals_of(world, name);
  await world.both("panel_1", "panel_2", "decide_appeal", {
    appeal,
    upheld: false,
    reason: "Biên bản phòng thi ghi đã bù 10 phút cho cả phòng.",
  });
  await phone.page.reload();
  await phone.see("Không được chấp nhận");
  await phone.see("Biên bản phòng thi ghi đã bù 10 phút cho cả phòng.");
  await phone.shot("97-phone-rejected");
  return phone;
}

async function see_it_decided(world, visitor) {
  await visitor.page.reload();
  await visitor.see("Điểm vòng thi đổi từ 70 thành 90.");
  await visitor.see("Có căn cứ để chấm lại.");
  await visitor.shot("98-appeal-amended");
  await enter(visitor, "link", "Trang kết quả");
  await visitor.heading("Kết quả");
  await visitor.see("Hạng 1, 90,0 điểm");
  await visitor.see("1 điểm bài thi thay đổi sau phúc khảo");
  await visitor.shot("99-results-again");
  await visitor.narrow_shot("99-results-again");
  await enter(visitor, "link", "Xem cách tính và bài làm");
  await visitor.see("Phúc khảo: điểm thay đổi từ 70 thành 90.");
  await visitor.see("Phúc khảo, người thứ hai");
  await visitor.shot("99-score-again");
}

test("candidates read their scores, appeal, and see what came of it", async (t) => {
  const { world, seated } = await open_written();
  t.after(async () => {
    await close_browser();
    await world.end();
  });
  const desks = markers.map((name) => new Desk(world, name));
  await release_first(world, desks);
  const panel = ["chair", "vice", "secretary", "panel_1", "panel_2", ...markers];
  await world.leap("05-21 09:00", panel);
  const [first, second] = [0, 1].map(stages.name_of);
  const visitor = await own_page(world, second);
  await read_the_score(visitor);
  await appeal_by_keyboard(visitor);
  t.diagnostic(`from the first page to the receipt: ${visitor.tabs} times Tab`);
  const [filed] = await appeals_of(world, second);
  assert.deepEqual([filed.track, filed.text], ["own_mark", words]);
  assert.ok(filed.item);
  const phone = await object_on_a_phone(world, first);

  await mark_again(world, desks, filed.appeal);
  await stages.release_again(world);
  await see_it_decided(world, visitor);
  assert.equal(
    seated[1].roll,
    (await world.stranger().get(world.path("/results"))).lines[0].roll_number,
  );

  await world.leap("06-20 09:00", ["chair"]);
  await phone.be(await world.sign_in(first));
  await phone.goto(page(world, "/phuc-khao"));
  await phone.see(/Đã hết thời hạn nộp đơn lúc 23:59/);
  assert.equal(await phone.page.getByLabel("Nội dung đơn").count(), 0);
  await phone.shot("99-phone-closed");
  assert.deepEqual([...visitor.unexpected(), ...phone.unexpected()], []);
});
