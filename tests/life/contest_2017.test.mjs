// The contest of 2017 (docs: README): three posts, twelve candidates, a council of twelve, one
// defence round by secret ballot. Results show as 84,4 and 83,6 and 82,1.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { by_post, open_2017, round, voting } from "./contest_2017.mjs";
import { CouncilDay, marks_of } from "./council_day.mjs";
import { assert_checked_from_outside } from "./outside.mjs";
import * as plan from "./plan.mjs";
import { run } from "./server.mjs";
import * as stages from "./stages.mjs";

const best = [1013, 1003, 985]; // Of 1200: 84,41…; 83,58…; 82,08….

// Every byte that the site keeps: database, write-ahead log, a backup, the access log.
async function everything_kept(world) {
  const { data, folder } = world.server;
  const backup = join(folder, `backup-${Date.now()}`);
  const made = await run("backup", "--data", data, "--to", backup);
  assert.equal(made.code, 0, made.stderr);
  const files = [
    join(data, "thituyen.db"),
    join(data, "thituyen.db-wal"),
    join(folder, "access.log"),
  ];
  const found = execFileSync("find", [backup, join(data), "-type", "f"], {
    encoding: "utf8",
  });
  for (const name of found.trim().split("\n")) if (!files.includes(name)) files.push(name);
  return files.filter(existsSync).map((name) => ({ name, bytes: readFileSync(name) }));
}

const sql = (world, text) => {
  const found = execFileSync("find", [world.server.data, "-name", "*.db"], {
    encoding: "utf8",
  });
  const [file] = found.trim().split("\n");
  const said = execFileSync("sqlite3", ["-json", "-readonly", file, text], {
    encoding: "utf8",
  });
  return said.trim() ? JSON.parse(said) : [];
};

// Tries to tell who cast which ballot of this candidate, and must find no way: no row names a
// member and a ballot; no order of the rows is that in which members got or cast theirs.
async function assert_secret(world, day, candidate, { counted }) {
  const papers = day.papers.get(candidate);
  const digests = papers.map((one) => Buffer.from(one.token_digest, "base64"));
  for (const { name, bytes } of await everything_kept(world)) {
    for (const paper of papers) {
      assert.equal(bytes.indexOf(paper.token), -1, `a token in ${name}`);
      if (name.endsWith("access.log"))
        assert.equal(bytes.indexOf(paper.token_digest), -1, `a digest in ${name}`);
    }
    assert.ok(!/POST[^\n]*\/ballots"/.test(name.endsWith(".log") ? bytes.toString() : ""), name);
    // Where the ballots lie in the file says nothing of when they came.
    const at = digests.map((digest) => bytes.indexOf(digest));
    if (at.every((one) => one >= 0)) {
      const by_place = [...papers.keys()].sort((a, b) => at[a] - at[b]);
      assert.notDeepEqual(by_place, [...papers.keys()], name);
      assert.notDeepEqual(by_place.reverse(), [...papers.keys()], name);
    }
  }
  const people = sql(world, "SELECT person FROM person").map((one) => one.person);
  const tables = sql(world, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  for (const { name } of tables) {
    if (name === "log_entry") continue; // Its payloads are asked for below.
    for (const row of sql(world, `SELECT * FROM "${name}" LIMIT 20000`)) {
      const text = JSON.stringify(row);
      if (!text.includes("ball_")) continue;
      assert.ok(!people.some((person) => text.includes(person)), `${name}: ${text}`);
    }
  }
  const leaves = sql(
    world,
    "SELECT idx, type, at, payload FROM log_entry WHERE type LIKE 'ballot.%' ORDER BY idx",
  ).filter((leaf) => leaf.payload.includes(candidate));
  const cast = leaves.filter((leaf) => leaf.type === "ballot.cast");
  assert.equal(cast.length, counted ? papers.length : 0);
  if (!counted) return;
  assert.equal(new Set(cast.map((leaf) => leaf.at)).size, 1, "one leaf time");
  const ids = cast.map((leaf) => JSON.parse(leaf.payload).ballot);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(sql(world, `SELECT * FROM ballot_box WHERE candidate = '${candidate}'`).length, 0);
}

// Each member finds its own in the published list.
function assert_found(boxes, day) {
  for (const [candidate, papers] of day.papers) {
    const box = boxes.find((one) => one.candidate === candidate);
    assert.equal(box.ballots.length, papers.length);
    for (const { token_digest, mark } of papers) {
      const own = box.ballots.filter((one) => one.token_digest === token_digest);
      assert.equal(own.length, 1);
      assert.equal(own[0].score, mark * 100);
    }
  }
}

test("R-13, V-13: the contest of 2017, from notice to appointment's result", async (t) => {
  const world = await open_2017();
  t.after(() => world.end());
  await world.advance_stage("defence");
  const day = new CouncilDay(world, round, voting);
  const sums = new Map();
  for (const [p, post] of plan.posts.entries()) {
    const order = await day.open(post);
    assert.equal(order.length, by_post[p]);
    for (const [i, candidate] of order.entries()) {
      await day.hear(candidate);
      const sum = best[p] - 70 * i;
      sums.set(candidate, sum);
      await day.vote(candidate, marks_of(sum, voting.length));
      if (p === 0 && i === 0) {
        const [paper] = day.papers.get(candidate);
        await assert.rejects(day.cast(candidate, paper.token, 5_000), {
          code: "already_done",
        });
        const other = `${paper.token.slice(0, -4)}AA==`;
        await assert.rejects(day.cast(candidate, other, 5_000), {
          code: "forbidden",
        });
        await assert_secret(world, day, candidate, { counted: false });
        // No total is known before all of the post were heard.
        await assert.rejects(day.count(candidate), { code: "too_early" });
        assert.deepEqual((await world.people.chair.get(world.path("/ballots"))).boxes, []);
      }
    }
    for (const candidate of order) await day.count(candidate);
    const seen = await day.post_of(post);
    for (const hearing of seen.hearings) {
      assert.deepEqual(hearing.count.mark, {
        numerator: sums.get(hearing.candidate) * 100,
        denominator: 12,
      });
      assert.equal(hearing.count.invalid, 0);
    }
    await assert_secret(world, day, order[0], { counted: true });
  }
  await world.sign_in("secretary");
  await world.sign_in("chair");
  await world.sign_in("vice");
  await world.people.secretary.post(world.path("/scores"));
  await world.advance_stage("scored");
  const { view, bytes } = await stages.release(world);
  const winners = view.lines.filter((line) => line.outcome === "winner").map((line) => line.shown);
  assert.deepEqual(winners, ["84,4", "83,6", "82,1"]);
  assert.equal(view.lines.length, 12);
  assert.ok(view.lines.every((line) => line.roll_number.length === 4));
  assert_found((await world.stranger().get(world.path("/ballots"))).boxes, day);

  const { checks } = await assert_checked_from_outside(world, bytes, []);
  assert.ok(checks.get("05.04").examined > 250);
});
