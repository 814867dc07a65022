// A candidate's browser at a sitting: lease, chain of saves, and a receipt checked for each before
// it counts as saved. Knows the log's key from elsewhere.
import assert from "node:assert/strict";
import { canonical, check_receipt, check_save, check_submission, sha256 } from "./proof.mjs";

export class Browser {
  constructor(world, person, sitting, key = "a2V5") {
    this.world = world;
    this.person = person;
    this.sitting = sitting;
    this.key = key;
    this.lease = 0;
    this.seq = 0;
    this.kept = []; // What was acknowledged, with what the receipt proved.
  }

  mine = (rest = "") => `/api/sittings/${this.sitting}${rest}`;

  async take_lease(takeover = false) {
    const body = { client_key: this.key, device: "Node", takeover };
    const reply = await this.person.post(this.mine("/lease"), body);
    const { log_key } = this.world;
    check_receipt(reply.receipt, "sitting.lease", () => reply.payload, log_key);
    this.lease = reply.lease;
    this.seq = 0;
    this.prev = sha256(reply.payload).toString("base64");
    this.ends_at = reply.ends_at;
    return reply;
  }

  chained(more) {
    this.seq += 1;
    const { lease, prev, seq, sitting } = this;
    const text = canonical({
      client_time: this.world.server.now,
      lease,
      prev,
      seq,
      sitting,
      ...more,
    });
    this.prev = sha256(text).toString("base64");
    return text;
  }
  // The next text of the chain, frozen; it may be sent later.
  freeze = (item, value) => this.chained({ item, value });

  // Sends frozen texts in one request; every one must be acknowledged as `counts`.
  async send(texts, counts = "yes") {
    const saves = texts.map((payload) => ({ payload, sig: "" }));
    const reply = await this.person.post(this.mine("/saves"), { saves });
    assert.equal(reply.results.length, texts.length);
    for (const [i, result] of reply.results.entries()) {
      assert.equal(result.problem, undefined, JSON.stringify(result.problem));
      assert.equal(result.counts, counts);
      const proved = check_save(result.receipt, counts, texts[i], this.world.log_key);
      this.kept.push({ text: texts[i], counts, receipt: result.receipt, ...proved });
    }
    this.ends_at = reply.ends_at;
    return reply;
  }
  save = (item, value) => this.send([this.freeze(item, value)]);

  async submit() {
    const payload = this.chained({ final: true });
    const reply = await this.person.post(this.mine("/submit"), { payload, sig: "" });
    const proved = check_submission(reply.receipt, payload, this.world.log_key);
    this.kept.push({ text: payload, counts: "yes", receipt: reply.receipt, ...proved });
    return { ...reply, leaf_hash: proved.leaf_hash };
  }
}
