// What the verify page says of receipts, good and forged; and draws recomputed in the browser.
import { describe, expect, test } from "vitest";
import { Log, sha256 } from "../fake/log.mjs";
import { check_draw, commitment_of, draw_seed, drawn_order } from "../../src/core/proof/draw";
import { to_base64, utf8, type Bytes } from "../../src/core/proof/bytes";
import { logged_payload } from "../../src/core/proof/receipt";
import { check_receipt, read_file } from "../../src/verify/check";

const payload = '{"client_time":1,"item":"itm_x","seq":1}';

function saved(seed = "one", origin = "mau.vn/BNV") {
  const log = new Log(origin, sha256(seed));
  const opening = { received_at: 1000, salt: sha256("salt"), time: 1001 };
  log.append("contest.genesis", 1, "{}", sha256("g"));
  log.append("answer.save", 1001, logged_payload(payload, "", 1000), opening.salt);
  log.append("clock.beat", 1002, "{}", sha256("b"));
  return { log, receipt: log.receipt(1, opening) };
}

describe("a receipt on the verify page", () => {
  test("is valid when the content leads to the root that the given key signed", async () => {
    const { log, receipt } = saved();
    const verdict = await check_receipt({ receipt, payload, sig: "" }, log.vkey);
    expect(verdict.outcome).toBe("good");
    expect(verdict.type).toBe("answer.save");
    expect(verdict.received_at).toBe(1000);
    expect(verdict.code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  });
  test("is only partly checked without the content, and says so", async () => {
    const { log, receipt } = saved();
    const verdict = await check_receipt({ receipt, payload: "", sig: "" }, log.vkey);
    expect(verdict.outcome).toBe("partly");
    expect(verdict.steps.signed).toBe("good");
    expect(verdict.steps.in_log).toBe("not_run");
  });
  test("fails at the content when one character of it differs", async () => {
    const { log, receipt } = saved();
    const verdict = await check_receipt(
      { receipt, payload: payload.replace("1}", "2}"), sig: "" },
      log.vkey,
    );
    expect(verdict.outcome).toBe("bad");
    expect(verdict.steps).toMatchObject({ signed: "good", in_log: "bad" });
  });
  test("fails at the signature by another key of the same name", async () => {
    const { receipt } = saved("one");
    const { log: other } = saved("two");
    const verdict = await check_receipt({ receipt, payload, sig: "" }, other.vkey);
    expect(verdict.steps).toMatchObject({ same_log: "good", signed: "bad", in_log: "not_run" });
  });
  test("fails at the log's name by the key of another contest", async () => {
    const { receipt } = saved();
    const { log: other } = saved("one", "mau.vn/other");
    const verdict = await check_receipt({ receipt, payload, sig: "" }, other.vkey);
    expect(verdict.steps.same_log).toBe("bad");
  });
  test("that is no receipt is said to be unreadable", async () => {
    const { log } = saved();
    const verdict = await check_receipt({ receipt: "xin chào", payload, sig: "" }, log.vkey);
    expect(verdict.steps.readable).toBe("bad");
  });
});

describe("a receipt file", () => {
  test("of the exam gives every save and the hand-in", () => {
    const one = { payload, sig: "", receipt: "r" };
    const text = JSON.stringify({ sitting: "sit_x", saves: [one, one], submit: one });
    expect(read_file(text)).toHaveLength(3);
  });
  test("that is a bare proof gives one receipt without content", () => {
    expect(read_file("c2sp.org/tlog-proof@v1\nindex 0\n")).toEqual([
      { receipt: "c2sp.org/tlog-proof@v1\nindex 0\n", payload: "", sig: "" },
    ]);
  });
  test("of anything else is refused", () => {
    expect(read_file("{}")).toBeUndefined();
    expect(read_file("<html>")).toBeUndefined();
  });
});

describe("a draw recomputed in the browser", () => {
  const nonces = ["a", "b"].map((name) => new Uint8Array(sha256(name)) as Bytes);
  const root = new Uint8Array(sha256("root")) as Bytes;
  const pool = ["cand_1", "cand_2", "cand_3", "cand_4"];

  async function record() {
    const seed = await draw_seed(root, nonces);
    return {
      draw: "seats-1",
      root: to_base64(root),
      seed: to_base64(seed),
      order: await drawn_order(seed, "seats-1", pool),
      parties: await Promise.all(
        nonces.map(async (nonce, i) => ({
          name: `P${i}`,
          commitment: to_base64(await commitment_of(nonce)),
          nonce: to_base64(nonce),
        })),
      ),
    };
  }
  test("holds when nothing was changed", async () => {
    expect(await check_draw(await record())).toEqual({ seed: true, order: true });
  });
  test("names who revealed another number than committed", async () => {
    const draw = await record();
    draw.parties[1] = { ...draw.parties[1]!, nonce: to_base64(utf8("x".repeat(32))) };
    expect(await check_draw(draw)).toMatchObject({ false_party: "P1" });
  });
  test("sees two places exchanged", async () => {
    const draw = await record();
    draw.order = [draw.order[1]!, draw.order[0]!, ...draw.order.slice(2)];
    expect(await check_draw(draw)).toEqual({ seed: true, order: false });
  });
});
