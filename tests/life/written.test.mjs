// A written round over HTTP, blind from end to end: codes, packets, marks, one appeal that moves a
// rank. No reply to a marker holds anything that says whose a script is (S-04).
import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk } from "./marking_day.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import * as stages from "./stages.mjs";
import { candidates, mark_again, markers, open_written, release_first } from "./written_day.mjs";

const { round } = plan;

async function appeal(world, desks) {
  await world.leap("05-21 09:00", ["chair", "secretary", "panel_1", "panel_2", ...markers]);
  const second = await world.sign_in(stages.name_of(1));
  const filed = await second.post(world.path("/appeals"), {
    track: "own_mark",
    round,
    text: "Bài của tôi bị chấm sót ý ở câu 2.",
  });
  const [{ appeal: id }] = filed.appeals;
  const [read] = (await world.people.panel_1.get(world.path("/appeals"))).appeals;
  assert.equal(read.text, "Bài của tôi bị chấm sót ý ở câu 2.");
  await mark_again(world, desks, id);
}

// Nothing that a marker was told names anybody: names, accounts, ids, roll numbers, times.
function assert_blind(desks, seated) {
  const identities = [
    ...candidates.flatMap((i) => [`${stages.name_of(i)}@`, `"cand_`]),
    ...seated.flatMap(({ browser, roll }) => [browser.sitting, `"${roll}"`]),
    ...["sit_", "app_", "acc_", "received_at", '_at"', "client_time"],
  ];
  for (const { name, said } of desks) {
    assert.ok(said.length > 4, `${name} has marked`);
    for (const text of said)
      for (const identity of identities)
        assert.ok(!text.includes(identity), `${name} is told ${identity}: ${text.slice(0, 400)}`);
  }
}

test("S-04: a written round is marked blind, appealed against and released anew", async (t) => {
  const { world, seated } = await open_written();
  t.after(() => world.end());
  const desks = markers.map((name) => new Desk(world, name));
  const first = await release_first(world, desks);
  const [winner] = first.lines;
  assert.equal(winner.outcome, "winner");

  await appeal(world, desks);
  const again = await stages.release_again(world);
  const [second] = again.view.lines;
  assert.notEqual(second.roll_number, winner.roll_number);
  assert.equal(second.roll_number, seated[1].roll);
  assert_blind(desks, seated);

  const { checks } = await assert_checked_from_outside(world, again.bytes);
  for (const check of ["01.07", "04.06", "05.03", "05.06"])
    assert.ok(checks.get(check).examined > 0, check);
});
