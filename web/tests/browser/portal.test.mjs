// The portal: from an account to a receipt, grounds and petition, results, and what is public.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close_all, open_world, person_page, sizes, sound } from "./site_driver.mjs";

after(close_all);

const pdf = Buffer.from("%PDF-1.4\nmẫu\n%%EOF\n");
const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

async function fill_first_steps(page) {
  await page.getByLabel("Ngày sinh").fill("5/9/1978");
  await page.getByLabel("Nữ", { exact: true }).check();
  await page.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await heading(page, "Công tác");
  await page.getByLabel("Cơ quan công tác").fill("Ban Tổ chức Trung ương");
  await page.getByLabel("Số năm công tác trong ngành").fill("mười");
  await page.getByRole("button", { name: "Lưu và tiếp tục" }).click();
  await page.getByRole("alert").getByText("ghi một số nguyên").waitFor();
  await page.getByLabel("Số năm công tác trong ngành").fill("10");
  await page.getByRole("button", { name: "Lưu và về hồ sơ" }).click();
  await heading(page, "Hồ sơ dự thi");
}

async function send_documents(page) {
  for (;;) {
    const left = page
      .locator("li")
      .filter({ hasText: "Chưa bắt đầu" })
      .getByRole("link", { name: /Đơn|Sơ yếu|Bằng|Nhận xét|Giấy/ });
    if ((await left.count()) === 0) return;
    await left.first().click();
    await page
      .getByLabel("Chọn tệp")
      .setInputFiles({ name: "ho-so.pdf", mimeType: "application/pdf", buffer: pdf });
    await page.getByRole("button", { name: "Gửi tệp" }).click();
    await page.getByText("Mã băm SHA-256 khớp").waitFor();
    await page.getByRole("link", { name: "Về hồ sơ" }).first().click();
    await heading(page, "Hồ sơ dự thi");
  }
}

