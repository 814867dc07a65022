// The staff pages: acts by two people, dossiers, rooms, draws, results, the log.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sample_paper } from "../site/routes_staff.mjs";
import { close_all, open_world, person_page, sizes, sound } from "./site_driver.mjs";

after(close_all);

const dialog = (page) => page.getByRole("dialog");
const of = (contest, rest = "") => `/qt/${contest.line.contest}${rest}`;
// Scores stand, and the chair may read the paper.
function come_to_scores({ live }) {
  live.line.stage = "scored";
  const [, { round }] = live.rounds;
  const paper = "pap_0000000000000123";
  const line = { paper, round, variant: "official", title: "Đề thi", state: "opened", items: 12 };
  const seal = { points: 1200, content_hash: "", in_use: true };
  live.papers.push({ ...line, ...seal, content: sample_paper(paper, "Đề thi", 12) });
}
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();

async function prove(page) {
  await dialog(page).getByLabel("Mật khẩu của anh/chị").fill("demo");
}

test("a stage is passed by two people; the first alone is refused nicely", async () => {
  const world = await open_world();
  const chair = await person_page(world, "chair");
  await chair.page.goto(world.origin + of(world.open));
  await chair.page.getByRole("button", { name: "Chuyển sang: Xét điều kiện" }).click();
  await press(dialog(chair.page), "Chuyển sang: Xét điều kiện");
  await dialog(chair.page).getByRole("link", { name: "Nhập mật khẩu." }).waitFor();
  await prove(chair.page);
  await press(dialog(chair.page), "Chuyển sang: Xét điều kiện");
  await chair.page.getByText("Việc được thực hiện khi người thứ hai duyệt.").waitFor();
  assert.equal(world.open.line.stage, "intake");
  await chair.page.getByRole("link", { name: "Xem ở trang Phê duyệt" }).click();
  await chair.page.getByText("Anh/chị đã duyệt. Chờ người khác.").waitFor();

  const vice = await person_page(world, "vice");
  await vice.page.goto(world.origin + of(world.open, "/phe-duyet"));
  await vice.page.getByText("Mã băm của việc này").waitFor();
  await press(vice.page, "Duyệt");
  await prove(vice.page);
  await press(dialog(vice.page), "Duyệt");
  await vice.page.getByText("Không có việc nào chờ duyệt.").waitFor();
  assert.equal(world.open.line.stage, "verification");
  assert.deepEqual([...chair.faults, ...vice.faults], []);
});

test("two verifiers decide a dossier; going against the machine needs a reason", async () => {
  const world = await open_world();
  const target = world.open.applications[0];
  for (const name of ["verifier1", "verifier2"]) {
    const { page } = await person_page(world, name);
    await page.goto(world.origin + of(world.open, `/ho-so/${target.application}`));
    await page.getByRole("img", { name: /cv_2c/ }).or(page.locator("canvas")).waitFor();
    await page.getByRole("button", { name: /Chọn như máy/ }).click();
    const age = page.locator("#criterion-age");
    await age.getByLabel("Không đạt").check();
    await press(page, "Ghi quyết định");
    await page.getByRole("alert").getByText("nêu lý do").waitFor();
    await age.getByLabel("Lý do").fill("Ngày sinh trên bằng khác với lý lịch.");
    await press(page, "Ghi quyết định");
    await page.getByRole("alert").waitFor({ state: "detached" });
  }
  assert.equal(target.state, "refused");
});

test("an invigilator admits, moves a machine, proposes time and records an incident", async () => {
  const world = await open_world();
  const { page, faults } = await person_page(world, "inv2");
  const room = world.live.rooms[0];
  await page.goto(world.origin + of(world.live, `/phong-thi/${room.room}`));
  await page.getByRole("button", { name: /^Máy 9/ }).click();
  await press(page, "Cho vào phòng");
  await press(dialog(page), "Cho vào phòng");
  await page.getByRole("button", { name: /^Máy 9.*Đã vào phòng/ }).waitFor();
  await page.getByRole("button", { name: /^Máy 5/ }).click();
  await press(page, "Cho chuyển sang máy này");
  await press(dialog(page), "Cho chuyển sang máy này");
  await page.getByRole("button", { name: /^Máy 5.*Lưu/ }).waitFor();
  await press(page, "Đề nghị bù giờ");
  await dialog(page).getByLabel("Số phút bù").fill("12");
  await dialog(page).getByLabel("Lý do").fill("Đổi máy hỏng bàn phím");
  await prove(page);
  await press(dialog(page), "Đề nghị bù giờ");
  await page.getByText("Việc được thực hiện khi người thứ hai duyệt.").waitFor();
  await press(page, "Ghi sự cố");
  await dialog(page).getByLabel("Diễn biến").fill("Máy 5 hỏng bàn phím.");
  await press(dialog(page), "Ghi sự cố");
  await page.getByText("Máy 5 hỏng bàn phím.").waitFor();
  await page.getByRole("button", { name: /^Máy 1/ }).focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator(":focus").innerText(), /Máy 2/);
  assert.deepEqual(faults, []);
});

