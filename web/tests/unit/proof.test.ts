// The client's verification against known answers, other people's vectors and a second log.
import { describe, expect, it } from "vitest";
import { from_base64, hex, to_base64, utf8, type Bytes } from "#core/proof/bytes";
import { canonical, clean_text, type Canonical } from "#core/proof/canonical";
import { noble_verifier, verify_ed25519 } from "#core/proof/ed25519";
import { commit, leaf_bytes, receipt_code } from "#core/proof/leaf";
import { hash_leaf, verify_inclusion } from "#core/proof/merkle";
import { parse_checkpoint, parse_note, parse_vkey, signed_by } from "#core/proof/note";
import { logged_payload, verify_receipt } from "#core/proof/receipt";
import { parse_tlog_proof } from "#core/proof/tlog_proof";
import { code_of, Log, path_of, root_of, sha256 } from "../fake/log.mjs";
import { list_vectors, read_vector, vectors } from "./vectors";

const bytes = (buffer: Buffer): Bytes => new Uint8Array(buffer);
const salt_of = (i: number): Buffer => sha256(`kat salt ${i}`);
const kat_origin = "exam.example.org/contest/2026-01";
const kat_records: [string, number, string][] = [
  ["contest.genesis", 1767225600000, '{"contest":"2026-01","rules":"r1"}'],
  ["paper.seal", 1767225601000, '{"paper":"P1","sha256":"00"}'],
  ["answer.save", 1767229200123, '{"a":"A7","k":"q1","seq":1,"v":"Đáp án B"}'],
  ["answer.save", 1767229201456, '{"a":"A7","k":"q1","seq":2,"v":"C"}'],
  ["mark.commit", 1767232800000, '{"blind":"K7Q2","m":1725,"marker":"M3","q":"q1"}'],
];
const kat_roots = [
  "3qATZBIiBTy4MFe7tCyiEWWGKvH2BD3yUQtuJXov1KA=",
  "ARQoYuUMYUOEqKAIyyPH9Uww25I/CW/Q5Or1cmzJfgY=",
  "jDa4/DF31ZarMLQ91B4DTbKFeaIPr5q/uop7nCGfClo=",
  "WR2kE5/GgIavegn4LQ8FpVLOUOQ1oscIO/fOj3Pk11E=",
  "7q6++58PiRfo1dqUAjctRFNj9d6EXako4jJLKdFBWeY=",
];
const kat_vkey = `${kat_origin}+7f2259b6+AQmpHPxAqiYmyKKoy6fGojN6Y8xQoeGVDtLi7n7C5SDB`;
const kat_signature =
  "fyJZtk1lm5MKfNFsFa5QolKIdvF1CcmRjuu/K77bv/cwrAn55NHesvAKMrubPn1fom8OIo5H1K2iwohAEWCP21BNZws=";

describe("Known answers of the log format", () => {
  it("commitment, leaf hash and roots come out as published", async () => {
    const hashes: Buffer[] = [];
    for (const [i, [type, time, payload]] of kat_records.entries()) {
      const commitment = await commit(bytes(salt_of(i)), payload);
      const hash = await hash_leaf(leaf_bytes(type, time, commitment));
      hashes.push(Buffer.from(hash));
      if (i === 2) {
        expect(to_base64(commitment)).toBe("XgLm9nhOYGD300xIOyWINc1lobUo9ygcdW+yKKXeaRc=");
        expect(hex(hash)).toBe("06ebb2a41ea54da04b87690aa804f2a49570912694c7e4cac0cf79dcdc66a79f");
      }
      expect(root_of(hashes).toString("base64")).toBe(kat_roots[i]);
    }
  });
  it("the published key verifies the published checkpoint, and no other", async () => {
    const vkey = await parse_vkey(kat_vkey);
    const witness =
      "\u2014 witness.example.org/w1 2MqErAAAAABpVcd0RRyJvQnMRvPhfTan7kQnKA/zJSgZkSKEcOXb4oz7HSJTmHpOEEB+PTIW/BYkxRhjlQ8uTgkiryDwycOF83P+Ag==\n";
    const at = (size: number): string =>
      `${kat_origin}\n${size}\n${kat_roots[size - 1]}\n\n\u2014 ${kat_origin} ${kat_signature}\n`;
    const sizes: number[] = [];
    for (const size of [1, 2, 3, 4, 5]) {
      const note = parse_note(at(size) + witness);
      if (vkey && note && (await signed_by(note, vkey))) sizes.push(size);
    }
    expect(sizes).toEqual([5]);
  });
  it("the second log makes the same key and checkpoint from the same seed", () => {
    const log = new Log(kat_origin, sha256("kat log key"));
    for (const [i, [type, time, payload]] of kat_records.entries()) {
      log.append(type, time, payload, salt_of(i));
    }
    expect(log.vkey).toBe(kat_vkey);
    expect(log.checkpoint()).toContain(kat_signature);
  });
});

