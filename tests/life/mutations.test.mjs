// What verify says when a finished contest's database was changed: each change by its name, and a
// whole log rewritten by the key from outside, by what was seen before, by a candidate's receipt.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Database, log_signer, rewrite_answer, text_of } from "./forgery.mjs";
import * as plan from "./plan.mjs";
import { admit, answers_to, seat_everybody } from "./sitting.mjs";
import * as stages from "./stages.mjs";
import { verify, World } from "./world.mjs";

const count = 9;
const questions = 20;
const room = { name: "Phòng 1", seats: 20, keepers: ["keeper_1", "keeper_2"] };

let world;
let victim; // Whose last answer is wrong, and who did not hand in: nothing hangs on it.
let other_value; // Another wrong value for it.

// Everybody answers everything; candidate i has 19 - i right. The last question is one with two
// wrong options.
async function hold_day(paper) {
  const { server } = world;
  await world.leap("05-16 07:20", ["keeper_1", "auditor"]);
  const seated = await seat_everybody(world, [...Array(count).keys()]);
  for (const one of seated) {
    await admit(world, one);
    await one.browser.take_lease();
  }
  await server.set_clock(plan.bell);
  await server.set_clock(plan.bell + 45 * plan.minute);
  const last = paper.paper.items.find(({ type }) => type === "choice");
  const items = [...paper.paper.items.filter((item) => item !== last), last];
  for (const one of seated) {
    await one.browser.send(answers_to(one.browser, items, paper.key, 19 - one.i));
    if (one.i > 0) await one.browser.submit();
  }
  victim = seated[0].browser;
  const { options } = paper.key.items.find((key) => key.item === last.item);
  const taken = [...options, ...JSON.parse(victim.kept.at(-1).text).value];
  other_value = [last.options.find(({ option }) => !taken.includes(option)).option];
  await server.set_clock(plan.bell + 75 * plan.minute);
}

before(async () => {
  world = await World.open();
  await world.make_contest();
  await world.publish();
  await stages.hold_intake(world, count);
  await stages.decide_and_list(world);
  const { paper } = await stages.prepare_round(world, [room], questions);
  await hold_day(paper);
  await world.leap("05-16 10:00", ["chair", "vice", "secretary"]);
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  await stages.release(world);
  world.note = await world.stranger().get(`/log/${world.contest}/checkpoint`);
  await world.server.stop();
});
after(() => world?.end());

// A copy of the data folder with its keys, without which the papers cannot be read.
let copies = 0;
function copy() {
  copies += 1;
  const folder = join(world.server.folder, `copy-${copies}`);
  execFileSync("cp", ["-a", world.server.data, folder]);
  return new Database(join(folder, "thituyen.db"));
}
const check = (database, vkey, ...more) => verify("--db", database.file, "--vkey", vkey, ...more);

// Exactly the checks of `wanted` fail, each at a position that its pattern matches.
async function found(database, vkey, wanted) {
  const { code, failed } = await check(database, vkey);
  const all = failed.slice(0, 20).join("\n");
  assert.equal(code, 1, all);
  const checks = [...new Set(failed.map((line) => line.slice(0, 5)))];
  assert.deepEqual(checks, Object.keys(wanted), all);
  for (const [number, where] of Object.entries(wanted))
    assert.ok(
      failed.some((line) => line.startsWith(number) && where.test(line)),
      `${number} ${where}\n${all}`,
    );
}

const leaf_of_victim = () => victim.kept.at(-1).index;

test("the finished contest verifies", async () => {
  const said = await check(copy(), world.vkey);
  assert.deepEqual([said.code, said.failed], [0, []]);
});

test("one answer changed: 03.07 names the row", async () => {
  const database = copy();
  const { item } = JSON.parse(victim.kept.at(-1).text);
  const at = `sitting = ${text_of(victim.sitting)} AND item = ${text_of(item)}`;
  database.change(`UPDATE answer SET value = '${JSON.stringify(other_value)}' WHERE ${at}`);
  await found(database, world.vkey, { "03.07": new RegExp(`answer.*${victim.sitting}.*${item}`) });
});

test("one leaf changed: its place, the root and every later checkpoint tell", async () => {
  const database = copy();
  const n = leaf_of_victim();
  const leaf = "CAST(replace(CAST(leaf AS TEXT), at, at + 1) AS BLOB)";
  database.change(`UPDATE log_entry SET leaf = ${leaf} WHERE idx = ${n}`);
  const next = new RegExp(`checkpoint ${n + 1}$`);
  await found(database, world.vkey, {
    "01.02": new RegExp(`leaf ${n}$`),
    "03.01": /checkpoint$/,
    "03.02": next,
    "03.03": /node/,
    "03.04": /leaf/,
    "05.05": /leaf/,
  });
});

