// A contest's public log, read as tiles and hashed again: docs/formats/tiles.md.
import assert from "node:assert/strict";
import { leaf_hash, node_hash, sha256 } from "./proof.mjs";

const bundle_leaves = 256;

// "x001/x234/067" of 1234067.
function tile_number(n) {
  const groups = [String(n % 1000).padStart(3, "0")];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  return groups.join("/");
}

function leaves_of(bundle) {
  const leaves = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    leaves.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return leaves;
}

// The roots of all prefixes: roots[n] is that of the first n leaves.
export function prefix_roots(hashes) {
  const roots = [sha256("")];
  const whole = []; // Complete subtrees from the left, {size, hash}.
  for (const hash of hashes) {
    let last = { size: 1, hash };
    while (whole.at(-1)?.size === last.size)
      last = { size: last.size * 2, hash: node_hash(whole.pop().hash, last.hash) };
    whole.push(last);
    roots.push(
      whole.reduceRight((right, left) => ({ hash: node_hash(left.hash, right.hash) })).hash,
    );
  }
  return roots;
}

// Every leaf up to the checkpoint, whose root they must make: {size, leaves, hashes, roots}.
export async function read_log(world) {
  const head = await world.checkpoint();
  const origin = world.server.origin;
  const leaves = [];
  for (let n = 0; leaves.length < head.size; n += 1) {
    const width = Math.min(bundle_leaves, head.size - leaves.length);
    const partial = width < bundle_leaves ? `.p/${width}` : "";
    const path = `/log/${world.contest}/tile/entries/${tile_number(n)}${partial}`;
    const reply = await fetch(origin + path);
    assert.equal(reply.status, 200, path);
    leaves.push(...leaves_of(Buffer.from(await reply.arrayBuffer())));
  }
  const hashes = leaves.map(leaf_hash);
  const roots = prefix_roots(hashes);
  assert.equal(leaves.length, head.size);
  assert.deepEqual(roots[head.size], head.root);
  return { size: head.size, leaves, hashes, roots };
}

// What a checked receipt promised, held against the log as it is now.
export function assert_kept(log, proved) {
  assert.ok(proved.index < log.size, `leaf ${proved.index} of ${log.size}`);
  assert.deepEqual(log.hashes[proved.index], proved.leaf_hash, `leaf ${proved.index}`);
  assert.deepEqual(log.roots[proved.size], proved.root, `root of ${proved.size}`);
}
