// A contest on a running server, with the people of its council: brought over HTTP from `init` to
// where a test begins.
import assert from "node:assert/strict";
import { of_exam, office } from "./officials.mjs";
import { open_checkpoint, parse_vkey } from "./proof.mjs";
import { Person } from "./person.mjs";
import * as plan from "./plan.mjs";
import { run, Server } from "./server.mjs";

export const password = "mật khẩu để thử máy";

const pdf = { "content-type": "application/pdf" };
const identifier = (name) => (name === "admin" ? "quan-tri" : `${name}@thi.vn`);

// `task` for each of `list`, at most `width` at once.
export async function each(list, width, task) {
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const i = next;
      next += 1;
      await task(list[i], i);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

export class World {
  constructor(officials, serve_options) {
    this.server = new Server(serve_options);
    this.people = {};
    this.candidates = []; // Ids, by the number that is in a candidate's name.
    this.officials = officials;
  }

  static async open(officials = [...office, ...of_exam], serve_options = []) {
    const world = new World(officials, serve_options);
    try {
      await world.begin();
    } catch (error) {
      await world.end();
      throw error;
    }
    return world;
  }
  // The administrator's link lives a day by the machine's clock: it is used before any leap.
  async begin() {
    await this.server.init();
    await this.server.serve();
    const admin = this.stranger();
    await admin.post("/api/session/link", { token: this.server.token });
    await admin.post("/api/session/password", { password });
    await this.server.set_clock(plan.at("02-20 09:00"));
    await this.sign_in("admin");
  }

  stranger() {
    return new Person(this.server.origin, (seconds) => this.server.advance(seconds * 1000));
  }
  path = (rest = "") => `/api/contests/${this.contest}${rest}`;

  async register(name, full_name) {
    const person = this.stranger();
    await person.post("/api/accounts", {
      identifier: identifier(name),
      password,
      full_name,
      given_name: full_name.split(" ").at(-1),
    });
    this.people[name] = person;
    return person;
  }
  async sign_in(name) {
    const person = this.stranger();
    await person.post("/api/session", { identifier: identifier(name), password });
    this.people[name] = person;
    return person;
  }
  // To a later day; these people sign in again there.
  async leap(text, names = this.officials.map(([name]) => name)) {
    await this.server.set_clock(plan.at(text));
    await each(names, 4, (name) => this.sign_in(name));
  }
  // The same people at a server that was started anew.
  moved() {
    for (const person of Object.values(this.people)) person.origin = this.server.origin;
  }

  // The password again, unless it still holds from before: five minutes (core/plan/duties.h).
  async prove(name) {
    const person = this.people[name];
    if (this.server.now - (person.proved_at ?? 0) < 5 * plan.minute) return;
    await person.post("/api/session/proof", { password });
    person.proved_at = this.server.now;
  }
  // An act by one, approved by another; both give their passwords again.
  async both(first, second, act, body) {
    for (const who of [first, second]) await this.prove(who);
    const made = await this.people[first].post(this.path("/proposals"), { act, body });
    if (made.state === "done") return made;
    const done = await this.people[second].post(this.path(`/proposals/${made.proposal}/approve`));
    assert.equal(done.state, "done", `${act}: ${JSON.stringify(done)}`);
    return done;
  }
  advance_stage = (to) => this.both("chair", "vice", "advance_stage", { to });

  // `choose` makes the plan out of the preset's draft.
  async make_contest(more, preset = "MOHA_2424", choose = plan.with_choices) {
    const { admin } = this.people;
    const line = await admin.post("/api/contests", {
      preset,
      code: `MAU-${plan.year}`,
      title: "Kỳ thi tuyển mẫu",
    });
    this.contest = line.contest;
    for (const [name, full_name, role] of this.officials) {
      await this.register(name, full_name);
      await admin.post(this.path("/officials"), { identifier: identifier(name), role });
      await this.sign_in(name);
    }
    const { secretary } = this.people;
    const view = await secretary.get(this.path("/plan"));
    const draft = choose(view, more);
    this.documents = draft.dossier.required_documents.value;
    const match = { "if-match": `"${view.hash}"` };
    const put = await secretary.put(this.path("/plan"), { plan: draft }, match);
    assert.deepEqual(put.faults, []);
  }

  // Published by two; from here on the log has a key, which is pinned.
  async publish() {
    const { hash } = await this.people.chair.get(this.path("/plan"));
    await this.both("chair", "vice", "publish", { plan_hash: hash });
    const notice = await this.stranger().get(this.path());
    this.vkey = notice.log.vkey;
    this.log_key = parse_vkey(this.vkey);
  }

  // A paper of these parts, {part, title, bank, questions}, sealed by setter and chair; as the
  // setter reads it.
  async seal(round, variant, title, parts) {
    const made = await this.people.setter.post(this.path("/papers"), {
      round,
      variant,
      title,
      parts: parts.map((part) => ({ ...part, topics: [], items: [] })),
    });
    await this.both("setter", "chair", "seal_paper", {
      paper: made.paper,
      content_hash: made.content_hash,
    });
    return this.people.setter.get(this.path(`/papers/${made.paper}`));
  }
  seal_paper(round, variant, questions) {
    const part = { part: "general", title: "Kiến thức chung", bank: "kien-thuc-chung", questions };
    return this.seal(round, variant, "Đề thi trắc nghiệm", [part]);
  }

  // A registered person with a whole dossier, applying for a post.
  async apply(name, post, facts = plan.good_facts) {
    const person = this.people[name];
    await person.put(this.path("/dossier"), facts);
    for (const kind of this.documents) {
      const file = this.path(`/documents?kind=${kind}&name=${kind}.pdf`);
      await person.post(file, plan.a_pdf, pdf);
    }
    return person.post(this.path("/applications"), { post, source: "self" });
  }
  file_project(name, round, bytes = plan.a_pdf) {
    const file = this.path(`/rounds/${round}/project?name=de-an.pdf`);
    return this.people[name].post(file, bytes, pdf);
  }

  async checkpoint() {
    const note = await this.stranger().get(`/log/${this.contest}/checkpoint`);
    return open_checkpoint(note, this.log_key);
  }

  // What the running site's own audit says, asked by the auditor.
  async audit() {
    const report = await this.people.auditor.post(this.path("/verify"));
    const failures = report.checks
      .filter((check) => check.positions.length > 0)
      .map((check) => `${check.check}: ${check.positions.slice(0, 5).join("; ")}`);
    assert.deepEqual(failures, []);
    assert.equal(report.clean, true);
    return report;
  }

  async end() {
    await this.server.end();
  }
}

// `thituyen verify` with these words: {code, checks, failed, sealed}. `checks` are by their number;
// `failed` has "03.07 row answer …" for each position.
export async function verify(...words) {
  const said = await run("verify", ...words, "--json");
  let report;
  try {
    report = JSON.parse(said.stdout);
  } catch {
    throw new Error(`verify: ${said.code} ${said.stdout.slice(0, 2000)}${said.stderr}`);
  }
  const { checks } = report;
  return {
    code: said.code,
    checks: new Map(checks.map((one) => [one.check, one])),
    failed: checks.flatMap(({ check, positions }) =>
      positions.map(({ where }) => `${check} ${where}`),
    ),
    sealed: checks.filter((one) => one.state === "sealed").map((one) => one.check),
  };
}
