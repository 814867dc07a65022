// Human judgement from the first secret number to a second release, in the pages of those who do
// it, at the real server. The markers themselves are at the API: their desk has its own test.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { round } from "../life/plan.mjs";
import * as stages from "../life/stages.mjs";
import { Desk, markers, open_written, worth } from "../life/written_day.mjs";
import { Council } from "./council.mjs";
import * as judging from "./judging.mjs";
import { close_browser } from "./visitor.mjs";

after(close_browser);

async function open_with_pages() {
  let council;
  const of = (world) => (council ??= new Council(world));
  const { world, seated } = await open_written({
    more: judging.bands,
    commit: (world) => judging.commit_in_pages(world, of(world)),
    during: (world) => judging.record_infraction(world, of(world)),
  });
  return { world, council, seated };
}

// The first candidate's two marks are far apart; all others agree.
async function mark_by_api(desks) {
  const percent = (i, turn) => (i === 0 && turn === "second" ? 50 : worth[i]);
  for (const desk of desks) await desk.mark_all(percent);
}

test("scripts are blinded, marked, settled, unblinded and appealed against", async (t) => {
  const { world, council, seated } = await open_with_pages();
  t.after(() => world.end());
  const desks = markers.map((name) => new Desk(world, name));
  const { infractions } = await world.people.chair.get(world.path("/infractions"));
  assert.deepEqual(
    infractions.map((one) => one.level),
    ["reprimand"],
  );

  await judging.give_packets_in_pages(world, council);
  await mark_by_api(desks);
  const settled = await judging.settle_in_pages(world, council);
  assert.equal(settled.progress.settled, seated.length);
  assert.ok(
    settled.scripts.some((one) => one.settled.numerator === 6_500 * one.settled.denominator),
  );
  await judging.unblind_in_pages(world, council);

  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  const first = (await stages.release(world)).view;
  await world.leap("05-21 09:00");
  // Below the first two, whoever was reprimanded; above everybody once marked again.
  const appellant = await world.sign_in(stages.name_of(2));
  await appellant.post(world.path("/appeals"), {
    track: "own_mark",
    round,
    text: "Bài của tôi bị chấm sót ý ở câu 2.",
  });
  await judging.answer_appeal_in_pages(world, council, async () => {
    for (const desk of desks) await desk.mark_all(() => 90);
  });
  await judging.release_again_in_pages(world, council);
  const second = await world.stranger().get(world.path("/results"));
  assert.equal(second.lines[0].roll_number, seated[2].roll);
  assert.ok(second.index > first.index);
  assert.deepEqual(council.faults(/status of 40[14]/), []);
});