test("a draw: two commit and reveal, anybody recomputes it in the browser", async () => {
  const world = await open_world();
  const path = world.origin + of(world.live, "/boc-tham");
  const chair = (await person_page(world, "chair")).page;
  const secretary = (await person_page(world, "secretary")).page;
  await chair.goto(path);
  await press(chair, "Chốt danh sách để bốc thăm");
  await press(dialog(chair), "Chốt danh sách");
  await press(chair, "Góp một số bí mật");
  await chair.getByText("đã cam kết").waitFor();
  await secretary.goto(path);
  await press(secretary, "Góp một số bí mật");
  await press(secretary, "Mở số của tôi");
  await secretary.getByText("đã mở số").waitFor();
  await chair.reload();
  await press(chair, "Mở số của tôi");
  await chair.getByRole("button", { name: /^Rút kết quả/ }).click();
  await press(chair, "Tự tính lại");
  await chair.getByText("Mọi số đã mở đều khớp với cam kết.").waitFor();
  await chair.getByText(/Hạt giống: ✓ · Thứ tự rút được: ✓/).waitFor();
});

test("results: compute, resolve a tie, check everything, release by two", async () => {
  const world = await open_world();
  world.live.tie_done = true;
  const { page } = await person_page(world, "chair");
  await page.goto(world.origin + of(world.live, "/ket-qua"));
  await press(page, "Tính điểm");
  await page.getByText("Trúng tuyển").first().waitFor();
  await press(page, "Chạy kiểm tra toàn bộ");
  await page.getByText("Kiểm tra toàn bộ: sạch.").waitFor();
  await press(page, "Công bố kết quả");
  await prove(page);
  await press(dialog(page), "Công bố kết quả");
  await page.getByText("Việc được thực hiện khi người thứ hai duyệt.").waitFor();
});

test("a rule left unset blocks publishing until it is set with a source", async () => {
  const world = await open_world();
  const { page } = await person_page(world, "chair");
  await page.goto(world.origin + of(world.draft, "/ke-hoach/parts"));
  await page.getByRole("link", { name: /defence.qa_max/ }).waitFor();
  await page.getByRole("button", { name: /Sửa.*Thời gian hỏi đáp tối đa/ }).click();
  await dialog(page).getByLabel("Giá trị").fill("30");
  await press(dialog(page), "Ấn định");
  await dialog(page).getByRole("link", { name: "Ghi nguồn của quy định này." }).waitFor();
  await dialog(page).getByLabel("Nguồn").fill("vay mượn: kỳ thi của Bộ Y tế năm 2017");
  await press(dialog(page), "Ấn định");
  await page.getByRole("link", { name: /defence.qa_max/ }).waitFor({ state: "detached" });
  await page.getByText("kỳ thi của Bộ Y tế năm 2017").waitFor();
});

test("an auditor checks a log entry and its content in the browser", async () => {
  const world = await open_world();
  const { page } = await person_page(world, "auditor");
  await page.goto(world.origin + of(world.live, "/nhat-ky"));
  await page.getByText("Chữ ký của mốc đúng").waitFor();
  await page.getByRole("button", { name: "Kiểm tra 0", exact: true }).click();
  await page.getByText("Nội dung khớp với cam kết trong lá.").waitFor();
  world.live.lines[1].payload.role = "chair";
  await page.reload();
  await page.getByRole("button", { name: "Kiểm tra 1", exact: true }).click();
  await page.getByText("Bằng chứng không đúng.").waitFor();
});

