// The essays marked: two markers each, a marker stopped, a third mark, people's word; and after an
// appeal marked again.
import assert from "node:assert/strict";
import * as cast from "./judged_cast.mjs";
import { Desk, of_turn, turns } from "./marking_day.mjs";
import { marker_called } from "./officials.mjs";

const percent = (i, turn) => of_turn(cast.writers.get(i).essay, turn);
const agrees = ({ i }) => percent(i, "first") === percent(i, "second");

// One script of his is settled and keeps his mark. Of another one he has given a mark that is
// nobody's; it is given to somebody else with all that he has left.
async function stop_marker(day, stopped, others) {
  const open = await stopped.open_scripts();
  const kept = open.find(agrees);
  const [spoilt] = open.filter((script) => script !== kept);
  await stopped.mark(kept, percent(kept.i, kept.turn));
  for (const desk of others)
    for (const script of await desk.open_scripts())
      if (script.code === kept.code) await desk.mark(script, percent(script.i, script.turn));
  await stopped.mark(spoilt, 10);
  stopped.given.pop();

  const name = marker_called(stopped.name);
  const { marker } = (await day.view()).markers.find((one) => one.name === name);
  const { chief } = day.world.people;
  const after = await chief.post(day.path(`/markers/${marker}/stop`), {
    reason: "Chấm không theo hướng dẫn chấm.",
  });
  assert.equal(after.progress.unassigned, open.length - 1);
  const again = await day.give_packets();
  assert.equal(again.progress.unassigned, 0);
  for (const { code, turn } of open) {
    const script = again.scripts.find((one) => one.code === code);
    const holders = script.turns.map((one) => one.name);
    assert.equal(holders.includes(name), code === kept.code, `${code} ${turn}: ${holders}`);
    assert.equal(new Set(holders).size, 2);
  }
  assert.deepEqual((await stopped.ask("GET", "/packet")).scripts.filter(unfinished), []);
}
const unfinished = ({ items, marked }) => marked < items;

// What the bands leave to people.
async function settle(day, script, i) {
  const { by, mark } = cast.writers.get(i).word;
  const two = script.turns
    .slice(0, 2)
    .map(({ name }) => cast.markers.find((one) => marker_called(one) === name));
  const [first, second] = { markers: two, head: ["chief", "chair"], board: ["chief", "chair"] }[by];
  await day.settle(first, second, script.code, mark);
}

// Every script to its settled mark; the desks know what was given.
export async function mark_essays(world, day) {
  const desks = cast.markers.map((name) => new Desk(world, name, cast.essay));
  const given = await day.give_packets();
  assert.equal(given.scripts.length, cast.writers.size);
  assert.deepEqual([given.anomalies, given.progress.unassigned], [[], 0]);
  const [stopped, ...others] = desks;
  await stop_marker(day, stopped, others);
  for (const desk of others) await desk.mark_all(percent);
  const thirds = await day.give_packets();
  const called = thirds.scripts.filter((one) => one.action === "third_marker");
  const far_apart = [...cast.writers.values()].filter(({ essay }) => essay.length === 3);
  assert.equal(called.length, far_apart.length);
  assert.ok(called.every((one) => one.turns.length === 3 && one.awaits === "marks"));
  for (const desk of others) await desk.mark_all(percent);

  for (const name of ["chair", "chief"]) await world.sign_in(name);
  const writer = new Map(desks.flatMap((desk) => desk.given.map(({ code, i }) => [code, i])));
  const waiting = (await day.view()).scripts.filter((one) => one.awaits);
  const asked = { agreement: "markers", head: null, collective: "board" };
  for (const script of waiting) {
    const { by } = cast.writers.get(writer.get(script.code)).word;
    assert.equal(asked[script.awaits] ?? by, by, script.awaits);
    await settle(day, script, writer.get(script.code));
  }
  const done = await day.view();
  assert.equal(done.progress.settled, cast.writers.size);
  const seen = done.scripts.map((one) => ({ ...one, i: writer.get(one.code) }));
  return { desks, others, seen };
}

// Marked again by three who have not had it, blind: two differ, a third decides.
export async function mark_again(world, appeal, others) {
  const { panel_1 } = world.people;
  const again = (i, turn) => cast.remarked.essay[turn];
  const remarks = () => panel_1.post(world.path(`/appeals/${appeal}/remarks`));
  await remarks();
  for (const desk of others) await desk.mark_all(again);
  await remarks();
  for (const desk of others) await desk.mark_all(again);
  const marks = others.flatMap(({ name, given }) =>
    given.filter(({ i }) => i === cast.remarked.i).map(({ turn }) => ({ name, turn })),
  );
  const people = (of) => marks.filter(of).map(({ name }) => name);
  const second_time = people(({ turn }) => turn.startsWith("remark_"));
  assert.equal(new Set(second_time).size, Object.keys(cast.remarked.essay).length);
  assert.deepEqual(
    people(({ turn }) => turns.includes(turn)).filter((name) => second_time.includes(name)),
    [],
  );
  await world.both("panel_1", "panel_2", "amend_mark", { appeal });
}
