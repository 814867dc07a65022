// What the outbox tells the page. Plain values: the page decides how they look.
import type { ApiFault } from "../api/fault";
import type { KeptAnswer } from "../api/types";
import type { Counts, ReceiptFailure } from "../proof/receipt";

// offline: the server was not reached, or could not serve; answers go when it returns.
// The others are not cured by waiting: a person must act.
export type Trouble =
  | { kind: "offline"; since_perf: number }
  | { kind: "signed_out" }
  | { kind: "receipt"; why: ReceiptFailure }
  | { kind: "refused"; code: string }
  | { kind: "conflict" }
  | { kind: "closed" };

export interface OutboxState {
  // Changes that have no verified receipt yet.
  waiting: number;
  // perf() since which something has been waiting.
  waiting_since_perf: number | undefined;
  // Arrival time (server's clock) of the newest save with a verified receipt.
  saved_at: number | undefined;
  trouble: Trouble | undefined;
  storage_failed: boolean;
  superseded: boolean;
  // Items whose last save arrived after the end.
  late: ReadonlySet<string>;
  refused: ReadonlySet<string>;
}

export interface SavedAnswer extends KeptAnswer {
  counts: Counts;
  // What proves it: the candidate's own evidence, kept until the end receipt is acknowledged.
  proof?: { payload: string; sig: string; receipt: string };
}

// What a fault of a whole request, or of one save, asks for.
export type Reaction =
  "wait" | "sign_in" | "renew_token" | "superseded" | "closed" | "conflict" | "gap" | "drop";

const reactions: Record<string, Reaction> = {
  not_signed_in: "sign_in",
  csrf: "renew_token",
  lease_superseded: "superseded",
  sitting_closed: "closed",
  seq_conflict: "conflict",
  seq_gap: "gap",
  unknown_item: "drop",
  bad_value: "drop",
  too_large: "drop",
};

export const reaction_to = (code: string): Reaction => reactions[code] ?? "wait";

export const wait_asked_ms = (fault: ApiFault): number | undefined =>
  fault.kind === "problem" ? fault.retry_after_ms : undefined;
