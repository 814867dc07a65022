// From the codes of a written round's scripts to codes that are matched again: the blinding draw, a
// marker's desk, and what the head of marking leads. Knows no contest's marks.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writer_of } from "./essays.mjs";
import * as plan from "./plan.mjs";
import { sha256 } from "./proof.mjs";
import { each } from "./world.mjs";

// The blinder's and the chair's secrets, committed before the bell. Gives back what opens them to
// the server after it; then every script gets its code.
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
    await world.people.blinder.post(world.path(`/rounds/${round}/blinding`));
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
  async mark({ code, turn, items, i }, percent, comment = "Đúng hướng, còn thiếu căn cứ.") {
    let points = 0;
    for (const { item, rubric } of items) {
      const lines = rubric.map(({ criterion, max }) => ({
        criterion,
        points: Math.floor((max * percent) / 100),
        comment,
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

// A script's turns; `of_turn` picks the turn's own out of one number for each.
export const turns = ["first", "second", "third", "fourth"];
export const of_turn = (numbers, turn) => numbers[turns.indexOf(turn)];

export class MarkingDay {
  constructor(world, round = plan.round) {
    Object.assign(this, { world, round });
  }
  path = (rest = "") => this.world.path(`/rounds/${this.round}/marking${rest}`);
  view = () => this.world.people.chief.get(this.path());
  // Draws whom each script goes to, as far as a marker is wanted.
  give_packets = () => this.world.people.chief.post(this.path("/packets"));

  // `open_secrets` is what commit_blinding() gave back.
  async blind(open_secrets, scripts) {
    await open_secrets();
    const { blinder } = this.world.people;
    const seen = await blinder.get(this.world.path(`/rounds/${this.round}/blinding`));
    assert.equal(seen.scripts, scripts);
  }
  // Packets are drawn and marked, further turns where a band calls them, until nothing waits for a
  // marker; what waits for people's word is left.
  async mark_all(desks, percent) {
    for (;;) {
      const { progress } = await this.give_packets();
      assert.equal(progress.unassigned, 0);
      await each(desks, 2, (desk) => desk.mark_all(percent));
      const seen = await this.view();
      if (seen.progress.unassigned === 0) return seen;
    }
  }
  // The two whose marks or duty ask for it record what they settled on, in hundredths.
  settle = (first, second, code, mark) =>
    this.world.both(first, second, "settle_mark", {
      round: this.round,
      code,
      mark: { numerator: mark, denominator: 1 },
      minutes: "Hai người chấm đã đối thoại, có biên bản.",
    });
  unblind = () => this.world.both("blinder", "chief", "unblind_scripts", { round: this.round });
}
