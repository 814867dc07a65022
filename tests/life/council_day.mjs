// A defence day: the order drawn, candidates heard, ballots issued and cast, boxes counted.
import assert from "node:assert/strict";
import { hold_draw } from "./stages.mjs";
import { each } from "./world.mjs";

// Twelve whole marks whose sum is `sum`, all different where it can be.
export function marks_of(sum, count) {
  const marks = [];
  for (let left = count; left > 0; left -= 1) {
    const mark = Math.min(100, Math.max(0, Math.round(sum / left) + (left - (count + 1) / 2)));
    marks.push(Math.floor(mark));
    sum -= marks.at(-1);
  }
  marks[0] += sum;
  assert.ok(marks.every((mark) => mark >= 0 && mark <= 100));
  return marks;
}

export class CouncilDay {
  constructor(world, round, members) {
    Object.assign(this, { world, round, members });
    this.papers = new Map(); // candidate -> [{member, token, token_digest, mark}]
  }
  path = (rest = "") => this.world.path(`/rounds/${this.round}/defence${rest}`);
  view = (who = "secretary") => this.world.people[who].get(this.path());
  async post_of(post) {
    return (await this.view()).posts.find((one) => one.post === post);
  }
  step = (candidate, step, reason = "") =>
    this.world.people.secretary.post(this.path(`/${candidate}/step`), { step, reason });

  // The order is drawn and everybody is present; candidates in their order.
  async open(post) {
    const drawn = await hold_draw(this.world, {
      purpose: "order",
      round: this.round,
      post,
      pool: [],
    });
    const { members } = await this.view();
    const present = members.map((one) => one.person);
    await this.world.people.secretary.post(this.path(), { post, present });
    const opened = await this.post_of(post);
    assert.deepEqual(
      opened.hearings.map((one) => one.candidate),
      drawn.order,
    );
    return drawn.order;
  }

  // Presentation, one question, deliberation.
  async hear(candidate) {
    await this.step(candidate, "presentation");
    await this.world.server.advance(30 * 60_000);
    await this.step(candidate, "questions");
    const { chair } = this.world.people;
    const { me } = await this.view("chair");
    await chair.post(this.path(`/${candidate}/questions`), {
      member: me,
      text: "Giải pháp nào làm ngay được trong năm đầu?",
    });
    await this.step(candidate, "deliberation");
  }

  // Everybody gets a ballot, in `order` of members; then casts, in another order, these marks.
  // Where a mark is null, the ballot is blank.
  async vote(candidate, marks) {
    const papers = [];
    await each(this.members, 4, async (member, i) => {
      const who = this.world.people[member];
      const paper = await who.post(this.path(`/${candidate}/ballot`));
      assert.deepEqual(await who.post(this.path(`/${candidate}/ballot`)), paper);
      papers[i] = { member, mark: marks[i], ...paper };
    });
    const shuffled = [...papers].sort((a, b) => a.token_digest.localeCompare(b.token_digest));
    for (const { token, mark } of shuffled)
      await this.cast(candidate, token, mark === null ? undefined : mark * 100);
    this.papers.set(candidate, papers);
    await this.step(candidate, "closed");
  }
  // Without a session.
  cast = (candidate, token, score) =>
    this.world
      .stranger()
      .post(this.world.path("/ballots"), { round: this.round, candidate, token, score });

  count = (candidate) =>
    this.world.both("secretary", "chair", "count_ballots", { round: this.round, candidate });
}
