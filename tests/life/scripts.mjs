// Essays from the paper to the mark: papers, the blinding draw, a marker's desk. Knows no contest's
// day.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import * as plan from "./plan.mjs";
import { sha256 } from "./proof.mjs";

// Says whose it is to the test alone: nobody is called so.
export const essay_of = (i) => `Bài viết theo phương án PA${i}, trình bày căn cứ và giải pháp.`;
const writer_of = (answer) => Number(/phương án PA(\d+),/.exec(answer)[1]);

export const marking = (world, round, rest = "") => world.path(`/rounds/${round}/marking${rest}`);

// The blinder's and the chair's secrets: committed before the bell, opened to the server after it.
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

// A marker's replies, word for word, and what he gave: {code, i, turn, points} of whole scripts.
export class Desk {
  constructor(world, name, round = plan.round) {
    Object.assign(this, { world, name, round, said: [], given: [] });
  }
  async ask(method, path, body) {
    const reply = await this.world.people[this.name].answer(
      method,
      this.world.path(`/rounds/${this.round}${path}`),
      body,
    );
    const text = await reply.text();
    this.said.push(text, JSON.stringify([...reply.headers]));
    assert.ok(reply.ok, text);
    return JSON.parse(text);
  }
  // His open scripts: {code, turn, items, i}, i being whose they are.
  async open_scripts() {
    const { scripts } = await this.ask("GET", "/packet");
    const open = [];
    for (const { code, turn, items, marked } of scripts) {
      if (marked === items) continue;
      const page = await this.ask("GET", `/scripts/${code}?turn=${turn}`);
      open.push({ code, turn, items: page.items, i: writer_of(page.items[0].answer) });
    }
    return open;
  }
  // `percent` of every criterion's points.
  async mark({ code, turn, items, i }, percent) {
    let points = 0;
    for (const { item, rubric } of items) {
      const lines = rubric.map(({ criterion, max }) => ({
        criterion,
        points: Math.floor((max * percent) / 100),
        comment: "Đúng hướng, còn thiếu căn cứ.",
      }));
      points += lines.reduce((sum, line) => sum + line.points, 0);
      await this.ask("POST", `/scripts/${code}/marks`, { turn, item, lines });
    }
    this.given.push({ code, i, turn, points });
  }
  // Everything that is open, as `percent` says of whose it is and of the turn.
  async mark_all(percent) {
    for (const script of await this.open_scripts())
      await this.mark(script, percent(script.i, script.turn));
  }
}