describe("Inclusion", () => {
  it("holds for every leaf of trees of 1 to 40 leaves, and breaks with any change", async () => {
    const leaves = Array.from({ length: 40 }, (_, i) => sha256(`leaf ${i}`));
    for (let size = 1; size <= leaves.length; size += 1) {
      const tree = leaves.slice(0, size);
      const root = bytes(root_of(tree));
      for (let index = 0; index < size; index += 1) {
        const path = path_of(index, tree).map(bytes);
        const proof = { index, size, leaf_hash: bytes(tree[index]!), path, root };
        expect(await verify_inclusion(proof)).toBe(true);
        expect(await verify_inclusion({ ...proof, leaf_hash: bytes(sha256("x")) })).toBe(false);
        expect(await verify_inclusion({ ...proof, index: size })).toBe(false);
        expect(await verify_inclusion({ ...proof, size: size * 4 })).toBe(false);
        if (size > 1) {
          expect(await verify_inclusion({ ...proof, path: path.slice(1) })).toBe(false);
          expect(await verify_inclusion({ ...proof, path: [...path, root] })).toBe(false);
        }
      }
    }
  });
  it.skipIf(!vectors)("agrees with the vectors of transparency-dev/merkle", async () => {
    let seen = 0;
    for (const name of list_vectors("merkle/inclusion").filter((n) => n.endsWith(".json"))) {
      const vector = JSON.parse(read_vector(`merkle/inclusion/${name}`)) as {
        leafIdx: number;
        treeSize: number;
        root: string | null;
        leafHash: string | null;
        proof: string[] | null;
        wantErr: boolean;
      };
      const raw = (text: string | null): Bytes => from_base64(text ?? "") ?? new Uint8Array(0);
      const holds = await verify_inclusion({
        index: vector.leafIdx,
        size: vector.treeSize,
        leaf_hash: raw(vector.leafHash),
        path: (vector.proof ?? []).map(raw),
        root: raw(vector.root),
      });
      expect({ name, holds }).toEqual({ name, holds: !vector.wantErr });
      seen += 1;
    }
    expect(seen).toBeGreaterThan(50);
  });
});

describe("Ed25519", () => {
  it.skipIf(!vectors)("both verifiers agree with Wycheproof", async () => {
    const file = JSON.parse(read_vector("wycheproof/ed25519_test.json")) as {
      testGroups: {
        publicKey: { pk: string };
        tests: { tcId: number; msg: string; sig: string; result: string }[];
      }[];
    };
    const raw = (text: string): Bytes => bytes(Buffer.from(text, "hex"));
    for (const group of file.testGroups) {
      const key = raw(group.publicKey.pk);
      for (const { tcId, msg, sig, result } of group.tests) {
        const want = result === "valid";
        const own = await verify_ed25519(key, raw(msg), raw(sig));
        const noble = await noble_verifier(key, raw(msg), raw(sig));
        expect({ tcId, own, noble }).toEqual({ tcId, own: want, noble: want });
      }
    }
  });
});

