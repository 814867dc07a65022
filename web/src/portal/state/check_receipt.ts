// What can be checked of an application's receipt here: whose signature, and the entry itself where
// the logged payload can be rebuilt from what this person sent.
import { from_base64, utf8 } from "#core/proof/bytes";
import { receipt_code } from "#core/proof/leaf";
import { hash_leaf, verify_inclusion } from "#core/proof/merkle";
import { leaf_bytes, commit } from "#core/proof/leaf";
import { parse_checkpoint, parse_note, parse_vkey, signed_by } from "#core/proof/note";
import { parse_tlog_proof } from "#core/proof/tlog_proof";
import { canonical, type Canonical } from "#core/proof/canonical";

export type ReceiptState = "rebuilt" | "signed" | "bad";

export async function check_receipt(
  text: string,
  vkey_text: string,
  payload: Record<string, Canonical>,
): Promise<ReceiptState> {
  const proof = parse_tlog_proof(text);
  const note = proof && parse_note(proof.note);
  const head = note && parse_checkpoint(note.text);
  const vkey = await parse_vkey(vkey_text);
  if (!proof || !note || !head || !vkey || head.origin !== vkey.name) return "bad";
  if (!(await signed_by(note, vkey))) return "bad";
  try {
    const extra = JSON.parse(new TextDecoder().decode(proof.extra ?? utf8("{}"))) as {
      salt?: string;
      time?: number;
    };
    const salt = from_base64(extra.salt ?? "");
    if (!salt || extra.time === undefined) return "signed";
    const commitment = await commit(salt, canonical(payload));
    const leaf_hash = await hash_leaf(leaf_bytes("intake.apply", extra.time, commitment));
    const { index, path } = proof;
    const found = await verify_inclusion({ index, path, leaf_hash, ...head });
    return found && receipt_code(leaf_hash) ? "rebuilt" : "signed";
  } catch {
    return "signed";
  }
}
