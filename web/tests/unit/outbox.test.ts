// Saving: nothing lost, nothing doubled, nothing called saved too early (R-14..R-17, formats §2).
import { describe, expect, it } from "vitest";
import { leases_of, forget_sitting, pin_vkey } from "#core/keep/db";
import { Vault } from "#core/keep/vault";
import { backoff_ms } from "#core/outbox/backoff";
import { Chain } from "#core/outbox/chain";
import { Bench, type Weather } from "./bench";

const seqs = (bench: Bench): number[] => bench.server.stored.map((entry) => entry.seq);

// A small generator with a printed seed: a failing run can be repeated.
function random_from(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("A save", () => {
  it("is called saved only when its receipt has been verified (R-14)", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    await outbox.put("itm_1", ["B"]);
    expect(outbox.state).toMatchObject({ waiting: 1, saved_at: undefined });
    await outbox.kick();
    expect(outbox.state).toMatchObject({ waiting: 0, trouble: undefined });
    expect(outbox.state.saved_at).toBeDefined();
    expect(bench.saved).toMatchObject([{ item: "itm_1", value: ["B"], counts: "yes", index: 2 }]);
  });
  it("with a receipt by a forged key is not saved, and is offered again (V-06)", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.server.forge(true);
    await outbox.put("itm_1", ["B"]);
    await outbox.kick();
    expect(outbox.state).toMatchObject({
      waiting: 1,
      saved_at: undefined,
      trouble: { kind: "receipt", why: "bad_signature" },
    });
    expect(bench.saved).toEqual([]);
    bench.server.forge(false);
    bench.fire();
    await outbox.kick({ now: true });
    expect(outbox.state).toMatchObject({ waiting: 0, trouble: undefined });
    expect(seqs(bench)).toEqual([1]);
  });
  it("of the same value again is no save at all", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    for (let i = 0; i < 3; i += 1) {
      await outbox.put("itm_1", ["B"]);
      await outbox.kick();
    }
    expect(seqs(bench)).toEqual([1]);
  });
});

describe("A change made while the one before is being frozen", () => {
  it("waits, and is not taken away with the older one", async () => {
    const chain = new Chain("sit_1", 1, { next_seq: 1, prev: "" });
    chain.put({ item: "itm_1", value: ["A"], client_time: 1 });
    await chain.freeze(async () => {
      chain.put({ item: "itm_1", value: ["B"], client_time: 2 });
      return "";
    });
    expect(chain.frozen.map((entry) => entry.value)).toEqual([["A"]]);
    expect(chain.local_value("itm_1")?.value).toEqual(["B"]);
    expect(chain.waiting).toBe(2);
  });
});

describe("Offline (R-15)", () => {
  it("sends the frozen save first, then the latest value of each item, in one batch", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.weather = "request_lost";
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    for (const option of ["B", "C", "D"]) await outbox.put("itm_1", [option]);
    await outbox.put("itm_2", ["A"]);
    await outbox.kick();
    expect(outbox.state).toMatchObject({ waiting: 3, trouble: { kind: "offline" } });
    expect(bench.requests.length).toBe(1);
    bench.weather = "fine";
    await outbox.kick({ now: true });
    expect(bench.requests.slice(1).map((saves) => saves.length)).toEqual([1, 2]);
    expect(bench.server.stored.map((s) => [s.seq, s.item, s.value])).toEqual([
      [1, "itm_1", ["A"]],
      [2, "itm_1", ["D"]],
      [3, "itm_2", ["A"]],
    ]);
  });
  it("a reload without network keeps every change, frozen or not", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    let outbox = await bench.boot(lease);
    bench.weather = "request_lost";
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    await outbox.put("itm_2", "bài viết");
    outbox.stop();
    outbox = await bench.boot(lease);
    expect(outbox.state.waiting).toBe(2);
    expect([outbox.value_of("itm_1"), outbox.value_of("itm_2")]).toEqual([["A"], "bài viết"]);
    bench.weather = "fine";
    await outbox.kick();
    expect(seqs(bench)).toEqual([1, 2]);
  });
  it("a lost reply sends the same bytes again and stores them once (R-16)", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    let outbox = await bench.boot(lease);
    bench.weather = "reply_lost";
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    outbox.stop();
    outbox = await bench.boot(lease);
    await outbox.put("itm_1", ["B"]);
    bench.weather = "fine";
    await outbox.kick();
    expect(bench.requests[1]).toEqual(bench.requests[0]);
    expect(bench.server.stored.map((s) => s.value)).toEqual([["A"], ["B"]]);
  });
  it("an outage of 250 items goes in batches of at most 100", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    for (let i = 0; i < 250; i += 1) await outbox.put(`itm_${i}`, ["A"]);
    await outbox.kick();
    expect(bench.requests.map((saves) => saves.length)).toEqual([100, 100, 50]);
    expect(seqs(bench)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });
  it("waits 1 to 15 s with jitter, and as long as the server asks", () => {
    expect([0, 1, 2, 3, 4, 9].map((n) => backoff_ms(n, () => 1))).toEqual([
      1000, 2000, 4000, 8000, 15000, 15000,
    ]);
    expect(backoff_ms(0, () => 0)).toBe(500);
  });
});