describe("Canonical JSON", () => {
  it("sorts keys by UTF-16 units and writes no spaces", () => {
    expect(canonical({ b: [1, "x", null], a: { é: true, Z: -0 } })).toBe(
      '{"a":{"Z":0,"é":true},"b":[1,"x",null]}',
    );
  });
  it("refuses what a payload cannot hold", () => {
    for (const bad of [0.5, NaN, 2 ** 53, "a\0b", "\ud800", { "\udc00": 1 }]) {
      expect(() => canonical(bad)).toThrow();
    }
  });
  it("keeps text as NFC and marks what cannot be kept (R-18)", () => {
    expect(clean_text("Đáp án".normalize("NFD"))).toBe("Đáp án");
    expect(clean_text("a\0b\ud83dc😀")).toBe("a\uFFFDb\uFFFDc😀");
  });
  it.skipIf(!vectors)("agrees with the JCS vectors, or refuses their fractions", () => {
    for (const name of list_vectors("jcs/input")) {
      const value = JSON.parse(read_vector(`jcs/input/${name}`)) as Canonical;
      const want = read_vector(`jcs/output/${name}`).trim();
      let got: string | undefined;
      try {
        got = canonical(value);
      } catch {
        expect({ name, fractions: /\d[.e]\d/i.test(want) }).toEqual({ name, fractions: true });
      }
      if (got !== undefined) expect(got).toBe(want);
    }
  });
});

describe("Strict parsers", () => {
  it("base64 must be canonical", () => {
    expect(from_base64("AA==")).toEqual(new Uint8Array(1));
    for (const bad of ["AB==", "AA=", "AA", "A A=", "AA==\n", "-_==", "===="]) {
      expect(from_base64(bad)).toBeUndefined();
    }
  });
  it("a verifier key must carry its own hash, kind and name (V-03)", async () => {
    expect((await parse_vkey(kat_vkey))?.name).toBe(kat_origin);
    const bad = ["", "a+b+c", kat_vkey.replace("7f22", "7f23"), ` ${kat_vkey}`, `${kat_vkey} `];
    for (const text of bad) expect(await parse_vkey(text)).toBeUndefined();
  });
  it("a note takes many signatures, ignores unknown ones, refuses a bad known one (V-03)", async () => {
    const log = new Log("log.example", sha256("a"));
    log.append("a.b", 1, "{}", salt_of(0));
    const vkey = (await parse_vkey(log.vkey))!;
    const good = log.checkpoint();
    const other = Array.from({ length: 20 }, (_, i) => {
      return `\u2014 other${i}.example ${Buffer.alloc(68, i).toString("base64")}\n`;
    }).join("");
    expect(await signed_by(parse_note(good + other)!, vkey)).toBe(true);
    const bad = good.split(" ").at(-1)!.trim();
    const flipped = Buffer.from(bad, "base64");
    flipped[20]! ^= 1;
    const line = `\u2014 log.example ${flipped.toString("base64")}\n`;
    expect(await signed_by(parse_note(good + line)!, vkey)).toBe(false);
    expect(await signed_by(parse_note(good.replace("\n1\n", "\n2\n"))!, vkey)).toBe(false);
    for (const broken of [
      good.trimEnd(),
      good.replace("\n\n", "\n"),
      `${good}x\n`,
      "",
      `\t${good}`,
    ]) {
      expect(parse_note(broken)).toBeUndefined();
    }
  });
  it("a checkpoint has three lines and no more", () => {
    const root = kat_roots[0]!;
    expect(parse_checkpoint(`o\n5\n${root}\n`)).toMatchObject({ origin: "o", size: 5 });
    for (const bad of [
      `o\n05\n${root}\n`,
      `o\n5\n${root}\next\n`,
      `o\n5\nAA==\n`,
      `o\n5\n${root}`,
    ]) {
      expect(parse_checkpoint(bad)).toBeUndefined();
    }
  });
  it("a proof's lines are all of them known", () => {
    const head = "c2sp.org/tlog-proof@v1\n";
    expect(parse_tlog_proof(`${head}index 0\n\nx\n`)).toMatchObject({ index: 0, path: [] });
    for (const bad of [
      `${head}index 00\n\nx`,
      `${head}index 0\nAA==\n\nx`,
      `${head}extra !\nindex 0\n\nx`,
      `${head}index 0\nextra AA==\n\nx`,
      `c2sp.org/tlog-proof@v2\nindex 0\n\nx`,
      `${head}index 0\n`,
    ]) {
      expect(parse_tlog_proof(bad)).toBeUndefined();
    }
  });
});

