// The program on a fresh data folder with its test clock: started, stopped, killed.
// THITUYEN_PROGRAM names it; by default the development build of this checkout.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
export const program = process.env.THITUYEN_PROGRAM ?? join(root, "build/dev/thituyen");
export const banks = join(root, "question-banks");
const web = join(root, "web/dist");

// What a subcommand said and how it ended; no exception for an exit code.
export async function run(...words) {
  try {
    const options = { maxBuffer: 1 << 28 };
    const { stdout, stderr } = await promisify(execFile)(program, words, options);
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (typeof error.code !== "number") throw error;
    return { code: error.code, stdout: error.stdout, stderr: error.stderr };
  }
}

// One line to the clock's socket, one line back.
function tell_clock(path, line) {
  return new Promise((done, fail) => {
    const socket = connect(path, () => socket.write(`${line}\n`));
    socket.on("data", (bytes) => {
      const said = String(bytes).trim();
      socket.end();
      if (said.startsWith("ok ")) done(Number(said.slice(3)));
      else fail(new Error(said));
    });
    socket.on("error", fail);
  });
}

// The origin that the server says it listens at.
function wait_for_ready(child) {
  return new Promise((done, fail) => {
    let said = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const ready = /ready (\S+)/.exec(said);
      if (ready) done(ready[1]);
    });
    child.on("exit", (code) => fail(new Error(`thituyen left with ${code}: ${said}`)));
  });
}

export class Server {
  // `options` of `thituyen serve`, beyond those that every test needs.
  constructor(options = []) {
    if (!existsSync(program)) throw new Error(`not built: ${program}`);
    this.folder = mkdtempSync(join(tmpdir(), "thituyen-life-"));
    this.data = join(this.folder, "data");
    this.clock = join(this.folder, "clock");
    this.now = 0;
    this.options = options;
    this.banks = banks;
  }

  // Makes the data folder; the administrator's one-time token is in `token`.
  async init() {
    const made = await run("init", "--data", this.data);
    this.token = /\/dang-nhap#(\S+)/.exec(made.stdout)?.[1];
    if (!this.token) throw new Error(`init: ${made.stdout}${made.stderr}`);
  }

  async serve() {
    this.child = spawn(
      program,
      [
        ...["serve", "--data", this.data, "--banks", this.banks, "--port", "0"],
        ...(existsSync(web) ? ["--web", web] : []),
        ...this.options,
        ...["--log", join(this.folder, "access.log"), "--clock", `socket:${this.clock}`],
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    this.gone = new Promise((done) =>
      this.child.once("exit", (code, signal) => done({ code, signal })),
    );
    this.origin = await wait_for_ready(this.child);
    // The clock begins at the machine's time and only goes forward.
    if (this.now > 0) await this.set_clock(this.now);
  }

  async set_clock(ms) {
    this.now = await tell_clock(this.clock, `set ${ms}`);
    return this.now;
  }
  async advance(ms) {
    this.now = await tell_clock(this.clock, `advance ${ms}`);
    return this.now;
  }

  // The server closes what it has begun and leaves.
  async stop() {
    this.child.kill("SIGTERM");
    return this.gone;
  }
  // The server gets no chance to do anything any more.
  async kill() {
    this.child.kill("SIGKILL");
    return this.gone;
  }

  async end() {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null)
      await this.kill();
    if (process.env.THITUYEN_KEEP) process.stderr.write(`kept: ${this.folder}\n`);
    else rmSync(this.folder, { recursive: true, force: true });
  }

  access_log = () => readFileSync(join(this.folder, "access.log"), "utf8");
}