describe("Whatever the network does", () => {
  const kinds: Weather[] = ["fine", "request_lost", "reply_lost", "busy", "reordered", "doubled"];
  it("seq has no gap, the chain holds, and the last value of every item arrives", async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const next = random_from(seed);
      const bench = await Bench.open();
      const lease = await bench.new_lease();
      let outbox = await bench.boot(lease);
      const want = new Map<string, string[]>();
      for (let step = 0; step < 40; step += 1) {
        bench.weather = kinds[next(kinds.length)] ?? "fine";
        const act = next(10);
        if (act < 6) {
          const item = `itm_${next(4)}`;
          const value = ["ABCD".charAt(next(4))];
          want.set(item, value);
          const stored = outbox.put(item, value);
          if (next(2) === 0) await stored;
        } else if (act < 9) {
          await outbox.kick({ now: next(2) === 0 });
        } else {
          await outbox.put("itm_9", [String(step)]);
          want.set("itm_9", [String(step)]);
          outbox.stop();
          outbox = await bench.boot(lease);
        }
      }
      bench.weather = "fine";
      await outbox.kick({ now: true });
      const got = new Map([...bench.server.answers].map(([item, a]) => [item, a.value]));
      expect({ seed, got }).toEqual({ seed, got: want });
      expect(seqs(bench)).toEqual(bench.server.stored.map((_, i) => i + 1));
      expect(outbox.state).toMatchObject({ waiting: 0, trouble: undefined });
    }
  }, 60_000);
});

describe("Refusals", () => {
  it("409 with other bytes stops and says so", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    const first = await bench.boot(lease);
    const twin = await bench.boot(lease);
    await first.put("itm_1", ["A"]);
    await first.kick();
    await twin.put("itm_1", ["B"]);
    await twin.kick();
    expect(twin.state).toMatchObject({ waiting: 1, trouble: { kind: "conflict" } });
    const before = bench.requests.length;
    await twin.kick({ now: true });
    expect(bench.requests.length).toBe(before);
  });
  it("410 keeps the answers and stops asking", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.weather = "closed";
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    expect(outbox.state).toMatchObject({ waiting: 1, trouble: { kind: "closed" } });
    expect(bench.timers).toEqual([]);
  });
  it("being signed out holds everything until the candidate signs in again", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.weather = "sign_in";
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    expect(outbox.state.trouble).toEqual({ kind: "signed_out" });
    bench.weather = "fine";
    await outbox.resume();
    expect(outbox.state).toMatchObject({ waiting: 0, trouble: undefined });
  });
  it("a save that no server would take does not hold up the others", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    const outbox = await bench.boot(lease);
    await outbox.put("itm_1", ["A"]);
    await outbox.put("itm_unknown", ["A"]);
    await outbox.put("itm_2", ["A"]);
    await outbox.kick();
    expect(bench.server.stored.map((s) => [s.seq, s.item])).toEqual([
      [1, "itm_1"],
      [2, "itm_2"],
    ]);
    expect([...outbox.state.refused]).toEqual(["itm_unknown"]);
    expect((await bench.boot(lease)).state.waiting).toBe(0);
  });
  it("a late save is stored, and marked late for the candidate to see", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.server.ends_at = bench.clock - 40_000;
    await outbox.put("itm_1", ["A"]);
    await outbox.kick();
    expect([...outbox.state.late]).toEqual(["itm_1"]);
    expect(outbox.state.waiting).toBe(0);
  });
});