test("a new person registers, prepares a dossier, applies, and holds a receipt that checks", async () => {
  const world = await open_world();
  const { page, faults } = await person_page(world);
  await page.goto(world.origin);
  await page
    .getByRole("link", { name: /^Đăng ký dự thi/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Tạo tài khoản" }).click();
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await page.getByRole("alert").getByRole("link", { name: "Nhập họ và tên." }).waitFor();
  await page.getByLabel("Họ và tên").fill("Nguyễn Thị Minh Hà");
  await page.getByLabel("Tên gọi").focus();
  assert.equal(await page.getByLabel("Tên gọi").inputValue(), "Hà");
  await page.getByLabel("Thư điện tử hoặc số điện thoại").fill("ha@mau.vn");
  await page.getByLabel("Mật khẩu").fill("một câu rất dễ nhớ");
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await heading(page, "Chọn chức danh dự thi");
  await page.getByLabel("Vụ trưởng Vụ Cơ sở đảng").check();
  await page.getByLabel("Tự đăng ký").check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await heading(page, "Hồ sơ dự thi");
  await page.getByRole("link", { name: "Bản thân" }).click();
  await fill_first_steps(page);
  await send_documents(page);
  await page.getByRole("link", { name: "Kiểm tra và nộp hồ sơ" }).click();
  await heading(page, "Kiểm tra rồi nộp");
  await page.getByText("05/09/1978").waitFor();
  await page.getByLabel(/Tôi xác nhận/).check();
  await page.getByRole("button", { name: "Nộp hồ sơ" }).click();
  await heading(page, "Đã nhận hồ sơ");
  await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
  await page.getByText("Máy của anh/chị đã tính lại").waitFor();
  await page.getByRole("link", { name: "Việc của tôi" }).last().click();
  await heading(page, "Việc của tôi");
  await page.getByText("Đã nộp, chờ xét").waitFor();
  assert.deepEqual(faults, []);
});

test("a sign-in link works once typed and its token leaves the address", async () => {
  const world = await open_world();
  const { page } = await person_page(world, "cand1");
  assert.ok(!page.url().includes("cand1"));
  await heading(page, "Việc của tôi");
  await page.getByRole("link", { name: "Vào phòng thi" }).waitFor();
});

test("who was refused reads the grounds with their source and files a petition", async () => {
  const world = await open_world();
  const { page } = await person_page(world, "cand2");
  await page.getByRole("link", { name: "Xem quyết định" }).first().click();
  await page.getByText("Chưa đủ số năm công tác trong ngành.").waitFor();
  await page.getByText("kỳ thi của Bộ Giao thông vận tải năm 2017").waitFor();
  await page.getByLabel("Nội dung kiến nghị").fill("Đề nghị tính cả thời gian biệt phái.");
  await page.getByRole("button", { name: "Gửi kiến nghị" }).click();
  await page.getByText("Hội đồng thi chưa trả lời.").waitFor();
});

test("a log key other than the one seen first is an alarm", async () => {
  const world = await open_world();
  const { page } = await person_page(world);
  const path = `${world.origin}/ky-thi/${world.open.line.contest}`;
  await page.goto(path);
  await page.getByText("Khớp với khoá").waitFor();
  world.open.log.vkey = world.live.log.vkey;
  await page.goto(path);
  await page.getByText("Khoá này khác với khoá").waitFor();
});

test("after the release a candidate sees answers, key, points and log entries", async () => {
  const world = await open_world();
  const { page } = await person_page(world, "cand1");
  await page.getByRole("link", { name: "Xem điểm và bài của tôi" }).click();
  await heading(page, "Điểm và bài làm của tôi");
  await page.getByRole("columnheader", { name: "Đáp án" }).waitFor();
});

test("an appeal that is being written survives a reload and is filed with a receipt", async () => {
  const world = await open_world();
  const { page, faults } = await person_page(world, "cand1");
  await page.goto(`${world.origin}/ky-thi/${world.done.line.contest}/phuc-khao`);
  await page.getByText(/còn 13 ngày 23 giờ/).waitFor();
  await page.getByText("Kế hoạch của kỳ thi không cho phúc khảo vòng nào.").waitFor();
  assert.equal(await page.getByLabel(/Phúc khảo bài của tôi/).count(), 0);
  await page.getByLabel(/Kiến nghị về đề thi/).check();
  await page.getByLabel("Nội dung đơn").fill("Câu 2 có hai đáp án đúng.");
  await page.reload();
  await page.getByLabel("Câu hỏi có liên quan").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Nộp đơn" }).click();
  await page.getByRole("dialog").getByText("Câu 2 có hai đáp án đúng.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Nộp đơn" }).click();
  await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
  await page.getByText("Chờ Ban phúc khảo xét").waitFor();
  assert.deepEqual(faults, []);
});

test("results by roll number show a candidate the own line", async () => {
  const world = await open_world();
  world.done.profile = "roll_numbers";
  const { page } = await person_page(world, "cand1");
  await page.goto(`${world.origin}/ky-thi/${world.done.line.contest}/ket-qua`);
  await page.getByText("kết quả được công bố theo số báo danh").waitFor();
  assert.equal(await page.getByRole("columnheader", { name: "Họ và tên" }).count(), 0);
  assert.equal(await page.getByRole("row").filter({ hasText: "Anh/chị" }).count(), 1);
  await page.getByText(/Hạng 1, .* điểm, số báo danh/).waitFor();
});

test("English is one press away and keeps the page", async () => {
  const world = await open_world();
  const { page } = await person_page(world);
  await page.goto(`${world.origin}/ky-thi/${world.done.line.contest}/ket-qua`);
  await heading(page, "Kết quả");
  await page.getByRole("button", { name: /switch to English/ }).click();
  await heading(page, "Results");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await heading(page, "Results");
});

for (const [viewport, colorScheme] of [
  [sizes[0], "light"],
  [sizes[1], "dark"],
]) {
  test(`axe finds nothing in the portal at ${viewport.width} px, ${colorScheme}`, async () => {
    const world = await open_world();
    const contest = (c) => `/ky-thi/${c.line.contest}`;
    const { page } = await person_page(world, "cand1", { viewport, colorScheme });
    const seat = world.live.rooms[0].seats[0];
    const mine = world.live.applications[0];
    await sound(page, world.origin, [
      "/",
      "/dang-nhap",
      "/dang-ky",
      "/nhan-biet",
      "/tro-nang",
      "/rieng-tu",
      "/cua-toi",
      "/tin-nhan",
      "/bao-mat",
      contest(world.open),
      `${contest(world.open)}/quy-dinh`,
      `${contest(world.live)}/danh-sach`,
      `${contest(world.done)}/ket-qua`,
      `${contest(world.open)}/moc`,
      `${contest(world.open)}/du-tuyen`,
      `${contest(world.open)}/ho-so`,
      `${contest(world.open)}/ho-so/khai/trinh-do`,
      `${contest(world.open)}/ho-so/khai/nhan-xet`,
      `${contest(world.open)}/ho-so/tai-lieu/diploma`,
      `${contest(world.open)}/ho-so/kiem-tra`,
      `/don/${mine.application}`,
      `/giay-bao/${seat.sitting}`,
      `${contest(world.done)}/diem-cua-toi/${mine.candidate}`,
      `${contest(world.done)}/phuc-khao`,
      "/kiem-chung/",
    ]);
  });
}