test("one opening changed: 04.01 names its leaf", async () => {
  const database = copy();
  const n = leaf_of_victim();
  const before_ = JSON.stringify(JSON.parse(victim.kept.at(-1).text).value).replaceAll('"', '\\"');
  const after_ = JSON.stringify(other_value).replaceAll('"', '\\"');
  database.change(
    `UPDATE log_entry SET payload = replace(payload, ${text_of(before_)}, ${text_of(after_)})` +
      ` WHERE idx = ${n}`,
  );
  await found(database, world.vkey, {
    "01.05": /sitting\.end/,
    "03.07": new RegExp(`answer.*${victim.sitting}`),
    "04.01": new RegExp(`leaf ${n}\\b`),
  });
});

test("one score changed: 03.07 names the row", async () => {
  const database = copy();
  const [{ candidate }] = database.ask("SELECT candidate FROM score WHERE position = 1 LIMIT 1");
  database.change(
    `UPDATE score SET total_numerator = total_numerator + 100 WHERE candidate = '${candidate}'`,
  );
  await found(database, world.vkey, { "03.07": new RegExp(`score.*${candidate}`) });
});

test("the points of one item changed: 05.02 marks it again", async () => {
  const database = copy();
  const [{ candidate }] = database.ask("SELECT candidate FROM score WHERE position = 1 LIMIT 1");
  database.change(
    `UPDATE score SET trace = json_set(trace, '$.rounds[0].items[0].points', 50)` +
      ` WHERE candidate = '${candidate}'`,
  );
  await found(database, world.vkey, {
    "03.07": new RegExp(`score.*${candidate}`),
    "05.02": new RegExp(candidate),
  });
});

test("one value of the plan changed: 03.07 names the row", async () => {
  const database = copy();
  database.change(
    `UPDATE plan_version SET plan = json_set(plan, '$.result.pass_mark.value', 4000)`,
  );
  await found(database, world.vkey, { "03.07": /plan_version 1$/ });
});

test("one value of the plan changed in the log: 04.01 names leaf 0", async () => {
  const database = copy();
  database.change(
    "UPDATE log_entry SET payload = json_set(payload, '$.plan.result.pass_mark.value', 4000)" +
      " WHERE idx = 0",
  );
  await found(database, world.vkey, {
    "03.07": /plan_version 1$/,
    "04.01": /leaf 0\b/,
    "05.05": /score\.compute/,
  });
});

test("a log rewritten consistently under another key is refused by the right one", async () => {
  const database = copy();
  const forger = log_signer(randomBytes(32), world.log_key.name);
  rewrite_answer(database, victim.sitting, other_value, forger);
  await found(database, world.vkey, {
    "02.01": /log_vkey/,
    "02.02": /checkpoint$/,
    "03.07": /contest/,
  });
  // Under the forger's key only what the genesis says of the key still tells.
  await found(database, forger.vkey, { "02.01": /genesis|leaf 0/, "03.07": /contest/ });
});

test("rewritten under the true key, it is refused by what was seen before", async () => {
  const database = copy();
  const seed = readFileSync(join(world.server.data, "keys", `${world.contest}.log`));
  const owner = log_signer(seed, world.log_key.name);
  assert.equal(owner.vkey, world.vkey);
  rewrite_answer(database, victim.sitting, other_value, owner);
  const alone = await check(database, world.vkey);
  assert.deepEqual([alone.code, alone.failed], [0, []]);

  const folder = join(world.server.folder, "seen");
  for (const name of ["known", "receipts"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "known", "screen"), world.note);
  const known = await check(database, world.vkey, "--known", join(folder, "known"));
  assert.equal(known.code, 1);
  assert.deepEqual([...new Set(known.failed.map((line) => line.slice(0, 5)))], ["03.02"]);
  writeFileSync(join(folder, "receipts", "ticket"), victim.kept.at(-1).receipt);
  const held = await check(database, world.vkey, "--receipts", join(folder, "receipts"));
  assert.equal(held.code, 1);
  assert.ok(
    held.failed.some((line) => /^01\.08 ticket, leaf \d+$/.test(line)),
    held.failed[0],
  );
});
