// Runs the browser tests with node:test against the system's Chromium. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../tests/browser/", import.meta.url));

export function browser_tests() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
  if (files.length === 0) return { passed: 0, failed: 0 };
  const dist = fileURLToPath(new URL("../dist/exam.html", import.meta.url));
  if (!existsSync(dist)) {
    const build = spawnSync("npm", ["run", "build"], { stdio: "inherit" });
    if (build.status !== 0) return { passed: 0, failed: 1 };
  }
  const run = spawnSync(
    process.execPath,
    ["--test", "--test-concurrency=1", "--test-reporter=tap", ...files.map((f) => folder + f)],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(run.stdout)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  return { passed: count("pass"), failed: failed || (run.status === 0 ? 0 : 1) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = browser_tests();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
