// A marker marks whole scripts from the keyboard alone, at the real server.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as plan from "../life/plan.mjs";
import { give_packets, open_written } from "../life/written_day.mjs";
import { close_browser, Visitor } from "./visitor.mjs";

const { round } = plan;

// Points and a comment for every criterion, pressing keys and nothing else: J into the rubric, then
// points, the comment, Tab to the next criterion.
async function mark_script({ page }) {
  const { keyboard } = page;
  const lines = page.locator("section.cr");
  await lines.first().waitFor();
  await keyboard.press("j");
  for (let i = 0; i < (await lines.count()); i += 1) {
    if (i > 0) await keyboard.press("Tab");
    if (await lines.nth(i).locator("input").count()) {
      await keyboard.type("3,5");
      await keyboard.press("Enter");
    } else {
      await keyboard.press("3");
      await keyboard.press(".");
      await keyboard.press("c");
    }
    await keyboard.type("Đúng hướng, còn thiếu căn cứ.");
  }
}

test("a marker marks a packet from the keyboard", async (t) => {
  const { world } = await open_written();
  t.after(async () => {
    await close_browser();
    await world.end();
  });
  await give_packets(world);
  const busy = [];
  for (let n = 1; n <= 5; n += 1) {
    const { scripts } = await world.people[`marker_${n}`].get(
      world.path(`/rounds/${round}/packet`),
    );
    busy.push({ name: `marker_${n}`, scripts });
  }
  const { name, scripts } = busy.sort((a, b) => b.scripts.length - a.scripts.length)[0];
  const visitor = await Visitor.come(world.server.origin, world.people[name]);
  await visitor.goto(`/qt/${world.contest}/cham-thi`);
  await visitor.see(`0 / ${scripts.length} bài đã chấm`);
  await visitor.shot("80-marking-empty");
  await mark_script(visitor);
  await visitor.shot("81-marking-ready");
  await visitor.narrow_shot("81-marking-ready");
  await visitor.page.keyboard.press("Control+Enter");
  // The next script waits where points are given.
  await visitor.page.locator("section.cr.on [data-points]:focus").waitFor();
  await visitor.see(`1 / ${scripts.length} bài đã chấm`);
  const after = await world.people[name].get(world.path(`/rounds/${round}/packet`));
  assert.equal(after.scripts.filter((one) => one.marked === one.items).length, 1);
  assert.deepEqual(visitor.unexpected(), []);
});