describe("Another machine (R-17)", () => {
  it("the old lease's journal still arrives, is marked superseded, and changes no answer", async () => {
    const bench = await Bench.open();
    const old = await bench.boot(await bench.new_lease());
    bench.weather = "request_lost";
    await old.put("itm_1", ["A"]);
    await old.kick();
    await old.put("itm_2", ["A"]);
    bench.weather = "fine";
    const fresh = await bench.boot(await bench.new_lease());
    await fresh.put("itm_1", ["B"]);
    await fresh.kick();
    await old.kick({ now: true });
    expect(old.state).toMatchObject({ superseded: true, waiting: 0, saved_at: undefined });
    expect(bench.server.stored.map((s) => [s.lease, s.seq, s.counts])).toEqual([
      [2, 1, "yes"],
      [1, 1, "superseded"],
      [1, 2, "superseded"],
    ]);
    expect(bench.server.answers.get("itm_1")?.value).toEqual(["B"]);
  });
});

describe("A server that lost its tail", () => {
  it("gets the missing saves again, with the same bytes", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    for (const option of ["A", "B", "C"]) {
      await outbox.put("itm_1", [option]);
      await outbox.kick();
    }
    bench.server.lose_tail(2);
    await outbox.put("itm_2", ["A"]);
    await outbox.kick();
    bench.fire();
    await outbox.kick({ now: true });
    expect(bench.server.stored.map((s) => s.value)).toEqual([["A"], ["B"], ["C"], ["A"]]);
    expect(outbox.state.trouble).toBeUndefined();
  });
});

describe("The machine's disk", () => {
  it("a full disk is said, and the answer still goes to the server", async () => {
    const bench = await Bench.open();
    const outbox = await bench.boot(await bench.new_lease());
    bench.disk_full = true;
    await outbox.put("itm_1", ["A"]);
    expect(outbox.state.storage_failed).toBe(true);
    await outbox.kick();
    expect(seqs(bench)).toEqual([1]);
  });
  it("holds nothing that can be read without the lease's key (S-61)", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    const outbox = await bench.boot(lease);
    bench.weather = "request_lost";
    await outbox.put("itm_1", "câu trả lời mật");
    await outbox.kick();
    const records = await bench.db.getAll("records");
    expect(records.length).toBeGreaterThan(1);
    for (const { data } of records) {
      expect(Buffer.from(data).toString("latin1")).not.toContain("itm_1");
    }
    expect(lease.box.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", lease.box)).rejects.toThrow();
  });
  it("refuses a record that was moved to another place", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    const vault = new Vault(bench.db, lease);
    await vault.write([{ kind: "pending", id: "itm_1", value: 1 }]);
    const record = await bench.db.get("records", ["sit_1", 1, "pending", "itm_1"]);
    if (record) await bench.db.put("records", record, ["sit_1", 1, "pending", "itm_2"]);
    await expect(vault.read("pending", "itm_2")).rejects.toThrow();
  });
  it("forgets a sitting whole, and no other", async () => {
    const bench = await Bench.open();
    const lease = await bench.new_lease();
    await new Vault(bench.db, lease).write([{ kind: "pending", id: "itm_1", value: 1 }]);
    await bench.db.put("leases", { ...lease, sitting: "sit_2" });
    await forget_sitting(bench.db, "sit_1");
    expect(await bench.db.count("records")).toBe(0);
    expect(await leases_of(bench.db, "sit_1")).toEqual([]);
    expect((await leases_of(bench.db, "sit_2")).length).toBe(1);
  });
  it("pins the first log key it saw and keeps it (V-06)", async () => {
    const bench = await Bench.open();
    expect(await pin_vkey(bench.db, "con_1", "key one")).toBe("key one");
    expect(await pin_vkey(bench.db, "con_1", "key two")).toBe("key one");
    expect(await pin_vkey(bench.db, "con_2", "key two")).toBe("key two");
  });
});
