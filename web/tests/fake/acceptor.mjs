// The server's side of saving, as formats §2 describes it, over the small log: one lease after
// another, seq and prev checked, same bytes twice a no-op, other bytes a conflict.
import { randomBytes } from "node:crypto";
import { code_of, Log, sha256 } from "./log.mjs";

const problem = (status, code) => ({
  type: `/problems/${code}`,
  title: code,
  status,
  code,
  detail: { vi: code, en: code },
});

export class Acceptor {
  constructor({
    sitting,
    now,
    ends_at,
    grace_ms = 30_000,
    window_ms = 3_600_000,
    seed = "log key",
  }) {
    Object.assign(this, { sitting, now, ends_at, grace_ms, window_ms });
    this.log = new Log("thi.example/contest/demo", sha256(seed));
    this.signer = this.log;
    this.log.append("contest.genesis", now(), "{}", randomBytes(32));
    this.leases = [];
    this.answers = new Map();
    this.stored = [];
    this.submitted = undefined;
  }

  // From now on every receipt is signed by another key of the same name (a forged log).
  forge(on) {
    const forger = new Log(this.log.origin, sha256("forger"));
    forger.hashes = this.log.hashes;
    this.signer = on ? forger : this.log;
  }

  issue(type, payload, received_at) {
    const opening = { received_at, time: this.now(), salt: randomBytes(32) };
    const { index, hash } = this.log.append(type, opening.time, payload, opening.salt);
    return { index, hash, opening, receipt: this.signer.receipt(index, opening) };
  }

  lease({ client_key }) {
    const same = client_key !== "" && this.current?.client_key === client_key && this.current;
    if (same) return { ...same.grant, server_now: this.now(), ends_at: this.ends_at };
    const lease = this.leases.length + 1;
    const { sitting } = this;
    const payload = JSON.stringify({ client_key, lease, paper: "", paper_hash: "", sitting });
    const { receipt } = this.issue("sitting.lease", payload, this.now());
    const prev = sha256(payload).toString("base64");
    const grant = { lease, payload, receipt };
    const fresh = { last_seq: 0, last_prev: prev, last_saved_at: 0, by_seq: new Map() };
    this.leases.push({ lease, client_key, grant, ...fresh });
    return { ...grant, server_now: this.now(), ends_at: this.ends_at };
  }

  get current() {
    return this.leases.at(-1);
  }

  // One save. Returns what stands in `results`.
  save({ payload, sig }) {
    const { seq, lease: number, prev, item, value, sitting } = JSON.parse(payload);
    const lease = this.leases[number - 1];
    const now = this.now();
    if (!lease || sitting !== this.sitting) return { seq, problem: problem(400, "bad_request") };
    const before = lease.by_seq.get(seq);
    if (before) {
      if (before.payload !== payload) return { seq, problem: problem(409, "seq_conflict") };
      const receipt = this.signer.receipt(before.index, before.opening);
      return { seq, counts: before.counts, receipt };
    }
    if (now > this.ends_at + this.window_ms)
      return { seq, problem: problem(410, "sitting_closed") };
    if (seq !== lease.last_seq + 1) return { seq, problem: problem(409, "seq_gap") };
    if (prev !== lease.last_prev) return { seq, problem: problem(409, "seq_conflict") };
    if (item.startsWith("itm_unknown")) return { seq, problem: problem(422, "unknown_item") };
    const late = now > this.ends_at + this.grace_ms;
    const counts = lease !== this.current ? "superseded" : late ? "late" : "yes";
    const why = counts === "yes" ? {} : { why: counts };
    const logged = JSON.stringify({ client: payload, received_at: now, sig, ...why });
    const type = counts === "yes" ? "answer.save" : "answer.late";
    const issued = this.issue(type, logged, now);
    const entry = { ...issued, payload, sig, counts };
    lease.by_seq.set(seq, entry);
    lease.last_seq = seq;
    lease.last_prev = sha256(payload).toString("base64");
    lease.last_saved_at = now;
    this.stored.push({ lease: number, seq, item, value, counts });
    if (counts === "yes") {
      this.answers.set(item, { item, value, received_at: now, index: issued.index });
    }
    return { seq, counts, receipt: issued.receipt };
  }

  saves(list) {
    const results = [];
    for (const entry of list) {
      const result = this.save(entry);
      results.push(result);
      if (result.problem) break;
    }
    return { results, server_now: this.now(), ends_at: this.ends_at };
  }

  kept_answers() {
    const { lease = 0, last_seq = 0, last_prev = "" } = this.current ?? {};
    return { answers: [...this.answers.values()], lease, last_seq, last_prev };
  }

  submit({ payload, sig }) {
    if (this.submit_closed) return { problem: problem(410, "sitting_closed") };
    if (this.submitted) return this.submitted;
    const { seq, prev } = JSON.parse(payload);
    if (seq !== this.current.last_seq + 1 || prev !== this.current.last_prev) {
      return { problem: problem(409, "seq_gap") };
    }
    const now = this.now();
    const logged = JSON.stringify({ client: payload, received_at: now, sig });
    const { index, hash, receipt } = this.issue("sitting.submit", logged, now);
    const answers = [...this.answers.values()].map((a) => ({ item: a.item, index: a.index }));
    this.submitted = { receipt, code: code_of(hash), received_at: now, index, answers };
    return this.submitted;
  }

  // The disk lost its tail (a restore): the last `count` saves of the current lease are gone.
  lose_tail(count) {
    const lease = this.current;
    for (let i = 0; i < count; i += 1) {
      lease.by_seq.delete(lease.last_seq);
      lease.last_seq -= 1;
      this.stored.pop();
    }
    const last = lease.by_seq.get(lease.last_seq);
    if (last) lease.last_prev = sha256(last.payload).toString("base64");
  }
}
