// From the end of a written round's sitting to codes that are matched again, as the head of marking
// leads it. Marks are known by candidate number and turn.
import assert from "node:assert/strict";
import { Desk } from "./essays.mjs";
import { each } from "./world.mjs";

const turns = ["first", "second", "third", "fourth"];

export class MarkingDay {
  // `marks`: Map of candidate -> the percent that each turn gives.
  constructor(world, round, markers, marks) {
    Object.assign(this, { world, round, marks });
    this.desks = markers.map((name) => new Desk(world, name, round));
  }
  path = (rest = "") => this.world.path(`/rounds/${this.round}/marking${rest}`);
  view = () => this.world.people.chief.get(this.path());

  async blind(reveal) {
    await reveal();
    const { blinder } = this.world.people;
    const blinded = await blinder.post(this.world.path(`/rounds/${this.round}/blinding`));
    assert.equal(blinded.scripts, this.marks.size);
  }
  // Packets are drawn and marked, further turns where a band calls them, until nothing waits for a
  // marker; what waits for people's word is left.
  async mark() {
    for (;;) {
      const { progress } = await this.world.people.chief.post(this.path("/packets"));
      assert.equal(progress.unassigned, 0);
      await each(this.desks, 2, (desk) =>
        desk.mark_all((i, turn) => this.marks.get(i)[turns.indexOf(turn)]),
      );
      const seen = await this.view();
      if (seen.progress.unassigned === 0) return seen;
    }
  }
  unblind = () => this.world.both("blinder", "chief", "unblind_scripts", { round: this.round });
}
