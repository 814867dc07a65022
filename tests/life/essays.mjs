// A written round's own steps: papers, codes, essays, and a marker's desk.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { sha256 } from "./proof.mjs";

// What candidate i writes; a marker tells whose it is by this alone.
export const essay_of = (i) => `Bài viết theo phương án số ${i}, trình bày căn cứ và giải pháp.`;
const writer_of = (answer) => Number(/phương án số (\d+),/.exec(answer)[1]);

export async function seal_essays(world, round, variant) {
  const { setter } = world.people;
  const part = { part: "essay", title: "Tự luận", bank: "tu-luan", topics: [], items: [] };
  const made = await setter.post(world.path("/papers"), {
    round,
    variant,
    title: "Đề thi viết",
    parts: [{ ...part, questions: 2 }],
  });
  await world.both("setter", "chair", "seal_paper", {
    paper: made.paper,
    content_hash: made.content_hash,
  });
}

// The blinder's and the chair's secrets: committed before the bell, opened to the server after it
// by the function that this returns.
export async function commit_blinding(world, round) {
  const { blinder, chair } = world.people;
  const { draw } = await blinder.post(world.path("/draws"), {
    purpose: "blinding",
    round,
    pool: [],
  });
  const secrets = [blinder, chair].map((who) => ({ who, nonce: randomBytes(32) }));
  for (const { who, nonce } of secrets)
    await who.post(world.path("/draws/commit"), {
      draw,
      commitment: sha256(nonce).toString("base64"),
    });
  return async () => {
    for (const name of ["blinder", "chair"]) await world.sign_in(name);
    for (const [i, name] of ["blinder", "chair"].entries()) {
      const nonce = secrets[i].nonce.toString("base64");
      const seen = await world.people[name].post(world.path("/draws/reveal"), { draw, nonce });
      assert.ok(!JSON.stringify(seen).includes(nonce), "a blinding seed is nobody's to see");
    }
  };
}

// Everybody writes under every question; `text_of` what somebody writes otherwise.
export async function write_essays(seated, text_of = essay_of) {
  for (const { i, browser } of seated) {
    const { order } = await browser.person.get(browser.mine("/key"));
    for (const item of order.items) await browser.save(item, text_of(i));
  }
}

// A marker's replies, word for word.
export class Desk {
  constructor(world, name, round) {
    Object.assign(this, { world, name, round, said: [] });
  }
  async ask(method, path, body) {
    const reply = await this.world.people[this.name].send(
      method,
      this.world.path(`/rounds/${this.round}${path}`),
      body,
      {},
    );
    const text = await reply.text();
    this.said.push(text, JSON.stringify([...reply.headers]));
    assert.ok(reply.ok, text);
    return JSON.parse(text);
  }
  // Gives each criterion `percent(i, turn)` of its points to candidate i's script.
  async mark_all(percent) {
    const { scripts } = await this.ask("GET", "/packet");
    for (const { code, turn, items, marked } of scripts) {
      if (marked === items) continue;
      const page = await this.ask("GET", `/scripts/${code}?turn=${turn}`);
      for (const { item, rubric, answer } of page.items) {
        const lines = rubric.map(({ criterion, max }) => ({
          criterion,
          points: Math.floor((max * percent(writer_of(answer), turn)) / 100),
          comment: "Đúng hướng, còn thiếu căn cứ.",
        }));
        await this.ask("POST", `/scripts/${code}/marks`, { turn, item, lines });
      }
    }
  }
}
