// An appeal that is being written. It survives a reload and a send that failed; it goes when the
// server has taken it. By account: a computer may be shared.
import type { Schemas } from "#core/api/site";

export interface AppealDraft {
  track: Schemas["AppealTrack"] | "";
  round: string;
  item: string;
  text: string;
}
export const empty_draft: AppealDraft = { track: "", round: "", item: "", text: "" };

const key = (contest: string, account: string): string => `thituyen.appeal.${contest}.${account}`;

export function read_draft(contest: string, account: string): AppealDraft {
  try {
    const kept = localStorage.getItem(key(contest, account));
    return { ...empty_draft, ...(kept ? (JSON.parse(kept) as Partial<AppealDraft>) : {}) };
  } catch {
    return { ...empty_draft };
  }
}

const is_empty = (draft: AppealDraft): boolean =>
  Object.values(draft).every((value: string) => value.trim() === "");

export const is_writing = (contest: string, account: string): boolean =>
  !is_empty(read_draft(contest, account));

// An empty one is forgotten. False where this browser keeps nothing: the page says so.
export function keep_draft(contest: string, account: string, draft: AppealDraft): boolean {
  try {
    if (is_empty(draft)) localStorage.removeItem(key(contest, account));
    else localStorage.setItem(key(contest, account), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
