// Runs every test of the client and ends with one line: N passed, N failed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const unit_only = process.argv.includes("--unit");
const folder = mkdtempSync(join(tmpdir(), "thituyen-web-"));
const report = join(folder, "unit.json");
const run = (args) => spawnSync(process.execPath, args, { stdio: "inherit" });

let passed = 0;
let failed = 0;
const unit = run([
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]);
try {
  const totals = JSON.parse(readFileSync(report, "utf8"));
  passed += totals.numPassedTests;
  failed += totals.numFailedTests;
  if (unit.status !== 0 && totals.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
if (!unit_only) {
  const { browser_tests } = await import("./browser.mjs");
  const totals = browser_tests();
  passed += totals.passed;
  failed += totals.failed;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
