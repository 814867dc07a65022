// docs/api.md is run as it stands, block after block in one shell, against a server with the test
// clock; docs/cli.md is compared with what the program says of itself.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { log_signer } from "./forgery.mjs";
import { banks, program, run, Server } from "./server.mjs";

const docs = resolve(import.meta.dirname, "../../docs");
const read = (name) => readFileSync(join(docs, name), "utf8");

// The ```sh blocks of a page, cut where the clock is set: {line, clock, text}. `line` is that of
// the page, `clock` an instant or undefined.
function pieces_of(page) {
  const pieces = [];
  let open = false;
  for (const [i, text] of page.split("\n").entries()) {
    const [, date, time] = /^# clock: (\S+) (\S+)$/.exec(text) ?? [];
    if (!open) {
      open = text === "```sh";
      if (open) pieces.push({ line: i + 2, text: "" });
    } else if (text === "```") open = false;
    else if (date)
      pieces.push({ line: i + 2, clock: Date.parse(`${date}T${time}:00+07:00`), text: "" });
    else pieces.at(-1).text += `${text}\n`;
  }
  return pieces.filter((piece) => piece.text || piece.clock);
}

function free_port() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// A shell in a folder of its own, in which `thituyen serve` takes the time from the test's clock.
class Shell {
  constructor(server, port) {
    this.work = join(server.folder, "work");
    const bin = join(server.folder, "bin");
    for (const folder of [this.work, bin]) mkdirSync(folder);
    const serve = `[ "$1" = serve ] && set -- "$@" --clock "socket:${server.clock}"`;
    const shim = `#!/bin/sh\n${serve}\nexec "${program}" "$@"\n`;
    writeFileSync(join(bin, "thituyen"), shim, { mode: 0o755 });
    // The name that the page gives to the site is this machine, whatever proxy is set.
    const more = { PATH: `${bin}:${process.env.PATH}`, PORT: port, BANKS: banks, no_proxy: "*" };
    this.child = spawn("bash", ["-Eeuo", "pipefail"], {
      cwd: this.work,
      env: { ...process.env, ...more },
      stdio: ["pipe", "pipe", "pipe"],
      detached: true, // A group of its own, which can be ended with what it started.
    });
    this.child.stdin.on("error", () => {}); // It may be gone; `ended` tells.
    this.said = "";
    this.child.stderr.on("data", (bytes) => (this.said += bytes));
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.child.stdin.write("trap 'echo \"failed: $BASH_COMMAND\" >&2' ERR\n");
  }

  async source(name, text) {
    writeFileSync(join(this.work, name), text);
    this.said = "";
    let out = "";
    // Not `source && echo`: that would switch off the end at the first failure.
    this.child.stdin.write(`source ./${name} < /dev/null\nprintf '\\n@${name}\\n'\n`);
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error(`docs/api.md, ${name}:\n${out}${this.said}`);
      if (value === `@${name}`) return out;
      out += `${value}\n`;
    }
  }

  end() {
    try {
      process.kill(-this.child.pid, "SIGKILL");
    } catch {
      // Everything in it has ended.
    }
  }
}

const patience = { timeout: 300_000 }; // A tenth of it on a machine with nothing else to do.

test("docs/api.md runs from init to the audit of the published result", patience, async (t) => {
  const server = new Server();
  const shell = new Shell(server, await free_port());
  t.after(async () => {
    shell.end();
    await server.end();
  });
  for (const { line, clock, text } of pieces_of(read("api.md"))) {
    if (clock) await server.set_clock(clock);
    await shell.source(`line-${line}.sh`, text);
  }
  const { posts } = JSON.parse(readFileSync(join(shell.work, "results.json"), "utf8"));
  const shown = posts[0].lines.map((line) => [line.rank, line.name, line.outcome]);
  assert.deepEqual(shown[0], [1, "Nguyễn Thị Minh Hà", "winner"]);
  assert.equal(shown[1][1], "Trần Văn An");
});

// The sections of docs/cli.md by subcommand.
function sections_of(page) {
  return new Map(
    page
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n", 1)[0], section]),
  );
}
const flags_in = (text) => [...new Set(text.match(/--[a-z][a-z-]+/g))].sort();

test("docs/cli.md names every subcommand and every option, and no other", async () => {
  const sections = sections_of(read("cli.md"));
  const { stdout } = await run("--help");
  const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  assert.ok(names.includes("verify"));
  for (const name of names) {
    const help = await run(name, "--help");
    // Words without a name have an option of their own inside the program; `clock` is a test's.
    const hidden = ["--help", "--what", "--subject", "--file", "--clock"];
    const shown_in = (text) => flags_in(text).filter((flag) => !hidden.includes(flag));
    const section = sections.get(`thituyen ${name}`);
    assert.ok(section, `docs/cli.md has no section: thituyen ${name}`);
    assert.deepEqual(shown_in(section), shown_in(help.stdout), name);
  }
});

test("wrong words end with 64, a refusal with 1, a broken database with 3", async (t) => {
  const server = new Server();
  t.after(() => server.end());
  await server.init();
  const { vkey } = log_signer(randomBytes(32), "example");
  const nowhere = join(server.folder, "nowhere");
  const wrong = [
    ["nothing"],
    ["bank", "check"],
    ["verify", nowhere],
    ["verify", nowhere, "--vkey", "example"],
    ["verify", nowhere, "--vkey", vkey, "--known", nowhere],
    ["verify", nowhere, "--vkey", vkey, "--receipts", nowhere],
  ];
  for (const words of wrong) assert.equal((await run(...words)).code, 64, words.join(" "));
  const unknown = await run("contest", "export", "NO-SUCH", "--data", server.data);
  assert.equal(unknown.code, 1);
  const file = join(server.folder, "not-a-database");
  writeFileSync(file, "x".repeat(4096));
  const broken = await run("tally", "--db", file, "--contest", "con_0000000000000001");
  assert.equal(broken.code, 3);
  assert.equal((await run("verify", nowhere, "--vkey", vkey)).code, 3);
});
