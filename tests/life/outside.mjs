// Verify and tally, as an auditor runs them: on the database, and on a bundle taken away from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read_log } from "./log.mjs";
import { open_checkpoint } from "./proof.mjs";
import { run } from "./server.mjs";
import { verify } from "./world.mjs";

async function said(...words) {
  const { code, stdout, stderr } = await run(...words);
  assert.equal(code, 0, stderr);
  return stdout;
}

// `published`: the bytes of results.json; `sealed`: the checks that a backup paper leaves open,
// which was never opened. What the bundle alone says: {bundle, checks, traces}, traces as text.
export async function assert_checked_from_outside(world, published, sealed = ["04.03", "04.05"]) {
  const { data, folder } = world.server;
  const on_database = await verify("--db", data, "--vkey", world.vkey);
  assert.deepEqual([on_database.code, on_database.failed], [0, []]);
  const bundle = join(folder, "bundle");
  await said(
    ...["contest", "export", world.contest, "--data", data, "--bundle", bundle, "--auditors"],
  );
  const on_bundle = await verify("--bundle", bundle, "--vkey", world.vkey);
  assert.deepEqual([on_bundle.code, on_bundle.failed], [sealed.length > 0 ? 2 : 0, []]);
  assert.deepEqual(on_bundle.sealed, sealed);
  const note = readFileSync(join(bundle, "checkpoint"), "utf8");
  assert.deepEqual(open_checkpoint(note, world.log_key).root, (await read_log(world)).roots.at(-1));

  const tallied = await said("tally", "--bundle", bundle, "--json");
  assert.equal(tallied, `${published.toString("utf8")}\n`);
  const traces = (await said("tally", "--bundle", bundle, "--traces")).trimEnd();
  return { bundle, checks: on_bundle.checks, traces };
}
