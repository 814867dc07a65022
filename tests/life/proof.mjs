// The log's proofs, written a second time from docs/formats alone: leaf, tree, checkpoint, receipt.
// Shares nothing with the server or the client; knows no HTTP.
import { createHash, createPublicKey, verify } from "node:crypto";

export const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// Canonical base64 only: what does not come back the same is refused.
export function from_base64(text) {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new Error(`not base64: ${text}`);
  return bytes;
}

// RFC 8785 for integers, strings, lists and objects.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

export const leaf_hash = (leaf) => sha256(Buffer.of(0), leaf);
export const node_hash = (left, right) => sha256(Buffer.of(1), left, right);

export const commitment_of = (salt, payload) => sha256("exam-commit/v1\n", salt, payload);
export const leaf_of = (type, time, salt, payload) =>
  `exam-leaf/v1\n${type}\n${time}\n${commitment_of(salt, payload).toString("base64")}\n`;

// RFC 6962, 2.1: the root of a list of leaf hashes.
export function root_of(hashes) {
  if (hashes.length === 0) return sha256("");
  if (hashes.length === 1) return hashes[0];
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return node_hash(root_of(hashes.slice(0, half)), root_of(hashes.slice(half)));
}

// The root to which an inclusion proof leads; throws where it is too long or too short.
export function root_by_proof(index, size, hash, path) {
  if (index >= size) throw new Error("index beyond the tree");
  let node = index;
  let last = size - 1;
  let at = hash;
  for (const sibling of path) {
    if (last === 0) throw new Error("proof too long");
    if (node % 2 === 1 || node === last) {
      at = node_hash(sibling, at);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else at = node_hash(at, sibling);
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new Error("proof too short");
  return at;
}

const spki_head = Buffer.from("302a300506032b6570032100", "hex");

export function parse_vkey(text) {
  // The name has no plus; base64 may.
  const [, name, id, key64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const body = from_base64(key64 ?? "");
  if (body.length !== 33 || body[0] !== 1) throw new Error(`vkey: ${text}`);
  if (sha256(`${name}\n`, body).subarray(0, 4).toString("hex") !== id) throw new Error("vkey id");
  const der = Buffer.concat([spki_head, body.subarray(1)]);
  return { name, id, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

// {origin, size, root} of a checkpoint signed by this key; throws otherwise.
export function open_checkpoint(note, vkey) {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  let known = 0;
  for (const line of note
    .slice(end + 2)
    .trimEnd()
    .split("\n")) {
    const [dash, name, signature] = line.split(" ");
    const bytes = from_base64(signature);
    if (dash !== "\u2014" || name !== vkey.name) continue;
    if (bytes.subarray(0, 4).toString("hex") !== vkey.id) continue;
    if (!verify(null, Buffer.from(text), vkey.key, bytes.subarray(4)))
      throw new Error("bad signature");
    known += 1;
  }
  if (known === 0) throw new Error("not signed by the log's key");
  const [origin, size, root, rest] = text.split("\n");
  if (origin !== vkey.name || rest !== "") throw new Error("not this log's checkpoint");
  return { origin, size: Number(size), root: from_base64(root) };
}

export function parse_receipt(text) {
  const split = text.indexOf("\n\n");
  const [first, extra, index, ...path] = text.slice(0, split).split("\n");
  if (first !== "c2sp.org/tlog-proof@v1" || path.length > 64) throw new Error("not a receipt");
  if (!extra.startsWith("extra ") || !index.startsWith("index ")) throw new Error("not a receipt");
  return {
    extra: JSON.parse(from_base64(extra.slice(6)).toString("utf8")),
    index: Number(index.slice(6)),
    path: path.map(from_base64),
    checkpoint: text.slice(split + 2),
  };
}

// All five steps of docs/formats/receipt.md for a leaf of this type whose payload `payload_of`
// makes of `received_at`; {index, leaf_hash, size, root, received_at} or an exception.
export function check_receipt(text, type, payload_of, vkey) {
  const receipt = parse_receipt(text);
  const { received_at, salt, time } = receipt.extra;
  const leaf = leaf_of(type, time, from_base64(salt), payload_of(received_at));
  const hash = leaf_hash(leaf);
  const head = open_checkpoint(receipt.checkpoint, vkey);
  const root = root_by_proof(receipt.index, head.size, hash, receipt.path);
  if (!root.equals(head.root)) throw new Error("the leaf is not in the log");
  return { index: receipt.index, leaf_hash: hash, size: head.size, root, received_at };
}

const client_text = (client, more) => (received_at) =>
  canonical({ client, received_at, sig: "", ...more });

export const check_save = (receipt, counts, client, vkey) =>
  counts === "yes"
    ? check_receipt(receipt, "answer.save", client_text(client), vkey)
    : check_receipt(receipt, "answer.late", client_text(client, { why: counts }), vkey);

export const check_submission = (receipt, client, vkey) =>
  check_receipt(receipt, "sitting.submit", client_text(client), vkey);

// "XXXX-XXXX-XXXX" of a leaf's hash.
export function receipt_code(hash) {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let bits = hash.readBigUInt64BE(0) >> 4n;
  let text = "";
  for (let i = 0; i < 12; i += 1) {
    text = digits[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

// docs/formats/draws.md: seed and order of a draw.
export const draw_seed = (root, nonces) => sha256("exam-seed/v1\n", root, ...nonces);
