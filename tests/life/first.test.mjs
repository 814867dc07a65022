// The first milestone: one candidate, one item; saved, killed, started again, and it is there.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { Browser } from "./browser.mjs";
import { log_signer } from "./forgery.mjs";
import * as plan from "./plan.mjs";
import { open_practice } from "./practice.mjs";
import { check_save, parse_vkey } from "./proof.mjs";
import { any_answer } from "./stages.mjs";

// V-06: the receipt proves this text, as this, under this key, and nothing else.
function refuse_forged({ text, receipt }, { log_key }) {
  const other = text.replace(/sit_\w+/, `sit_${"0".repeat(16)}`);
  const stranger = parse_vkey(log_signer(randomBytes(32), log_key.name).vkey);
  assert.throws(() => check_save(receipt, "yes", `${text} `, log_key), /not in the log/);
  assert.throws(() => check_save(receipt, "yes", other, log_key), /not in the log/);
  assert.throws(() => check_save(receipt, "late", text, log_key), /not in the log/);
  assert.throws(() => check_save(receipt, "yes", text, stranger), /not signed/);
  const moved = receipt.replace(/^index \d+$/m, "index 0");
  assert.throws(() => check_save(moved, "yes", text, log_key));
}

test("R-01: a save whose receipt checks survives kill -9, and the log verifies", async (t) => {
  const world = await open_practice(1);
  t.after(() => world.end());
  const { server } = world;
  const person = world.people.candidate_0;
  const begun = await person.post(world.path(`/rounds/${plan.practice}/practice`));
  const browser = new Browser(world, person, begun.sitting);
  await browser.take_lease();
  const key = await person.get(browser.mine("/key"));
  const item = key.order.items[0];
  const value = any_answer(key.order, item, 0);
  await browser.save(item, value);
  const before = await world.checkpoint();
  refuse_forged(browser.kept[0], world);

  await server.kill();
  await server.serve();
  world.moved();
  const answers = await person.get(browser.mine("/answers"));
  assert.deepEqual(
    answers.answers.map((line) => [line.item, line.value, line.index]),
    [[item, value, browser.kept[0].index]],
  );
  assert.equal(answers.last_prev, browser.prev);
  const after = await world.checkpoint();
  assert.ok(after.size >= before.size);
  if (after.size === before.size) assert.ok(after.root.equals(before.root));
  await browser.save(item, value);
  await world.audit();
});
