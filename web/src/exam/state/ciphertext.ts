// The encrypted paper: fetched in the lobby, kept as it came, believed only with the stated hash.
import type { Sitting } from "#core/api/types";
import type { ExamDb } from "#core/keep/db";
import { from_base64, hex, sha256, type Bytes } from "#core/proof/bytes";
import type { ExamServer } from "./server";

// Hash as the server states it: hexadecimal or base64.
async function is_hash_of(stated: string, bytes: Bytes): Promise<boolean> {
  const hash = await sha256(bytes);
  const raw = from_base64(stated);
  return hex(hash) === stated.toLowerCase() || (raw !== undefined && hex(raw) === hex(hash));
}

// From this machine or from the server. Undefined when its hash is not the stated one.
export async function fetch_ciphertext(
  ports: { db: ExamDb; server: ExamServer },
  sitting: Sitting,
) {
  const stated = sitting.paper;
  if (!stated) return undefined;
  const kept = await ports.db.get("papers", stated.paper).catch(() => undefined);
  if (kept) {
    const bytes: Bytes = new Uint8Array(kept);
    if (await is_hash_of(stated.ciphertext_sha256, bytes)) return bytes;
  }
  const bytes = await ports.server.ciphertext(stated.ciphertext_url);
  if (!bytes || !(await is_hash_of(stated.ciphertext_sha256, bytes))) return undefined;
  await ports.db.put("papers", bytes.buffer, stated.paper).catch(() => undefined);
  return bytes;
}
