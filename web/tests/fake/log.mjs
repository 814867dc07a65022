// A small transparency log in plain Node: a second implementation of the formats, written from
// their description, against which the client's own verification is tested.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

export const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const leaf_hash = (leaf) => sha256(Buffer.of(0), leaf);
const node_hash = (left, right) => sha256(Buffer.of(1), left, right);

// RFC 9162: the root of a list of leaf hashes.
export function root_of(hashes) {
  if (hashes.length === 0) return sha256("");
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return node_hash(root_of(hashes.slice(0, split)), root_of(hashes.slice(split)));
}

export function path_of(index, hashes) {
  if (hashes.length <= 1) return [];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...path_of(index, left), root_of(right)]
    : [...path_of(index - split, right), root_of(left)];
}

// PKCS #8 header of an Ed25519 private key; the 32-byte seed follows.
const pkcs8_header = Buffer.from("302e020100300506032b657004220420", "hex");

export class Log {
  constructor(origin, seed) {
    this.origin = origin;
    const der = Buffer.concat([pkcs8_header, seed]);
    this.private_key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const spki = createPublicKey(this.private_key).export({ format: "der", type: "spki" });
    this.key_body = Buffer.concat([Buffer.of(1), spki.subarray(-32)]);
    this.key_hash = sha256(`${origin}\n`, this.key_body).subarray(0, 4);
    this.vkey = `${origin}+${this.key_hash.toString("hex")}+${this.key_body.toString("base64")}`;
    this.hashes = [];
  }

  append(type, time, payload, salt) {
    const commitment = sha256("exam-commit/v1\n", salt, payload);
    const leaf = `exam-leaf/v1\n${type}\n${time}\n${commitment.toString("base64")}\n`;
    this.hashes.push(leaf_hash(Buffer.from(leaf)));
    return { index: this.hashes.length - 1, commitment, hash: this.hashes.at(-1) };
  }

  checkpoint() {
    const root = root_of(this.hashes).toString("base64");
    const text = `${this.origin}\n${this.hashes.length}\n${root}\n`;
    const signature = sign(null, Buffer.from(text), this.private_key);
    const line = Buffer.concat([this.key_hash, signature]).toString("base64");
    return `${text}\n\u2014 ${this.origin} ${line}\n`;
  }

  // The tlog-proof of one leaf under the tree of now.
  receipt(index, { received_at, salt, time }) {
    const extra = `{"received_at":${received_at},"salt":"${salt.toString("base64")}","time":${time}}`;
    const path = path_of(index, this.hashes).map((hash) => `${hash.toString("base64")}\n`);
    const head = `c2sp.org/tlog-proof@v1\nextra ${Buffer.from(extra).toString("base64")}\nindex ${index}\n`;
    return `${head}${path.join("")}\n${this.checkpoint()}`;
  }
}

// First 60 bits of a hash for people.
export function code_of(hash) {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let bits = BigInt(`0x${hash.subarray(0, 8).toString("hex")}`) >> 4n;
  let code = "";
  for (let i = 0; i < 12; i += 1) {
    code = letters[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
}
