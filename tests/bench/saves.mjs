// Durable saves a second beside the same server's reply without a commit: sets up a contest with
// one practice sitting for each connection, and lets build/bench/tests/bench_saves measure.
// usage: node saves.mjs [connections] [seconds of a phase] [rounds]
// What queues while one batch is synced makes the next: more connections make larger batches and a
// larger ratio, so that a ratio says little without their number.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const build = resolve(import.meta.dirname, "../../build/bench");
process.env.THITUYEN_PROGRAM ??= join(build, "thituyen");
const { Browser } = await import("../life/browser.mjs");
const plan = await import("../life/plan.mjs");
const { open_practice } = await import("../life/practice.mjs");

const [connections, phase_s, rounds] = [300, 3, 4].map((value, i) =>
  Number(process.argv[2 + i] ?? value),
);
// The server's limits of requests run by its clock, which here runs ahead.
const [tick_ms, ahead_ms] = [100, 12_000];

async function browser_line(world, i) {
  const person = world.people[`candidate_${i}`];
  const begun = await person.post(world.path(`/rounds/${plan.practice}/practice`));
  const browser = new Browser(world, person, begun.sitting);
  await browser.take_lease();
  const { order } = await person.get(browser.mine("/key"));
  const item = order.items.find((one) => order.options[one]?.length >= 2);
  const values = order.options[item].slice(0, 2).map((option) => JSON.stringify([option]));
  const { cookie, csrf } = person;
  return [cookie, csrf, browser.sitting, browser.lease, browser.prev, item, ...values].join(" ");
}

// Seconds of a processor that the server has used.
function cpu_s(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

// One address with a seat for each, as an examination room has.
const world = await open_practice(connections, ["--room", `127.0.0.1=${connections}`]);
try {
  const lines = [];
  for (let i = 0; i < connections; i += 1) lines.push(await browser_line(world, i));
  const port = new URL(world.server.origin).port;
  const load = spawn(join(build, "tests/bench_saves"), [port, String(phase_s), String(rounds)], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  load.stdin.end(`${lines.join("\n")}\n`);
  const before = [cpu_s(world.server.child.pid), Date.now()];
  const ticking = setInterval(() => world.server.advance(ahead_ms).catch(() => {}), tick_ms);
  const code = await new Promise((done) => load.on("exit", done));
  clearInterval(ticking);
  const used = cpu_s(world.server.child.pid) - before[0];
  console.log(`server  ${((used * 1000) / (Date.now() - before[1])).toFixed(2)} processors`);
  await world.sign_in("auditor");
  await world.audit();
  process.exitCode = code ?? 1;
} finally {
  await world.end();
}
