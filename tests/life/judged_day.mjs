// The three rounds of a ministry's contest that people judge: 200 at the computers, who passes at
// the essay, whose essay passes before the council.
import assert from "node:assert/strict";
import * as cast from "./judged_cast.mjs";
import { CouncilDay } from "./council_day.mjs";
import { seal_essays, write_essays } from "./essays.mjs";
import { commit_blinding } from "./marking_day.mjs";
import * as plan from "./plan.mjs";
import { answers_to, keeper_of, let_in, seat_everybody, take_seats } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { each } from "./world.mjs";

const { minute } = plan;

// Minutes of a breach, by the keeper of the room with the head of invigilation.
const breach = (world, one, round, more) =>
  world.both(keeper_of(one), "head", "record_infraction", {
    candidate: world.candidates[one.i],
    round,
    facts: "Trao đổi với thí sinh khác sau khi đã được nhắc.",
    happened_at: world.server.now,
    witnesses: [],
    candidate_signed: true,
    witnesses_refused: false,
    objection: "",
    ...more,
  });

// The questions in the order in which a candidate gets them right: the one whose key is disputed
// comes last but two, and has one right option of several.
export const disputed = 17;
export function questions_of({ paper }) {
  const others = [...paper.items];
  const at = others.findIndex(({ type }) => type === "choice");
  others.splice(disputed, 0, ...others.splice(at, 1));
  return others;
}

// Everybody who comes answers every question; nobody hands in, the server ends it.
export async function sit_objective(world, sealed) {
  await world.leap("05-16 07:20", ["keeper_1", "keeper_3"]);
  const seated = await seat_everybody(world, [...Array(cast.count).keys()]);
  const coming = seated.filter(({ i }) => i !== cast.absent);
  await world.server.set_clock(cast.bells.objective - 20 * minute);
  await let_in(world, coming);
  await world.server.set_clock(cast.bells.objective + minute);
  const items = questions_of(sealed);
  await each(coming, 4, ({ i, browser }) =>
    browser.send(answers_to(browser, items, sealed.key, cast.right_of(i))),
  );
  await world.sign_in("head");
  for (const i of [cast.twice_reprimanded, cast.reprimanded])
    await breach(world, seated[i], cast.objective, { level: "reprimand" });
  await breach(world, seated[cast.suspended], cast.objective, { level: "suspension" });
  await world.server.set_clock(cast.bells.objective + 75 * minute);
  return seated;
}

// Papers, rooms, codes and seats of the second round, once the first one is over.
export async function prepare_essay(world) {
  await world.leap("05-20 09:00", ["chair", "secretary", "setter", "blinder"]);
  await seal_essays(world, cast.essay);
  await stages.plan_rooms(world, cast.essay, [
    { name: "Phòng 1", seats: 30, keepers: ["keeper_1", "keeper_2"] },
  ]);
  const open_secrets = await commit_blinding(world, cast.essay);
  const draw = await stages.hold_draw(world, { purpose: "seats", round: cast.essay, pool: [] });
  assert.deepEqual([...draw.order].sort(), cast.summoned.map((i) => world.candidates[i]).sort());
  return open_secrets;
}

// One does not sign the minutes; two of the room do.
export async function sit_essay(world) {
  await world.server.set_clock(cast.bells.essay - 20 * minute);
  const seated = await take_seats(world, [...cast.writers.keys()], cast.essay);
  await world.server.set_clock(cast.bells.essay + minute);
  await write_essays(seated);
  await world.sign_in("head");
  const twice = seated.find(({ i }) => i === cast.twice_reprimanded);
  const witnesses = seated.filter((one) => one !== twice).slice(0, 2);
  await breach(world, twice, cast.essay, {
    level: "reprimand",
    candidate_signed: false,
    witnesses: witnesses.map(({ browser }) => browser.sitting),
    objection: "Tôi chỉ hỏi mượn bút.",
  });
  await world.server.set_clock(cast.bells.essay + 195 * minute);
}

// The finalists of each post in the order drawn; one does not come.
export async function hold_defences(world) {
  await world.leap("06-10 07:30", [...cast.voting, "secretary"]);
  await world.advance_stage("defence");
  const day = new CouncilDay(world, cast.defence, cast.voting);
  for (const post of plan.posts) {
    const order = await day.open(post);
    for (const candidate of order) {
      const { ballots } = cast.writers.get(world.candidates.indexOf(candidate));
      if (!ballots) {
        await day.step(candidate, "absent", "Thí sinh không đến.");
        continue;
      }
      await day.hear(candidate);
      await day.vote(candidate, ballots);
    }
    for (const candidate of day.papers.keys())
      if (order.includes(candidate)) await day.count(candidate);
  }
}