describe("Receipts (V-06)", () => {
  const save =
    '{"client_time":1,"item":"itm_1","lease":1,"prev":"","seq":1,"sitting":"s","value":["B"]}';
  function issue(log: Log, payload: string, type = "answer.save") {
    const opening = { received_at: 1767229200100, time: 1767229200123, salt: salt_of(7) };
    const logged = logged_payload(payload, "", opening.received_at);
    const { index, hash } = log.append(type, opening.time, logged, opening.salt);
    return { receipt: log.receipt(index, opening), hash };
  }
  function logs() {
    const log = new Log("log.example/contest/a", sha256("one"));
    for (const i of [1, 2, 3]) log.append("clock.beat", i, "{}", salt_of(i));
    return log;
  }
  const check = async (receipt: string, vkey: string, payload = save, type = "answer.save") =>
    verify_receipt({
      receipt,
      vkey: (await parse_vkey(vkey))!,
      type,
      payload: (received_at) => logged_payload(payload, "", received_at),
    });

  it("holds when the leaf is rebuilt from the client's own payload", async () => {
    const log = logs();
    const { receipt, hash } = issue(log, save);
    const verdict = await check(receipt, log.vkey);
    expect(verdict).toMatchObject({ ok: true, receipt: { index: 3, size: 4 } });
    if (verdict.ok) expect(receipt_code(verdict.receipt.leaf_hash)).toBe(code_of(hash));
  });
  it("is refused when forged by another key, even one of the same name", async () => {
    const forger = new Log("log.example/contest/a", sha256("two"));
    const { receipt } = issue(forger, save);
    expect(await check(receipt, logs().vkey)).toEqual({ ok: false, why: "bad_signature" });
  });
  it("is refused for another answer, another sitting, another type, another contest", async () => {
    const log = logs();
    const { receipt } = issue(log, save);
    const no = { ok: false, why: "not_in_log" };
    expect(await check(receipt, log.vkey, save.replace('"B"', '"C"'))).toEqual(no);
    expect(await check(receipt, log.vkey, save.replace('"s"', '"t"'))).toEqual(no);
    expect(await check(receipt, log.vkey, save, "answer.late")).toEqual(no);
    const other = new Log("log.example/contest/b", sha256("one"));
    expect(await check(issue(other, save).receipt, log.vkey)).toEqual({
      ok: false,
      why: "other_log",
    });
  });
  it("is refused when any line of it is changed", async () => {
    const log = logs();
    const lines = issue(log, save).receipt.split("\n");
    for (let i = 0; i < lines.length - 1; i += 1) {
      const line = lines[i]!;
      const swapped = line === "" ? "x" : (line.startsWith("i") ? "k" : "i") + line.slice(1);
      const changed = lines.with(i, swapped).join("\n");
      expect({ line, ok: (await check(changed, log.vkey)).ok }).toEqual({ line, ok: false });
    }
    expect((await check("", log.vkey)).ok).toBe(false);
  });
  it("is a text whose bytes are those of UTF-8", () => {
    expect(hex(utf8("Đ"))).toBe("c490");
  });
});
