// Draws as anybody can repeat them: commitments, seed, order. Twin of server/core/sitting/draw.h.
import { concat, equal_bytes, from_base64, sha256, to_base64, utf8, type Bytes } from "./bytes";

export const nonce_bytes = 32;

export const new_nonce = (): Bytes => crypto.getRandomValues(new Uint8Array(nonce_bytes));
export const commitment_of = (nonce: Bytes): Promise<Bytes> => sha256(nonce);

// `reveals` in the order of the commitments; a commitment without a reveal is left out.
export const draw_seed = (root: Bytes, reveals: readonly Bytes[]): Promise<Bytes> =>
  sha256(concat(utf8("exam-seed/v1\n"), root, ...reveals));

// The pool by HMAC-SHA256(seed, "exam-draw/v1\n" draw "\n" entry), ascending.
export async function drawn_order(
  seed: Bytes,
  draw: string,
  pool: readonly string[],
): Promise<string[]> {
  const key = await crypto.subtle.importKey("raw", seed, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const keyed = await Promise.all(
    pool.map(async (entry) => {
      const text = utf8(`exam-draw/v1\n${draw}\n${entry}`);
      return { entry, key: new Uint8Array(await crypto.subtle.sign("HMAC", key, text)) };
    }),
  );
  keyed.sort((a, b) => {
    const at = a.key.findIndex((byte, i) => byte !== b.key[i]);
    return at < 0 ? 0 : (a.key[at] ?? 0) - (b.key[at] ?? 0);
  });
  return keyed.map(({ entry }) => entry);
}

export interface DrawRecord {
  draw: string;
  root: string;
  parties: readonly { name: string; commitment: string; nonce?: string }[];
  seed?: string;
  order: readonly string[];
}

export interface DrawCheck {
  // Who revealed something else than they committed to.
  false_party?: string;
  seed: boolean;
  order: boolean;
}

// Recomputes everything that the record claims. The pool is the set that the order holds.
export async function check_draw(record: DrawRecord): Promise<DrawCheck> {
  const failed: DrawCheck = { seed: false, order: false };
  const reveals: Bytes[] = [];
  for (const party of record.parties) {
    if (party.nonce === undefined) continue;
    const nonce = from_base64(party.nonce);
    if (!nonce || to_base64(await commitment_of(nonce)) !== party.commitment) {
      return { ...failed, false_party: party.name };
    }
    reveals.push(nonce);
  }
  const root = from_base64(record.root);
  const claimed = from_base64(record.seed ?? "");
  if (!root || !claimed) return failed;
  const seed = await draw_seed(root, reveals);
  const order = await drawn_order(seed, record.draw, [...record.order].sort());
  return {
    seed: equal_bytes(seed, claimed),
    order: order.every((entry, i) => entry === record.order[i]),
  };
}
