// From a payload to its leaf: commitment, the leaf's five lines, the receipt code for people.
import { concat, sha256, to_base64, utf8, type Bytes } from "./bytes";

export const commit = (salt: Bytes, payload: string): Promise<Bytes> =>
  sha256(concat(utf8("exam-commit/v1\n"), salt, utf8(payload)));

// `time` in ms since the epoch. No public lines: v1 has none.
export const leaf_bytes = (type: string, time: number, commitment: Bytes): Bytes =>
  utf8(`exam-leaf/v1\n${type}\n${time}\n${to_base64(commitment)}\n`);

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// First 60 bits of the leaf hash as XXXX-XXXX-XXXX.
export function receipt_code(leaf_hash: Bytes): string {
  const bits = Array.from(leaf_hash.slice(0, 8), (b) => b.toString(2).padStart(8, "0")).join("");
  const letters = Array.from({ length: 12 }, (_, i) =>
    crockford.charAt(parseInt(bits.slice(i * 5, i * 5 + 5), 2)),
  ).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
