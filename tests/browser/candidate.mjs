// What a candidate does in the pages: registers, fills in a dossier, applies, enters, hands in.
// The steps press what the person sees; they assert nothing about the contest.
import { a_pdf, good_facts } from "../life/plan.mjs";

const day = (iso) => iso.split("-").reverse().join("/");
const facts = {
  "Ngày sinh": day(good_facts.born_on),
  "Cơ quan công tác": good_facts.organisation,
  "Chức vụ hiện nay": good_facts.position,
  "Số năm công tác trong ngành": String(good_facts.years_in_sector),
  "Ngày vào Đảng": day(good_facts.party_member_since),
  "Ngành học": good_facts.degree_field,
  "Ngày khám trên giấy chứng nhận sức khoẻ": day(good_facts.health_certified_on),
};

export async function register(visitor, { identifier, password, full_name }) {
  const { page } = visitor;
  await visitor.goto("/");
  await visitor.heading(/.+/);
  await visitor.shot("01-home");
  await visitor.narrow_shot("01-home");
  await visitor.link(/^Đăng ký dự thi/);
  await visitor.link("Tạo tài khoản");
  await page.getByLabel("Họ và tên").fill(full_name);
  await page.getByLabel("Thư điện tử hoặc số điện thoại").fill(identifier);
  await page.getByLabel("Mật khẩu").fill(password);
  await visitor.shot("02-register");
  await visitor.press("Tạo tài khoản");
  await visitor.heading("Chọn chức danh dự thi");
}

// By step: [question, answer] where the answer is one of a few.
const choices = {
  "Bản thân": [["Giới tính", "Nữ"]],
  "Công tác": [
    ["Diện quy hoạch", "Trong quy hoạch chính chức danh dự thi"],
    ["Ngạch", "Chuyên viên chính"],
  ],
  "Đảng viên": [[/tiêu chuẩn chính trị/, "Có"]],
  "Trình độ": [
    ["Trình độ chuyên môn cao nhất", "Thạc sĩ"],
    ["Lý luận chính trị", "Cao cấp"],
    ["Chứng chỉ quản lý nhà nước", "Chuyên viên chính"],
    ["Ngoại ngữ", "Chứng chỉ B"],
  ],
  "Đánh giá, kỷ luật, sức khoẻ": [[/thanh tra, điều tra/, "Không"]],
};

async function fill_facts(visitor) {
  const { page } = visitor;
  for (const [i, [step, chosen]] of Object.entries(choices).entries()) {
    await visitor.link(step);
    await visitor.heading(step);
    for (const [label, value] of Object.entries(facts)) {
      const field = page.getByLabel(label, { exact: true });
      if (await field.count()) await field.fill(value);
    }
    for (const [question, chosen_one] of chosen) {
      const group = page.getByRole("group", { name: question });
      await group.getByLabel(chosen_one, { exact: true }).check();
    }
    for (const grade of await page.getByLabel(/^Năm \d{4}$/).all())
      await grade.selectOption({ label: "Hoàn thành tốt nhiệm vụ" });
    await visitor.shot(`04-facts-${i}`);
    await visitor.press("Lưu và về hồ sơ");
    await visitor.heading("Hồ sơ dự thi");
  }
}

export async function send_documents(visitor, names) {
  const { page } = visitor;
  for (const name of names) {
    await visitor.link(name);
    await page.getByLabel("Chọn tệp").setInputFiles({
      name: "ho-so.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(a_pdf),
    });
    await visitor.press("Gửi tệp");
    await visitor.see("Mã băm SHA-256 khớp");
    await visitor.shot("05-document");
    await visitor.link("Về hồ sơ");
    await visitor.heading("Hồ sơ dự thi");
  }
}

export async function apply(visitor, post) {
  const { page } = visitor;
  await page.getByLabel(post).check();
  await page.getByLabel("Tự đăng ký").check();
  await visitor.shot("03-choose");
  await visitor.press("Tiếp tục");
  await visitor.heading("Hồ sơ dự thi");
  await visitor.shot("03-dossier-empty");
  await fill_facts(visitor);
  await send_documents(visitor, [/Đơn/, /Sơ yếu/, /đồng ý/]);
  await visitor.shot("06-dossier-full");
  await visitor.narrow_shot("06-dossier-full");
  await visitor.link("Kiểm tra và nộp hồ sơ");
  await visitor.heading("Kiểm tra rồi nộp");
  await visitor.shot("07-check");
  await page.getByLabel(/Tôi xác nhận/).check();
  await visitor.press("Nộp hồ sơ");
  await visitor.heading("Đã nhận hồ sơ");
  await visitor.see("Máy của anh/chị đã tính lại");
  await visitor.shot("08-application-receipt");
}

export async function sign_in(visitor, { identifier, password }, scope = visitor.page) {
  await scope.getByLabel(/Tên đăng nhập|Thư điện tử/).fill(identifier);
  await scope.getByLabel("Mật khẩu").fill(password);
  await visitor.press("Đăng nhập", scope);
}

export const go_to_question = (visitor, n) =>
  visitor.page.locator(`.rail button[aria-label^="Câu ${n},"]`).click();
export const saved = (visitor, kind = "saved") =>
  visitor.page.locator(`[data-save="${kind}"]`).waitFor();

// Answers the question that is shown as the key of the paper has it, whatever its kind.
export async function answer_right(visitor, { paper, key }) {
  const { page } = visitor;
  const stem = (await page.locator(".stem").innerText()).trim();
  const item = paper.items.find((one) => one.stem === stem);
  const right = key.items.find((one) => one.item === item.item);
  if (right.options.length === 0) {
    const text = right.numeric ? right.numeric.value : right.accepted[0];
    await page.getByRole("textbox", { name: /Trả lời/ }).fill(String(text));
    return;
  }
  const spoken = { true: "Đúng", false: "Sai" };
  for (const option of right.options) {
    const text = item.options.find((one) => one.option === option)?.text ?? spoken[option];
    await page.locator(".opt").getByLabel(text, { exact: true }).check();
  }
}
