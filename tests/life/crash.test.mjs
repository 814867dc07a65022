// kill -9 while many save at once: what was acknowledged is there, in the log and as an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { assert_kept, read_log } from "./log.mjs";
import * as plan from "./plan.mjs";
import { open_practice } from "./practice.mjs";
import { sha256 } from "./proof.mjs";
import { any_answer } from "./stages.mjs";
import { each } from "./world.mjs";

const candidates = 8;
// How long the server lives in each round after the first save that it acknowledged.
const lives_ms = [150, 400, 700, 250, 550];

async function sit_down(world, i) {
  const person = world.people[`candidate_${i}`];
  const begun = await person.post(world.path(`/rounds/${plan.practice}/practice`));
  const browser = new Browser(world, person, begun.sitting);
  await browser.take_lease();
  const key = await person.get(browser.mine("/key"));
  browser.order = key.order;
  browser.unsent = [];
  return browser;
}

// What a request or the clock's socket says of a server that was killed.
function is_cut_off(error) {
  const by_fetch = error instanceof TypeError && /fetch failed|terminated/.test(error.message);
  return by_fetch || ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"].includes(error.code);
}

// Saves without a pause, one text or a few in a request, until the server is gone. What is not
// acknowledged stays in `unsent`, to be sent again byte for byte.
async function save_until_killed(browser, on_saved) {
  for (let n = 0; ; n += 1) {
    while (browser.unsent.length < 1 + (n % 4)) {
      const item = browser.order.items[(browser.seq * 7) % browser.order.items.length];
      browser.unsent.push(browser.freeze(item, any_answer(browser.order, item, browser.seq)));
    }
    try {
      await browser.send(browser.unsent);
    } catch (error) {
      if (!is_cut_off(error)) throw error;
      return;
    }
    browser.unsent = [];
    on_saved();
  }
}

async function assert_nothing_lost(world, browsers) {
  const log = await read_log(world);
  for (const browser of browsers) {
    for (const save of browser.kept) assert_kept(log, save);
    const { answers, last_seq } = await browser.person.get(browser.mine("/answers"));
    assert.ok(last_seq >= browser.kept.length, `${last_seq} of ${browser.kept.length}`);
    if (last_seq > browser.kept.length) continue; // An unacknowledged one arrived: checked below.
    const last = new Map();
    for (const save of browser.kept) {
      const { item, value } = JSON.parse(save.text);
      last.set(item, { value, index: save.index });
    }
    for (const { item, value, index } of answers) {
      assert.deepEqual({ value, index }, last.get(item));
      last.delete(item);
    }
    assert.equal(last.size, 0);
  }
}

// The texts whose fate was not known: sent again they are saved once, wherever they stand already.
async function send_again(browser) {
  if (browser.unsent.length > 0) await browser.send(browser.unsent);
  browser.unsent = [];
  const sample = browser.kept.slice(-5);
  const before = browser.kept.length;
  await browser.send(sample.map((save) => save.text));
  const again = browser.kept.splice(before);
  assert.deepEqual(
    again.map((save) => save.index),
    sample.map((save) => save.index),
  );
  for (const [i, save] of browser.kept.entries()) assert.equal(JSON.parse(save.text).seq, i + 1);
  const { last_prev } = await browser.person.get(browser.mine("/answers"));
  assert.equal(last_prev, sha256(browser.kept.at(-1).text).toString("base64"));
}

test("R-01, R-05: after kill -9 during saves every acknowledged save is there", async (t) => {
  const world = await open_practice(candidates);
  t.after(() => world.end());
  const browsers = [];
  for (let i = 0; i < candidates; i += 1) browsers.push(await sit_down(world, i));
  for (const life_ms of lives_ms) {
    const before = browsers.reduce((sum, browser) => sum + browser.kept.length, 0);
    let on_saved;
    const saved = new Promise((done) => (on_saved = done));
    const killed = saved.then(() => sleep(life_ms)).then(() => world.server.kill());
    await Promise.all(browsers.map((browser) => save_until_killed(browser, on_saved)));
    const after = browsers.reduce((sum, browser) => sum + browser.kept.length, 0);
    assert.ok(after > before, "nothing was saved in this round");
    await killed;
    await world.server.serve();
    world.moved();
    await assert_nothing_lost(world, browsers);
    await each(browsers, candidates, send_again);
  }
  t.diagnostic(`${browsers.reduce((sum, { kept }) => sum + kept.length, 0)} saves`);
  await world.sign_in("auditor");
  await world.audit();
});
