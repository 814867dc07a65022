// A member's ballot in this browser: the token, kept until after the count, and the cast without a
// session. What was cast is not kept, only that it was.
import { as_problem } from "#core/api/fault";
import type { Reply } from "#core/api/fault";
import { sha256, to_base64 } from "#core/proof/bytes";

const key = (round: string, candidate: string): string => `thituyen.ballot.${round}.${candidate}`;

export interface KeptBallot {
  token: string;
  cast: boolean;
}

export function kept_ballot(round: string, candidate: string): KeptBallot | undefined {
  try {
    const text = localStorage.getItem(key(round, candidate));
    if (!text) return undefined;
    const read = JSON.parse(text) as Partial<KeptBallot>;
    return typeof read.token === "string"
      ? { token: read.token, cast: read.cast === true }
      : undefined;
  } catch {
    return undefined;
  }
}
export function keep_ballot(round: string, candidate: string, ballot: KeptBallot): void {
  localStorage.setItem(key(round, candidate), JSON.stringify(ballot));
}

export const digest_of = async (token: string): Promise<string> =>
  to_base64(await sha256(new TextEncoder().encode(token)));

export interface Ballot {
  round: string;
  candidate: string;
  token: string;
  score?: number; // Hundredths; absent: blank.
}

// No cookie goes with it, whatever the page is signed in as.
export async function cast_ballot(contest: string, ballot: Ballot): Promise<Reply<undefined>> {
  try {
    const reply = await fetch(`/api/contests/${encodeURIComponent(contest)}/ballots`, {
      method: "POST",
      credentials: "omit",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(ballot),
    });
    if (reply.ok) return { ok: true, data: undefined };
    const problem = as_problem(reply.status, await reply.json().catch(() => null));
    return { ok: false, fault: { kind: "problem", status: reply.status, problem } };
  } catch {
    return { ok: false, fault: { kind: "network" } };
  }
}

// "84" or "84,5" as hundredths; undefined where it is not a score of the range.
export function score_of(
  text: string,
  range: { score_min: number; score_max: number; score_step: number },
): number | undefined {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const score = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  const fits =
    score >= range.score_min &&
    score <= range.score_max &&
    (range.score_step <= 0 || (score - range.score_min) % range.score_step === 0);
  return fits ? score : undefined;
}
