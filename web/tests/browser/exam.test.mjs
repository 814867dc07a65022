// The exam in a real browser against the stand-in server: saving, failing, coming back, handing in.
import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { after, test } from "node:test";
import { id_of } from "../fake/paper.mjs";
import {
  choose,
  close_browser,
  enter,
  new_machine,
  open_site,
  save_state,
  sign_in,
  wait_for_save,
} from "./driver.mjs";

after(close_browser);

const expected = /status of (401|403|409|503)|ERR_(INTERNET_DISCONNECTED|EMPTY_RESPONSE|FAILED)/;
const unexpected = (faults) => faults.filter((text) => !expected.test(text));
const goto_question = (page, n) => page.locator(`.rail button[aria-label^="Câu ${n},"]`).click();

test("a choice is called saved only after its receipt was verified (R-14)", async () => {
  const { site, page, faults } = await open_site();
  await enter(page, site);
  assert.equal(await save_state(page), "idle");
  let let_go;
  site.hold = new Promise((resolve) => (let_go = resolve));
  await choose(page, "B");
  await wait_for_save(page, "saving");
  assert.equal(await page.locator(".save.saved").count(), 0);
  let_go();
  await wait_for_save(page, "saved");
  assert.deepEqual(
    site.server.stored.map((s) => [s.item, s.value]),
    [[id_of(1), ["b"]]],
  );
  assert.deepEqual(unexpected(faults), []);
  await site.close();
});

test("with receipts signed by another key the page says not saved, never saved (V-06)", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  site.server.forge(true);
  await choose(page, "B");
  await wait_for_save(page, "not_saved");
  await page.getByText("Câu trả lời chưa được lưu.").waitFor();
  assert.equal(await page.locator('[data-save="saved"]').count(), 0);
  site.server.forge(false);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await wait_for_save(page, "saved");
  await site.close();
});

test("a key beside the receipt changes nothing: the pinned one stays (V-06)", async () => {
  const { site, page } = await open_site();
  await sign_in(page, site);
  await page.getByText("Vào làm bài").waitFor();
  site.lie_about_key = site.server.log.vkey.replace("thi.example", "tha.example");
  await page.reload();
  await page.getByText("khác với khoá đã ghim").waitFor();
  const start = page.getByRole("button", { name: "Vào làm bài" });
  await page.getByText("máy chưa đạt kiểm tra").first().waitFor();
  assert.equal(await start.getAttribute("aria-disabled"), "true");
  await site.close();
});

test("a minute offline with a reload keeps every answer and sends them in order (R-15)", async () => {
  const { site, page, context, faults } = await open_site();
  await enter(page, site);
  await choose(page, "A");
  await wait_for_save(page, "saved");
  // Only a page that the worker controls can be opened again without a network.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  site.down = true;
  await choose(page, "B");
  await page.getByText("Mất kết nối mạng.").waitFor();
  await goto_question(page, 2);
  await choose(page, "C");
  await goto_question(page, 60);
  await page.getByLabel("Bài làm").pressSequentially("Kế hoạch một trăm ngày đầu");
  await goto_question(page, 2);
  await page.locator('[data-save="offline"]').getByText("3 thay đổi chờ gửi").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /Câu \d+/ }).waitFor();
  await goto_question(page, 1);
  assert.equal(await page.locator('.opt input[data-k="B"]').isChecked(), true);
  await goto_question(page, 60);
  assert.equal(await page.getByLabel("Bài làm").inputValue(), "Kế hoạch một trăm ngày đầu");
  site.down = false;
  await context.setOffline(false);
  await wait_for_save(page, "saved");
  await page.getByText("Đã có mạng. Toàn bộ 3 thay đổi đã được gửi.").first().waitFor();
  assert.deepEqual(
    site.server.stored.map((s) => [s.seq, s.item, s.value]),
    [
      [1, id_of(1), ["a"]],
      [2, id_of(1), ["b"]],
      [3, id_of(2), ["c"]],
      [4, id_of(60), "Kế hoạch một trăm ngày đầu"],
    ],
  );
  assert.deepEqual(unexpected(faults), []);
  await site.close();
});

test("a second tab of the same machine takes over with the lease, the first locks (R-17)", async () => {
  const { site, page, context } = await open_site();
  await enter(page, site);
  await goto_question(page, 6);
  await page.getByRole("textbox", { name: "Trả lời" }).pressSequentially("CSDLQG");
  const second = await context.newPage();
  await second.goto(`${site.origin}/thi/${site.sitting}`);
  await second.getByRole("button", { name: "Làm tiếp ở đây" }).click();
  await second.getByRole("heading", { level: 1, name: /Câu \d+/ }).waitFor();
  await page.getByText("Bài thi đã chuyển sang cửa sổ khác").waitFor();
  await goto_question(second, 6);
  assert.equal(await second.getByRole("textbox", { name: "Trả lời" }).inputValue(), "CSDLQG");
  await goto_question(second, 1);
  await choose(second, "D");
  await wait_for_save(second, "saved");
  assert.equal(site.server.leases.length, 1);
  assert.deepEqual(
    site.server.stored.map((s) => s.value),
    ["CSDLQG", ["d"]],
  );
  await site.close();
});

