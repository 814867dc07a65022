// RFC 9162 tree hashes. Sizes and indexes stay below 2^53, so plain numbers are exact.
import { concat, equal_bytes, sha256, type Bytes } from "./bytes";

const leaf_prefix = Uint8Array.of(0);
const node_prefix = Uint8Array.of(1);

export const hash_leaf = (leaf: Bytes): Promise<Bytes> => sha256(concat(leaf_prefix, leaf));
export const hash_children = (left: Bytes, right: Bytes): Promise<Bytes> =>
  sha256(concat(node_prefix, left, right));

const half = (n: number): number => Math.floor(n / 2);
const odd = (n: number): boolean => n % 2 === 1;

export interface Inclusion {
  index: number;
  size: number;
  leaf_hash: Bytes;
  path: readonly Bytes[];
  root: Bytes;
}

// RFC 9162 2.1.3.2. False for every path that is not exactly the right one.
export async function verify_inclusion(proof: Inclusion): Promise<boolean> {
  const { index, size, path, root } = proof;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size) return false;
  if (proof.leaf_hash.length !== 32 || root.length !== 32) return false;
  let node = index;
  let last = size - 1;
  let hash = proof.leaf_hash;
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return false;
    if (odd(node) || node === last) {
      hash = await hash_children(sibling, hash);
      while (!odd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = await hash_children(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && equal_bytes(hash, root);
}
