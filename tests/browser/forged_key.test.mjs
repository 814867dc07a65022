// Somebody between page and server signs the receipts anew with a key of their own. The page has
// pinned the log's key in the lobby and must never call such an answer saved.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { after, test } from "node:test";
import { open_practice } from "../life/practice.mjs";
import { sha256 } from "../life/proof.mjs";
import * as candidate from "./candidate.mjs";
import { Visitor, close_browser } from "./visitor.mjs";

after(close_browser);

class Forger {
  constructor(origin) {
    const pair = generateKeyPairSync("ed25519");
    this.key = pair.privateKey;
    const raw = pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32);
    this.body = Buffer.concat([Buffer.of(1), raw]);
    this.id = sha256(`${origin}\n`, this.body).subarray(0, 4);
    this.vkey = `${origin}+${this.id.toString("hex")}+${this.body.toString("base64")}`;
    this.active = false;
    this.as_pinned = undefined;
  }

  // The same receipt with a signature that holds, but of this key; under the pinned key's id where
  // `as_pinned` gives one.
  sign_again(receipt) {
    const split = receipt.indexOf("\n\n") + 2;
    const note = receipt.slice(split);
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
    const signature = sign(null, Buffer.from(text), this.key);
    const line = Buffer.concat([this.as_pinned ?? this.id, signature]).toString("base64");
    return `${receipt.slice(0, split)}${text}\n\u2014 ${text.split("\n")[0]} ${line}\n`;
  }

  // What comes back from `path`, changed; where nothing does, the page meets a broken network.
  async change(page, path, forge) {
    await page.route(path, async (route) => {
      const reply = await route.fetch().catch(() => undefined);
      if (!reply) return route.abort().catch(() => undefined);
      const body = await reply.json();
      if (this.active && reply.ok()) forge(body);
      return route.fulfill({ response: reply, json: body });
    });
  }

  async stand_between(page) {
    await this.change(page, "**/api/sittings/*/saves", (body) => {
      for (const result of body.results) result.receipt = this.sign_again(result.receipt);
    });
    await this.change(page, /\/api\/sittings\/sit_\w+$/, (body) => {
      body.log.vkey = this.vkey;
    });
  }
}

async function begin_practice(visitor) {
  await visitor.goto("/thi/");
  await visitor.page.getByRole("button", { name: /thi thử|Làm thử|Bắt đầu/i }).click();
  const go_in = visitor.page.getByRole("button", { name: "Vào làm bài" });
  await go_in.and(visitor.page.locator(":not([aria-disabled])")).click();
  await visitor.heading(/Câu 1 /);
  // To a question with options: which comes first is drawn for each candidate.
  while ((await visitor.page.locator(".opt").count()) === 0) {
    const before = await visitor.page.getByRole("heading", { level: 1 }).innerText();
    await visitor.page.keyboard.press("n");
    await visitor.page.getByText(before, { exact: true }).waitFor({ state: "detached" });
  }
}

test("V-06: receipts signed by another key than the pinned one show not saved", async (t) => {
  const world = await open_practice(1);
  t.after(() => world.end());
  const forger = new Forger(world.log_key.name);
  const visitor = await Visitor.come(world.server.origin, world.people.candidate_0);
  const { page } = visitor;
  await forger.stand_between(page);
  await begin_practice(visitor);

  for (const as_pinned of [undefined, Buffer.from(world.log_key.id, "hex")]) {
    forger.as_pinned = as_pinned;
    forger.active = true;
    await page
      .locator(".opt input")
      .nth(as_pinned ? 0 : 1)
      .check();
    await candidate.saved(visitor, "not_saved");
    await visitor.see("Câu trả lời chưa được lưu.");
    assert.equal(await page.locator('[data-save="saved"]').count(), 0);
    await visitor.shot("30-not-saved");
    forger.active = false;
    await visitor.press("Thử lại");
    await candidate.saved(visitor);
  }

  // Nor does the page take the other key for the log's, when the server names it beside.
  forger.active = true;
  await page.goto(`${world.server.origin}/thi/`);
  await page
    .getByRole("link", { name: /^Vào|Làm tiếp/ })
    .first()
    .click();
  await visitor.see("khác với khoá đã ghim");
  await visitor.shot("31-other-key");
});
