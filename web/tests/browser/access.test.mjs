// Accessibility by axe (WCAG 2.0 to 2.2, A and AA) on every screen and dialog of the exam, in both
// themes and at both sizes; layout at 320 px; and the fields under input methods.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { close_browser, enter, choose, open_site, sign_in, wait_for_save } from "./driver.mjs";

after(close_browser);

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// axe goes in by page.evaluate, which the strict content policy allows; it is never loosened here.
async function violations(page) {
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return found.violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );
}
const clean = async (page, what) =>
  assert.deepEqual({ what, found: await violations(page) }, { what, found: [] });

const goto_question = async (page, n) => {
  await page.locator("h1").focus();
  await page.keyboard.press("g");
  await page
    .locator("dialog")
    .getByRole("button", { name: new RegExp(`^Câu ${n},`) })
    .click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`Câu ${n} `) }).waitFor();
};

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`axe finds nothing on any screen at ${viewport.width} px, light and dark`, async () => {
    const { site, page } = await open_site({ viewport });
    await page.goto(`${site.origin}/thi/`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await clean(page, "sign in");
    await sign_in(page, site);
    await page.getByText("Trang thi mở lại được").waitFor();
    await clean(page, "lobby");
    await enter_from_lobby(page);
    for (const theme of ["light", "dark"]) {
      if (theme === "dark") await switch_theme(page, viewport.width);
      await clean(page, `choice, ${theme}`);
      for (const n of [3, 4, 5, 6, 18, 60]) {
        await goto_question(page, n);
        await clean(page, `question ${n}, ${theme}`);
      }
      await goto_question(page, 1);
      for (const [key, what] of [
        ["g", "palette"],
        ["Shift+?", "keys"],
      ]) {
        await page.keyboard.press(key);
        await page.locator("dialog").waitFor();
        await clean(page, `${what}, ${theme}`);
        await page.keyboard.press("Escape");
      }
      await page.getByRole("button", { name: "Gọi giám thị" }).click();
      await clean(page, `call, ${theme}`);
      await page.keyboard.press("Escape");
      site.busy = true;
      await choose(page, theme === "light" ? "A" : "B");
      await wait_for_save(page, "offline");
      await clean(page, `offline, ${theme}`);
      site.busy = false;
      await wait_for_save(page, "saved");
      await page.locator("h1").focus();
      await page.keyboard.press("r");
      await clean(page, `review, ${theme}`);
      await page.getByRole("button", { name: "Quay lại làm bài" }).click();
    }
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Nộp bài", exact: true }).click();
    await clean(page, "confirm");
    await page.locator("dialog").getByRole("button", { name: "Nộp bài" }).click();
    await page.getByRole("heading", { name: "Anh/chị đã nộp bài" }).waitFor();
    await clean(page, "receipt");
    await page.goto(`${site.origin}/thi/`);
    await page.getByRole("heading", { name: "Bài thi của tôi" }).waitFor();
    await page.getByText("Xem biên nhận").waitFor();
    await clean(page, "list");
    await site.close();
  });
}

async function enter_from_lobby(page) {
  await page
    .getByRole("button", { name: "Vào làm bài" })
    .and(page.locator(":not([aria-disabled])"))
    .click();
  await page.getByRole("heading", { level: 1, name: /Câu 1 / }).waitFor();
}
async function switch_theme(page, width) {
  if (width > 860) {
    await page.getByRole("button", { name: "Nền tối" }).click();
    return;
  }
  await page.keyboard.press("g");
  await page.locator("dialog").getByRole("button", { name: "Nền tối" }).click();
  await page.keyboard.press("Escape");
}

test("nothing scrolls sideways at 320 px, with the largest text", async () => {
  const { site, page } = await open_site({ viewport: { width: 320, height: 640 } });
  site.notes = { ...site.notes, text_size: 24 };
  await enter(page, site);
  for (const n of [1, 3, 5, 18, 60]) {
    await goto_question(page, n);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `question ${n} is ${wide} px wide`);
  }
  await site.close();
});

test("the essay field takes Backspace-and-letters, composition and a blur in between", async () => {
  const { site, page, context } = await open_site();
  await enter(page, site);
  await goto_question(page, 60);
  const field = page.getByLabel("Bài làm");
  const cdp = await context.newCDPSession(page);
  const key = (type, text) => cdp.send("Input.dispatchKeyEvent", { type, key: text, text });
  await field.focus();
  // UniKey and EVKey: letters come as Backspace and the marked letter, fast, without composition.
  for (const [typed, marked] of [
    ["tieng", "tiếng"],
    ["viet", "việt"],
  ]) {
    await page.keyboard.type(typed);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Backspace");
    for (const letter of marked.slice(marked.length - 3)) await key("char", letter);
    await key("char", " ");
  }
  // Composition, as ibus, macOS and Gboard do it.
  await cdp.send("Input.imeSetComposition", { text: "đươ", selectionStart: 3, selectionEnd: 3 });
  await cdp.send("Input.imeSetComposition", { text: "được", selectionStart: 4, selectionEnd: 4 });
  await cdp.send("Input.insertText", { text: "được" });
  // Commit by leaving the field.
  await cdp.send("Input.imeSetComposition", { text: " lưu", selectionStart: 4, selectionEnd: 4 });
  await page.locator("h1").focus();
  await field.focus();
  await wait_for_save(page, "saved");
  const shown = await field.inputValue();
  assert.equal(shown, "tiếng việt được lưu");
  await page.waitForFunction(() => document.querySelector('[data-save="saved"]') !== null);
  const kept = [...site.server.answers.values()].at(-1).value;
  assert.equal(kept, shown.normalize("NFC"));
  await site.close();
});

test("text typed as NFD is kept as NFC, and the field itself is left alone (R-18)", async () => {
  const { site, page } = await open_site();
  await enter(page, site);
  await goto_question(page, 60);
  const nfd = "Đường lối".normalize("NFD");
  await page.getByLabel("Bài làm").focus();
  await page.keyboard.insertText(nfd);
  await wait_for_save(page, "saved");
  assert.equal(await page.getByLabel("Bài làm").inputValue(), nfd);
  assert.equal([...site.server.answers.values()].at(-1).value, "Đường lối");
  await site.close();
});
