// Steps of human judgement, each in the pages of whoever does it: secrets, codes, packets, a mark
// settled, unblinding, an infraction, an appeal and what follows from it.
import { round } from "../life/plan.mjs";

export const bands = {
  "marking.discrepancy_bands": [
    { from_pct: 0, from_inclusive: true, action: "mean_of_two" },
    { from_pct: 10, from_inclusive: false, action: "agree_with_minutes_else_head" },
  ],
};
const desk = (council, name, more) => council.staff(name, "/dieu-hanh-cham", more);

// Committed before the bell by the blinder and the chair; gives back what reveals and blinds.
export async function commit_in_pages(world, council) {
  const blinder = await desk(council, "blinder", { see: "Chưa chốt việc bốc số phách." });
  await council.act(blinder, "Chốt để bốc số phách");
  for (const name of ["blinder", "chair"]) {
    const visitor = await desk(council, name, { see: "Góp một số bí mật" });
    await visitor.press("Góp một số bí mật");
    await visitor.see("đã cam kết");
    await visitor.shot(`30-blinding-committed-${name}`);
  }
  return async () => {
    for (const name of ["chair", "blinder"]) {
      await world.sign_in(name);
      const visitor = await desk(council, name, { see: "Mở số của tôi" });
      await visitor.press("Mở số của tôi");
      await visitor.see("Anh/chị đã mở số của mình");
    }
    const opened = await desk(council, "blinder", { see: "2 người đã mở số" });
    await opened.shot("31-blinding-revealed");
    await council.act(opened, "Rọc phách");
    await opened.see("bài đã có số phách");
  };
}

// The first who was let in is reprimanded by the invigilator, and does not sign.
export async function record_infraction(world, council) {
  await world.sign_in("keeper_1");
  const keeper = await council.staff("keeper_1", "/vi-pham", {
    see: "Chưa có biên bản vi phạm nào.",
  });
  await keeper.press("Lập biên bản vi phạm");
  const form = keeper.dialog;
  await form.getByRole("option").nth(1).waitFor({ state: "attached" });
  await form.getByLabel("Thí sinh", { exact: true }).selectOption({ index: 1 });
  await form.getByLabel("Khiển trách").check();
  await form.getByLabel("Sự việc").fill("Nói chuyện với người bên cạnh, đã nhắc một lần.");
  await form.getByLabel("Không ký").check();
  await keeper.press("Lập biên bản vi phạm", form);
  await form.getByRole("alert").getByText("chọn ít nhất 2 người chứng kiến").waitFor();
  const witnesses = form.getByRole("group", { name: "Người chứng kiến ký thay" });
  for (const i of [0, 1]) await witnesses.getByRole("checkbox").nth(i).check();
  await keeper.shot("32-infraction-form");
  await keeper.narrow_shot("32-infraction-form");
  await council.act_in_dialog(keeper, "Lập biên bản vi phạm");
  await keeper.see("Khiển trách");
  await keeper.shot("33-infractions");
}

export async function give_packets_in_pages(world, council) {
  const chief = await desk(council, "chief", { see: "máy tìm thấy", shot: "34-desk-blinded" });
  const { anomalies } = await world.people.chief.get(world.path(`/rounds/${round}/marking`));
  for (const [i] of anomalies.entries()) {
    await chief.page
      .getByRole("button", { name: /^Bỏ qua/ })
      .first()
      .click();
    await chief.dialog.getByLabel("Lý do").fill("Nhắc đến một nhân vật trong đề.");
    await chief.press("Bỏ qua", chief.dialog);
    await chief.page.getByText("Đã bỏ qua", { exact: true }).nth(i).waitFor();
  }
  await council.act(chief, "Rút túi bài");
  await chief.see("chưa chấm");
  await chief.shot("35-desk-packets");
}

// The one script of which the two marks are far apart.
export async function settle_in_pages(world, council) {
  const chief = await desk(council, "chief", { see: "Hai người chấm hoặc Trưởng ban" });
  await chief.shot("36-desk-marked");
  await chief.narrow_shot("36-desk-marked");
  await chief.page.getByRole("button", { name: /^Quyết định điểm/ }).click();
  const form = chief.dialog;
  await form.getByLabel(/^Điểm, từ 0/).fill("65");
  await form
    .getByLabel("Biên bản")
    .fill("Hai người chấm đã đọc lại bài cùng Trưởng ban, không thống nhất được.");
  await chief.shot("37-settle");
  await council.act_in_dialog(chief, "Quyết định điểm");
  await chief.see("Đã thực hiện.");
  return world.people.chief.get(world.path(`/rounds/${round}/marking`));
}

export async function unblind_in_pages(world, council) {
  const blinder = await desk(council, "blinder", { see: "bài đã có số phách" });
  await council.act(blinder, "Ghép phách");
  await blinder.see("Việc được thực hiện khi người thứ hai duyệt.");
  await council.approve("chief", "38-unblind-approve");
  await desk(council, "chief", { see: "Đã ghép phách.", shot: "39-desk-unblinded" });
}

export async function answer_appeal_in_pages(world, council, remark) {
  const panel = await council.staff("panel_1", "/phuc-khao", {
    see: "Chờ quyết định",
    shot: "40-appeals",
  });
  await panel.narrow_shot("40-appeals");
  await panel.page.getByRole("button", { name: /^Quyết định về đơn/ }).click();
  await panel.dialog.getByLabel("Chấp nhận, chấm lại bài").check();
  await panel.dialog.getByLabel("Lý do").fill("Có căn cứ để chấm lại câu 2.");
  await panel.shot("41-appeal-decide");
  await council.act_in_dialog(panel, "Quyết định về đơn");
  await council.approve("panel_2", "42-appeal-approve");
  const giving = await council.staff("panel_1", "/phuc-khao", { see: "chờ giao chấm lại" });
  await council.act(giving, "Giao cho người khác chấm lại");
  await remark();
  const done = await council.staff("panel_1", "/phuc-khao", {
    see: "2 trên 2 điểm chấm lại đã có",
    shot: "43-appeal-remarked",
  });
  await council.act(done, "Kết luận điểm phúc khảo");
  await council.approve("panel_2", "44-amend-approve");
  const over = await council.staff("panel_1", "/phuc-khao", { see: "Không có đơn nào như vậy." });
  await over.page.getByRole("button", { name: /^Tất cả/ }).click();
  await over.see("Đã kết luận");
}

// What stood is released anew: computed, looked at, checked, by two.
export async function release_again_in_pages(world, council) {
  const chair = await council.staff("chair", "/ket-qua", { see: "không còn đúng" });
  await chair.press("Tính điểm");
  await chair.see("Thay đổi so với lần công bố trước");
  await chair.see("người đổi giữa trúng tuyển, đạt và không đạt");
  await chair.shot("45-results-diff");
  await chair.narrow_shot("45-results-diff");
  await chair.press("Chạy kiểm tra toàn bộ");
  await chair.see("Kiểm tra toàn bộ: sạch.");
  await council.act(chair, "Công bố kết quả");
  await council.approve("secretary");
  await council.staff("chair", "/ket-qua", { see: "Không có thay đổi", shot: "46-results-again" });
}
