// A database changed behind the program's back, with the sqlite3 program, as somebody with the disk
// could: single values, or the log rewritten consistently under a key of the forger's choice.
import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { prefix_roots } from "./log.mjs";
import { canonical, leaf_hash, leaf_of, node_hash, sha256 } from "./proof.mjs";

export class Database {
  constructor(file) {
    this.file = file;
  }
  // Rows as objects; blobs are asked for with hex().
  ask(sql) {
    const words = ["-json", this.file, sql];
    const text = execFileSync("sqlite3", words, { encoding: "utf8", maxBuffer: 1 << 28 });
    return text ? JSON.parse(text) : [];
  }
  // Runs statements, of which the last must have changed exactly one row.
  change(sql) {
    const [{ n }] = JSON.parse(
      execFileSync("sqlite3", ["-json", this.file, `${sql}; SELECT changes() AS n`]),
    );
    if (n !== 1) throw new Error(`${n} rows changed: ${sql}`);
  }
  run(statements) {
    const input = `BEGIN;\n${statements.join(";\n")};\nCOMMIT;\n`;
    execFileSync("sqlite3", ["-bail", this.file], { input });
  }
}

export const text_of = (value) => `'${String(value).replaceAll("'", "''")}'`;
const blob_of = (bytes) => `X'${Buffer.from(bytes).toString("hex")}'`;

const pkcs8_head = Buffer.from("302e020100300506032b657004220420", "hex");

// An Ed25519 key of 32 bytes under the name of a log, as vkey and signer of checkpoints.
export function log_signer(seed, name) {
  const der = Buffer.concat([pkcs8_head, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const body = Buffer.concat([Buffer.of(1), raw]);
  const id = sha256(`${name}\n`, body).subarray(0, 4);
  return {
    vkey: `${name}+${id.toString("hex")}+${body.toString("base64")}`,
    note(size, root) {
      const text = `${name}\n${size}\n${root.toString("base64")}\n`;
      const line = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString("base64");
      return `${text}\n\u2014 ${name} ${line}\n`;
    },
  };
}

// The whole log in memory, for rewriting.
class Rewriting {
  constructor(database) {
    this.database = database;
    const columns = "idx, type, at, hex(salt) AS salt, payload";
    this.entries = database.ask(`SELECT ${columns} FROM log_entry ORDER BY idx`);
    this.touched = new Set();
  }
  find_last = (type, is) => this.entries.findLast((one) => one.type === type && is(read(one)));
  put(entry, payload) {
    entry.payload = canonical(payload);
    this.touched.add(entry);
  }
  leaf = (entry) => leaf_of(entry.type, entry.at, Buffer.from(entry.salt, "hex"), entry.payload);
  rehash() {
    this.hashes = this.entries.map((entry) => leaf_hash(this.leaf(entry)));
    this.roots = prefix_roots(this.hashes);
  }
  // Every complete subtree, level by level.
  nodes() {
    const statements = [];
    for (let level = 1, below = this.hashes; below.length > 1; level += 1) {
      const here = [];
      for (let i = 0; i + 1 < below.length; i += 2) here.push(node_hash(below[i], below[i + 1]));
      for (const [i, hash] of here.entries())
        statements.push(
          `UPDATE node SET hash = ${blob_of(hash)} ` +
            `WHERE level = ${level} AND size = ${(i + 1) * 2 ** level}`,
        );
      below = here;
    }
    return statements;
  }
}
const read = (entry) => JSON.parse(entry.payload);

// The last answer of a sitting becomes `value`, as if it had always been so: its text, the hash at
// the sitting's end, leaves, openings, tree, rows, the root that the release signs, and every
// checkpoint, signed by `signer`.
export function rewrite_answer(database, sitting, value, signer) {
  const log = new Rewriting(database);
  const of_sitting = (payload) => JSON.parse(payload.client).sitting === sitting;
  const save = log.find_last("answer.save", of_sitting);
  const payload = read(save);
  const client = canonical({ ...JSON.parse(payload.client), value });
  log.put(save, { ...payload, client });
  const end = log.find_last("sitting.end", (one) => one.sitting === sitting);
  log.put(end, { ...read(end), last_hash: sha256(client).toString("base64") });
  log.rehash();
  const scored = log.find_last("score.compute", () => true);
  const release = log.find_last("result.release", () => true);
  const root = log.roots[scored.idx + 1];
  log.put(release, { ...read(release), root: root.toString("base64") });
  log.rehash();

  const { item } = JSON.parse(client);
  const size = log.entries.length;
  const sizes = database.ask("SELECT size FROM checkpoint").map((row) => row.size);
  database.run([
    ...[...log.touched].map(
      (one) =>
        `UPDATE log_entry SET payload = ${text_of(one.payload)}, leaf = ${blob_of(log.leaf(one))}` +
        ` WHERE idx = ${one.idx}`,
    ),
    ...log.nodes(),
    ...sizes.map((at) => {
      const note = signer.note(at, log.roots[at]);
      return `UPDATE checkpoint SET note = ${text_of(note)} WHERE size = ${at}`;
    }),
    `UPDATE log_head SET root = ${blob_of(log.roots[size])},` +
      ` checkpoint = ${text_of(signer.note(size, log.roots[size]))}`,
    `UPDATE answer SET value = ${text_of(canonical(value))}` +
      ` WHERE sitting = ${text_of(sitting)} AND item = ${text_of(item)}`,
    `UPDATE release SET root = ${blob_of(root)}`,
    `UPDATE contest SET log_vkey = ${text_of(signer.vkey)}`,
  ]);
  return { changed: save.idx, item };
}