test("a remedy is proposed only after its preview, and a change takes the preview away", async () => {
  const world = await open_world();
  come_to_scores(world);
  const { page, faults } = await person_page(world, "chair");
  await page.goto(world.origin + of(world.live, "/xu-ly-loi-de"));
  await page.getByLabel("Chọn câu có sai sót.").selectOption({ index: 3 });
  await page.getByLabel("Công nhận thêm đáp án").check();
  await press(page, "Xem ai thay đổi");
  await page.getByRole("alert").getByText("Chọn hoặc nhập ít nhất một đáp án thêm.").waitFor();
  await page.getByRole("checkbox", { name: /^A\. / }).check();
  await page.getByLabel("Lý do").fill("Hai phương án đều đúng theo Điều 5.");
  await press(page, "Xem ai thay đổi");
  await page.getByText("2 người đổi giữa trúng tuyển, đạt và không đạt.").waitFor();
  await page.getByLabel("Cho mọi người đủ điểm").check();
  await page.getByRole("button", { name: "Đề nghị xử lý" }).waitFor({ state: "detached" });
  await press(page, "Xem ai thay đổi");
  await press(page, "Đề nghị xử lý");
  await prove(page);
  await press(dialog(page), "Đề nghị xử lý");
  await page.getByText("Việc được thực hiện khi người thứ hai duyệt.").waitFor();
  const [{ act, body }] = world.live.proposals;
  assert.deepEqual([act, body.kind, body.keys], ["apply_remedy", "all_credit", []]);
  assert.deepEqual(faults, []);
});

test("a round is held again only after its preview, and the approver reads when", async () => {
  const world = await open_world();
  come_to_scores(world);
  const { page, faults } = await person_page(world, "chair");
  await page.goto(world.origin + of(world.live, "/xu-ly-loi-de"));
  await press(page, "Tổ chức thi lại một vòng");
  const round = page.getByLabel("Vòng thi lại");
  await page.waitForFunction(() => document.activeElement?.id === "resit-round");
  await press(page, "Xem phải thi lại bao nhiêu người");
  await page.getByRole("alert").getByText("Ghi giờ theo dạng giờ:phút").waitFor();
  await round.selectOption({ index: 1 });
  await page.getByLabel("Giờ thi lại").fill("08:00 30/06/2031");
  await page.getByLabel("Lý do thi lại").fill("Đề thi bị lộ trước giờ thi.");
  await press(page, "Xem phải thi lại bao nhiêu người");
  await page.getByText("người thi lại, kể cả người đã vắng").waitFor();
  await page.getByLabel("Giờ thi lại").fill("08:00 01/07/2031");
  await page.getByRole("button", { name: "Đề nghị thi lại" }).waitFor({ state: "detached" });
  await press(page, "Xem phải thi lại bao nhiêu người");
  await press(page, "Đề nghị thi lại");
  await prove(page);
  await press(dialog(page), "Đề nghị thi lại");
  await page.getByText("Việc được thực hiện khi người thứ hai duyệt.").waitFor();
  const [{ act, body }] = world.live.proposals;
  assert.deepEqual([act, body.opens_at], ["hold_round_again", Date.UTC(2031, 6, 1, 1)]);
  assert.deepEqual(faults, []);
});

for (const [viewport, colorScheme] of [
  [sizes[0], "light"],
  [sizes[1], "dark"],
]) {
  test(`axe finds nothing on the staff pages at ${viewport.width} px, ${colorScheme}`, async () => {
    const world = await open_world();
    world.live.officials.find((o) => o.name === "chair").roles.push("setter", "auditor");
    world.live.computed = true;
    const { page } = await person_page(world, "chair", { viewport, colorScheme });
    const room = world.live.rooms[0].room;
    const { application, candidate } = world.live.applications[0];
    await sound(page, world.origin, [
      "/qt",
      of(world.live),
      of(world.draft, "/ke-hoach/thresholds"),
      of(world.live, "/phan-quyen"),
      of(world.live, "/phe-duyet"),
      of(world.live, "/ho-so"),
      of(world.live, `/ho-so/${application}`),
      of(world.live, "/danh-sach"),
      of(world.live, "/de-thi"),
      of(world.live, "/phong-thi"),
      of(world.live, `/phong-thi/${room}`),
      of(world.live, "/boc-tham"),
      of(world.live, "/bai-muon"),
      of(world.live, "/ket-qua"),
      of(world.live, `/diem/${candidate}`),
      of(world.live, "/nhat-ky"),
      of(world.live, "/kiem-tra"),
    ]);
    come_to_scores(world);
    const [, objective] = world.live.rounds;
    const round = "rnd_0000000000000123";
    world.live.rounds.push({ ...objective, round, type: "written", title: "Thi viết" });
    await sound(page, world.origin, [
      of(world.live, "/dieu-hanh-cham"),
      of(world.live, "/vi-pham"),
      of(world.live, "/phuc-khao"),
      of(world.live, "/xu-ly-loi-de"),
      of(world.live, "/bien-ban"),
    ]);
  });
}
