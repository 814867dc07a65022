// What a receipt proves, step by step. Pure: text in, verdicts out; nothing is fetched.
// The key is the reader's own, never one that came with the receipt.
import {
  logged_payload,
  verify_receipt,
  type Counts,
  type ReceiptFailure,
} from "../core/proof/receipt";
import { base64_hex } from "../core/proof_text";
import { receipt_code } from "../core/proof/leaf";
import { parse_checkpoint, parse_note, parse_vkey, signed_by } from "../core/proof/note";
import { parse_tlog_proof } from "../core/proof/tlog_proof";
import { to_base64 } from "../core/proof/bytes";

export const input_chars_max = 4_000_000;
const receipts_max = 2000;

export interface Input {
  receipt: string;
  // The text that was sent with the receipt's request, and its signature; empty when unknown.
  payload: string;
  sig: string;
}

export type Step = "readable" | "same_log" | "signed" | "in_log";
export type StepState = "good" | "bad" | "not_run";

export interface Verdict {
  outcome: "good" | "partly" | "bad";
  steps: Record<Step, StepState>;
  origin?: string;
  size?: number;
  root?: string;
  index?: number;
  siblings: string[];
  type?: string;
  received_at?: number;
  code?: string;
}

const order: Step[] = ["readable", "same_log", "signed", "in_log"];
const failed_step: Record<ReceiptFailure, Step> = {
  malformed: "readable",
  other_log: "same_log",
  bad_signature: "signed",
  not_in_log: "in_log",
};

function steps_until(failed: Step | undefined, last: StepState = "good"): Record<Step, StepState> {
  const at = failed ? order.indexOf(failed) : order.length;
  const states = order.map((step, i): [Step, StepState] => [
    step,
    i < at ? "good" : i === at ? "bad" : "not_run",
  ]);
  const steps = Object.fromEntries(states) as Record<Step, StepState>;
  if (!failed) steps.in_log = last;
  return steps;
}

// The leaves that a candidate's own text can be under.
const leaves: readonly { type: string; counts: Counts }[] = [
  { type: "answer.save", counts: "yes" },
  { type: "sitting.submit", counts: "yes" },
  { type: "answer.late", counts: "late" },
  { type: "answer.late", counts: "superseded" },
];

// One receipt. Without the payload the signature is checked and the rest is said to be unknown.
export async function check_receipt(input: Input, vkey_text: string): Promise<Verdict> {
  const bad = (failed: Step): Verdict => ({
    outcome: "bad",
    steps: steps_until(failed),
    siblings: [],
  });
  const vkey = await parse_vkey(vkey_text.trim());
  const proof = parse_tlog_proof(input.receipt);
  const note = proof && parse_note(proof.note);
  const head = note && parse_checkpoint(note.text);
  if (!vkey || !proof || !note || !head) return bad("readable");
  const facts = {
    origin: head.origin,
    size: head.size,
    root: base64_hex(to_base64(head.root)),
    index: proof.index,
    siblings: proof.path.map((hash) => base64_hex(to_base64(hash))),
  };
  if (head.origin !== vkey.name) return { ...bad("same_log"), ...facts };
  if (!(await signed_by(note, vkey))) return { ...bad("signed"), ...facts };
  if (input.payload === "") {
    return { outcome: "partly", steps: steps_until(undefined, "not_run"), ...facts };
  }
  let why: ReceiptFailure = "not_in_log";
  for (const { type, counts } of leaves) {
    const found = await verify_receipt({
      receipt: input.receipt,
      vkey,
      type,
      payload: (received_at) => logged_payload(input.payload, input.sig, received_at, counts),
    });
    if (found.ok) {
      const { received_at, leaf_hash } = found.receipt;
      const code = receipt_code(leaf_hash);
      const steps = steps_until(undefined);
      return { outcome: "good", steps, ...facts, type, received_at, code };
    }
    why = found.why;
  }
  return { ...bad(failed_step[why]), ...facts };
}

const is_text = (value: unknown): value is string => typeof value === "string";

function as_input(value: unknown): Input | undefined {
  const { receipt, payload, sig } = (value ?? {}) as Record<string, unknown>;
  return is_text(receipt) && is_text(payload)
    ? { receipt, payload, sig: is_text(sig) ? sig : "" }
    : undefined;
}

// A file as it is given: one tlog-proof, or the exam's own file with every save and the hand-in.
export function read_file(text: string): Input[] | undefined {
  if (text.length > input_chars_max) return undefined;
  if (text.startsWith("c2sp.org/tlog-proof@v1")) return [{ receipt: text, payload: "", sig: "" }];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { saves, submit } = (value ?? {}) as Record<string, unknown>;
  const list = [...(Array.isArray(saves) ? saves : []), submit, value].map(as_input);
  const inputs = list.filter((one) => one !== undefined).slice(0, receipts_max);
  return inputs.length > 0 ? inputs : undefined;
}
