// Checks one log entry in this browser: leaf in the tree, tree signed, content under the leaf.
import { canonical, type Canonical } from "#core/proof/canonical";
import { equal_bytes, from_base64 } from "#core/proof/bytes";
import { commit, leaf_bytes } from "#core/proof/leaf";
import { hash_leaf, verify_inclusion } from "#core/proof/merkle";
import { parse_checkpoint, parse_note, parse_vkey, signed_by } from "#core/proof/note";
import { parse_tlog_proof } from "#core/proof/tlog_proof";
import type { Schemas } from "#core/api/site";

export type EntryCheck =
  { good: true; size: number; content: "fits" | "not_shown" } | { good: false };

const failed: EntryCheck = { good: false };

async function content_fits(line: Schemas["LogLine"], leaf_hash: Uint8Array): Promise<boolean> {
  const salt = from_base64(line.salt ?? "");
  if (!salt) return false;
  const commitment = await commit(salt, canonical(line.payload as Canonical));
  return equal_bytes(await hash_leaf(leaf_bytes(line.type, line.at, commitment)), leaf_hash);
}

export async function check_entry(
  line: Schemas["LogLine"],
  proof_text: string,
  vkey_text: string,
): Promise<EntryCheck> {
  const proof = parse_tlog_proof(proof_text);
  const note = proof && parse_note(proof.note);
  const head = note && parse_checkpoint(note.text);
  const vkey = await parse_vkey(vkey_text);
  const leaf_hash = from_base64(line.leaf_hash);
  if (!proof || !note || !head || !vkey || !leaf_hash || proof.index !== line.index) return failed;
  if (head.origin !== vkey.name || !(await signed_by(note, vkey))) return failed;
  const { index, path } = proof;
  const { size, root } = head;
  if (!(await verify_inclusion({ index, path, leaf_hash, size, root }))) return failed;
  if (line.payload === undefined) return { good: true, size, content: "not_shown" };
  return (await content_fits(line, leaf_hash)) ? { good: true, size, content: "fits" } : failed;
}
