// Verify and tally, as an auditor runs them: on the database, and on a bundle taken away from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read_log } from "./log.mjs";
import { open_checkpoint } from "./proof.mjs";
import { run } from "./server.mjs";
import { verify } from "./world.mjs";

// `published`: the bytes of results.json. What was found by the way: {bundle, checks}, the folder
// and the checks on it.
export async function assert_checked_from_outside(world, published) {
  const { data, folder } = world.server;
  const on_database = await verify("--db", data, "--vkey", world.vkey);
  assert.deepEqual([on_database.code, on_database.failed], [0, []]);
  const bundle = join(folder, "bundle");
  const exported = await run(
    ...["contest", "export", world.contest, "--data", data, "--bundle", bundle, "--auditors"],
  );
  assert.equal(exported.code, 0, exported.stderr);
  const on_bundle = await verify("--bundle", bundle, "--vkey", world.vkey);
  // The backup paper was never opened: it stays sealed, and the verdict says so.
  assert.deepEqual([on_bundle.code, on_bundle.failed], [2, []]);
  assert.deepEqual(on_bundle.sealed, ["04.03", "04.05"]);
  const tallied = await run("tally", "--bundle", bundle, "--json");
  assert.equal(tallied.code, 0, tallied.stderr);
  assert.equal(tallied.stdout, `${published.toString("utf8")}\n`);
  const note = readFileSync(join(bundle, "checkpoint"), "utf8");
  assert.deepEqual(open_checkpoint(note, world.log_key).root, (await read_log(world)).roots.at(-1));
  return { bundle, checks: on_bundle.checks };
}
