// Handing in: everything that waits is sent first, then the last link of the chain. Retrying is
// safe: the same text goes again, and the server answers with the same receipt.
import { code_of } from "#core/api/fault";
import type { SaveRequest, SubmitReply } from "#core/api/types";
import type { Vault } from "#core/keep/vault";
import { backoff_ms } from "#core/outbox/backoff";
import type { Outbox } from "#core/outbox/outbox";
import { receipt_code } from "#core/proof/leaf";
import type { VerifierKey } from "#core/proof/note";
import { logged_payload, verify_receipt } from "#core/proof/receipt";
import type { ExamServer } from "./server";

export interface HandedIn extends SubmitReply {
  request: SaveRequest;
  // Receipt and code were checked with the pinned key.
  checked: boolean;
}

export interface SubmitPorts {
  sitting: string;
  server: ExamServer;
  vkey: VerifierKey;
  vault: Vault;
  outbox: Outbox;
}

const over = ["already_done", "wrong_state", "sitting_closed", "deadline_passed"];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function check(ports: SubmitPorts, request: SaveRequest, reply: SubmitReply) {
  const verdict = await verify_receipt({
    receipt: reply.receipt,
    vkey: ports.vkey,
    type: "sitting.submit",
    payload: (received_at) => logged_payload(request.payload, request.sig, received_at),
  });
  return verdict.ok && receipt_code(verdict.receipt.leaf_hash) === reply.code;
}

// Undefined: the server has ended the sitting by itself, or took this hand-in from another machine.
export async function hand_in(
  ports: SubmitPorts,
  on_fault: (code: string) => void,
): Promise<HandedIn | undefined> {
  const known = await ports.vault.read<SaveRequest>("final", "final").catch(() => undefined);
  const request = await ports.outbox.freeze_final(known);
  for (let failures = 0; ; failures += 1) {
    const reply = await ports.server.submit(ports.sitting, request);
    if (reply.ok) {
      const handed: HandedIn = {
        ...reply.data,
        request,
        checked: await check(ports, request, reply.data),
      };
      await ports.vault
        .write([{ kind: "final", id: "reply", value: handed }])
        .catch(() => undefined);
      return handed;
    }
    const code = code_of(reply.fault);
    if (over.includes(code)) return undefined;
    on_fault(code);
    await pause(backoff_ms(failures));
  }
}

export const handed_in_before = (vault: Vault): Promise<HandedIn | undefined> =>
  vault.read<HandedIn>("final", "reply");