test("another machine waits for approval, then takes the lease; the old one locks (R-17)", async () => {
  const { site, page } = await open_site({ proctored: true });
  await enter(page, site);
  await choose(page, "A");
  await wait_for_save(page, "saved");
  site.approved = false;
  const other = await new_machine(site);
  await sign_in(other.page, site);
  await other.page
    .getByRole("button", { name: "Vào làm bài" })
    .and(other.page.locator(":not([aria-disabled])"))
    .click();
  await other.page.getByRole("button", { name: "Chuyển sang máy này" }).click();
  await other.page.getByText("Chờ giám thị đồng ý").waitFor();
  site.approved = true;
  await other.page.getByRole("heading", { level: 1, name: /Câu \d+/ }).waitFor();
  await page.getByText("Bài thi đã mở trên máy khác").waitFor();
  await goto_question(other.page, 1);
  assert.equal(await other.page.locator('.opt input[data-k="A"]').isChecked(), true);
  await choose(other.page, "B");
  await wait_for_save(other.page, "saved");
  assert.deepEqual(
    site.server.stored.map((s) => [s.lease, s.seq]),
    [
      [1, 1],
      [2, 1],
    ],
  );
  await site.close();
});

test("handing in shows the code that the receipt proves, and a reload shows it again (R-19)", async () => {
  const { site, page, faults } = await open_site();
  await enter(page, site);
  await choose(page, "A");
  await goto_question(page, 5);
  await page.getByLabel("Trả lời bằng số").pressSequentially("75,5");
  await page.locator(".foot .end").getByRole("button").click();
  await page.getByRole("heading", { name: "Xem lại trước khi nộp" }).waitFor();
  await page.getByRole("button", { name: "Nộp bài", exact: true }).click();
  await page.getByText(/Còn 58 câu bỏ trống/).waitFor();
  await page.locator("dialog").getByRole("button", { name: "Nộp bài" }).click();
  await page.getByRole("heading", { name: "Anh/chị đã nộp bài" }).waitFor();
  const code = await page.locator("code[data-code]").textContent();
  assert.equal(code, site.server.submitted.code);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  await page.getByText("Biên nhận đã được kiểm tra").waitFor();
  assert.deepEqual(
    [...site.server.answers.values()].map((a) => a.value),
    [["a"], "75,5"],
  );
  await page.reload();
  await page.getByText(code).waitFor();
  await page.getByRole("button", { name: "Tôi đã giữ mã, kết thúc" }).click();
  await page.getByRole("heading", { name: "Bài thi của tôi" }).waitFor();
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open("thi-tuyen");
        open.onsuccess = () => {
          const tx = open.result.transaction(["records", "leases"]);
          const counts = ["records", "leases"].map((name) => tx.objectStore(name).count());
          tx.oncomplete = () => resolve(counts.map((request) => request.result));
        };
      }),
  );
  assert.deepEqual(left, [0, 0]);
  assert.deepEqual(unexpected(faults), []);
  await site.close();
});

test("a lost reply to the hand-in gives the same code when it is sent again (R-19)", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await choose(page, "A");
  await wait_for_save(page, "saved");
  await page.route(
    "**/submit",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Nộp bài", exact: true }).click();
  await page.locator("dialog").getByRole("button", { name: "Nộp bài" }).click();
  const code = await page.locator("code[data-code]").textContent({ timeout: 20_000 });
  assert.equal(code, site.server.submitted.code);
  assert.equal(site.requests.filter((r) => r.endsWith("/submit")).length, 2);
  await site.close();
});

test("when time ends, the last typed words are sent and the work is handed in", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await goto_question(page, 60);
  site.server.ends_at = site.now() + 4000;
  site.say("time", { ends_at: site.server.ends_at, server_now: site.now() });
  await page.getByLabel("Bài làm").fill("Chữ cuối cùng");
  await page.getByRole("heading", { name: "Anh/chị đã nộp bài" }).waitFor({ timeout: 30_000 });
  assert.deepEqual(
    [...site.server.answers.values()].map((a) => a.value),
    ["Chữ cuối cùng"],
  );
  await site.close();
});

test("extra time moves the clock and is said in words (R-12)", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  site.server.ends_at += 12 * 60_000;
  site.say("time", { ends_at: site.server.ends_at, server_now: site.now(), reason: "grant" });
  await page
    .getByText(/Anh\/chị được bù 12 phút/)
    .first()
    .waitFor();
  const shown = await page.getByRole("timer").textContent();
  assert.match(shown, /^01:2[456]:\d\d$/);
  await site.close();
});

