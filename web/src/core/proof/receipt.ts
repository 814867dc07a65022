// A receipt is believed only when everything is rebuilt from what the client itself sent:
// logged payload -> commitment -> leaf -> tree -> checkpoint -> signature by the pinned key.
// The key is handed in by the caller and never read from anything that came with the receipt.
import { from_base64, type Bytes } from "./bytes";
import { canonical } from "./canonical";
import { commit, leaf_bytes } from "./leaf";
import { hash_leaf, verify_inclusion } from "./merkle";
import { parse_checkpoint, parse_note, signed_by, type VerifierKey } from "./note";
import { parse_tlog_proof } from "./tlog_proof";

export type ReceiptFailure = "malformed" | "other_log" | "bad_signature" | "not_in_log";

export interface VerifiedReceipt {
  index: number;
  leaf_hash: Bytes;
  received_at: number;
  time: number;
  size: number;
  root: Bytes;
}

export type ReceiptVerdict =
  { ok: true; receipt: VerifiedReceipt } | { ok: false; why: ReceiptFailure };

interface Extra {
  received_at: number;
  salt: Bytes;
  time: number;
}

function parse_extra(bytes: Bytes | undefined): Extra | undefined {
  if (!bytes) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const { received_at, salt, time } = (value ?? {}) as Record<string, unknown>;
  const raw = typeof salt === "string" ? from_base64(salt) : undefined;
  if (!Number.isSafeInteger(received_at) || !Number.isSafeInteger(time)) return undefined;
  if (raw?.length !== 32) return undefined;
  return { received_at: received_at as number, salt: raw, time: time as number };
}

// What became of a save, as the reply says it.
export type Counts = "yes" | "late" | "superseded";

// What the log keeps for a client's text: docs/formats/leaf.md, "Answers and submissions".
export const logged_payload = (
  payload: string,
  sig: string,
  received_at: number,
  counts: Counts = "yes",
): string =>
  canonical({ client: payload, received_at, sig, ...(counts !== "yes" && { why: counts }) });

export const save_type = (counts: Counts): string =>
  counts === "yes" ? "answer.save" : "answer.late";

export interface ReceiptCheck {
  receipt: string;
  vkey: VerifierKey;
  type: string;
  // The logged payload, once the receipt's arrival time is known.
  payload: (received_at: number) => string;
}

export async function verify_receipt(check: ReceiptCheck): Promise<ReceiptVerdict> {
  const proof = parse_tlog_proof(check.receipt);
  const extra = parse_extra(proof?.extra);
  const note = proof && parse_note(proof.note);
  const checkpoint = note && parse_checkpoint(note.text);
  if (!proof || !extra || !note || !checkpoint) return { ok: false, why: "malformed" };
  if (checkpoint.origin !== check.vkey.name) return { ok: false, why: "other_log" };
  if (!(await signed_by(note, check.vkey))) return { ok: false, why: "bad_signature" };
  const { index, path } = proof;
  const { size, root } = checkpoint;
  const commitment = await commit(extra.salt, check.payload(extra.received_at));
  const leaf_hash = await hash_leaf(leaf_bytes(check.type, extra.time, commitment));
  if (!(await verify_inclusion({ index, size, leaf_hash, path, root }))) {
    return { ok: false, why: "not_in_log" };
  }
  const { received_at, time } = extra;
  return { ok: true, receipt: { index, leaf_hash, received_at, time, size, root } };
}
