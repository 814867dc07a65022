// A marker's desk on the stand-in site: axe in every state of it, both themes and sizes; what this
// browser cannot keep is said.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close_all, open_world, person_page, sizes, sound, violations_of } from "./site_driver.mjs";

after(close_all);

async function open_desk(options) {
  const world = await open_world();
  const [, objective] = world.live.rounds;
  const round = "rnd_0000000000000123";
  world.live.rounds.push({ ...objective, round, type: "written", title: "Thi viết" });
  world.live.officials.find((one) => one.name === "verifier1").roles.push("marker");
  const { page, context, faults } = await person_page(world, "verifier1", options);
  const path = `/qt/${world.live.line.contest}/cham-thi`;
  return { world, page, context, faults, path };
}
const focus_on = (page, selector) =>
  page.waitForFunction((wanted) => document.activeElement.matches(wanted), selector);

for (const [viewport, colorScheme] of [
  [sizes[0], "light"],
  [sizes[0], "dark"],
  [sizes[1], "light"],
]) {
  test(`axe finds nothing while marking at ${viewport.width} px, ${colorScheme}`, async () => {
    const { world, page, faults, path } = await open_desk({ viewport, colorScheme });
    await sound(page, world.origin, [path]);
    const { keyboard } = page;
    await page.locator("section.cr").first().waitFor();
    await keyboard.press("j");
    await keyboard.type("99");
    await keyboard.press("Enter");
    await page.locator("section.cr").getByText("“99” chưa đúng: ghi từ 0 đến 15").waitFor();
    assert.deepEqual(await violations_of(page), []);
    await keyboard.press("Control+a");
    await keyboard.type("7,5");
    await keyboard.press("Enter");
    await page.getByRole("option", { name: "Còn thiếu căn cứ." }).waitFor();
    assert.deepEqual(await violations_of(page), []);
    await keyboard.press("Control+Enter");
    await page.getByText("Ghi nhận xét vì chưa cho điểm tối đa.").waitFor();
    assert.deepEqual(await violations_of(page), []);
    await keyboard.press("Escape");
    await keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await violations_of(page), []);
    await keyboard.press("Escape");
    // The queue is one stop of Tab; the committed script is shown.
    await page.getByRole("button", { name: /18402731/ }).press("Enter");
    await focus_on(page, "#own-marks");
    assert.deepEqual(await violations_of(page), []);
    assert.deepEqual(faults, []);
  });
}

test("a browser that keeps nothing says so before the marker relies on it", async () => {
  const { world, page, context, path } = await open_desk();
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
  });
  await page.goto(world.origin + path);
  await page.locator("section.cr").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.type("5");
  await page.getByText("Máy này không giữ được phần chấm dở.").waitFor();
});

test("single keys can be switched off, and stay off", async () => {
  const { world, page, path } = await open_desk();
  await page.goto(world.origin + path);
  await page.locator("section.cr").first().waitFor();
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Tắt phím một chữ" }).press("Enter");
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator("section.cr").first().waitFor();
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Bật phím một chữ" }).press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await focus_on(page, "[data-points]");
});