test("single keys choose, flag and move; in a text field they are only letters", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await page.keyboard.press("c");
  assert.equal(await page.locator('.opt input[data-k="C"]').isChecked(), true);
  await page.keyboard.press("f");
  await page.getByText("Đã đánh dấu").waitFor();
  await page.keyboard.press("n");
  await page.getByRole("heading", { level: 1, name: /Câu 2 / }).waitFor();
  await page.keyboard.press("g");
  await page.locator("dialog").getByRole("button", { name: "Câu 60, chưa xem" }).click();
  await page.getByLabel("Bài làm").pressSequentially("fnpgr?");
  assert.equal(await page.getByLabel("Bài làm").inputValue(), "fnpgr?");
  await page.getByRole("heading", { level: 1, name: /Câu 60 / }).waitFor();
  // An input method that rewrites letters outside fields sends keys without a code.
  await page.getByRole("heading", { level: 1 }).focus();
  await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "â", code: "", bubbles: true }));
  });
  await page.getByRole("heading", { level: 1, name: /Câu 60 / }).waitFor();
  await site.close();
});

test("choosing by arrow keys keeps the focus on the radio", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await page.locator('.opt input[data-k="A"]').focus();
  await page.keyboard.press("ArrowDown");
  await wait_for_save(page, "saved");
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("data-k"));
  assert.equal(focused, "B");
  await site.close();
});

test("signed out in the middle: signing in again sends what was held", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  site.sessions.clear();
  await choose(page, "A");
  await page.locator("dialog").getByLabel("Tên đăng nhập").fill("0417");
  await page.locator("dialog").getByLabel("Mật khẩu").fill("mật khẩu");
  await page.locator("dialog").getByRole("button", { name: "Đăng nhập" }).click();
  await wait_for_save(page, "saved");
  assert.equal(site.server.stored.length, 1);
  await site.close();
});

test("a server that is busy is offline to the candidate, and nothing is lost", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  site.busy = true;
  await choose(page, "A");
  await wait_for_save(page, "offline");
  site.busy = false;
  await page.getByRole("button", { name: "Thử lại" }).click();
  await wait_for_save(page, "saved");
  await site.close();
});

test("English keeps answers, place and theme", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await choose(page, "A");
  await page.getByRole("button", { name: /switch to English/ }).click();
  await page.getByRole("heading", { level: 1, name: /Question 1 / }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator('.opt input[data-k="A"]').isChecked(), true);
  await page.getByRole("button", { name: "Call invigilator" }).click();
  await page.locator("dialog").getByRole("button", { name: "Call", exact: true }).click();
  await page.getByText("The invigilator has been called.").waitFor();
  assert.deepEqual(site.calls, ["machine"]);
  await site.close();
});

test("a lost reply to the lease leads to the same lease, not to a takeover from oneself", async () => {
  const { site, page } = await open_site();
  await sign_in(page, site);
  site.lose_lease_reply = true;
  const start = page
    .getByRole("button", { name: "Vào làm bài" })
    .and(page.locator(":not([aria-disabled])"));
  await start.click();
  await page.getByText("Chưa vào thi được.").first().waitFor();
  await start.click();
  await page.getByRole("heading", { level: 1, name: /Câu 1 / }).waitFor();
  await choose(page, "A");
  await wait_for_save(page, "saved");
  assert.equal(site.server.leases.length, 1);
  await site.close();
});

test("where the plan asks for it every save is signed by the lease's key", async () => {
  const { site, page } = await open_site({ signed_saves: true });
  await enter(page, site);
  await choose(page, "A");
  await wait_for_save(page, "saved");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /Câu \d+/ }).waitFor();
  await page.locator(`.rail button[aria-label^="Câu 2,"]`).click();
  await choose(page, "B");
  await wait_for_save(page, "saved");
  const key = createPublicKey({
    key: Buffer.from(site.server.current.client_key, "base64"),
    format: "der",
    type: "spki",
  });
  for (const { payload, sig } of site.server.current.by_seq.values()) {
    const signature = Buffer.from(sig, "base64");
    assert.ok(
      verify("sha256", Buffer.from(payload), { key, dsaEncoding: "ieee-p1363" }, signature),
    );
  }
  assert.equal(site.server.current.by_seq.size, 2);
  await site.close();
});

test("a sitting that the server ended by itself shows the code of its end", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await choose(page, "A");
  await wait_for_save(page, "saved");
  const { last_seq, last_prev, lease } = site.server.current;
  const payload = JSON.stringify({ final: true, lease, prev: last_prev, seq: last_seq + 1 });
  site.server.submit({ payload, sig: "" });
  site.server.submit_closed = true;
  site.say("ended", { reason: "deadline" });
  await page.getByRole("heading", { name: "Bài thi đã kết thúc" }).waitFor();
  await page.getByText(site.server.submitted.code).waitFor();
  await site.close();
});
