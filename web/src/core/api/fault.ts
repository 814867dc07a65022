// What can go wrong between the page and the server, and the sentence a person reads for it.
import type { CommonMessages } from "../i18n/common.vi";
import type { Language } from "../i18n/language";
import type { Problem } from "./types";

export type ApiFault =
  | { kind: "network" }
  | { kind: "problem"; status: number; problem: Problem; retry_after_ms?: number };

export type Reply<T> = { ok: true; data: T } | { ok: false; fault: ApiFault };

// The code of the closed list, or "network". Decisions are made on this, never on the sentence.
export const code_of = (fault: ApiFault): string =>
  fault.kind === "network" ? "network" : fault.problem.code;

// A body that is no problem document (a proxy's page, say) still gets a code by its status.
export function as_problem(status: number, body: unknown): Problem {
  if (body && typeof body === "object" && typeof (body as Problem).code === "string") {
    return body as Problem;
  }
  const codes: Record<number, string> = {
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
  };
  const code = codes[status] ?? (status === 503 || status === 429 ? "busy" : "server");
  return { type: "about:blank", title: code, status, code, detail: { vi: "", en: "" } };
}

// Retry-After in seconds (the date form is not sent by our server).
export function retry_after_ms(header: string | null): number | undefined {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : undefined;
}

// Our own wording for known codes, else the server's sentence, else a plain one.
export function fault_text(fault: ApiFault, words: CommonMessages, language: Language): string {
  if (fault.kind === "network") return words.fault.network;
  const own: Record<string, string> = words.fault;
  const { code, detail } = fault.problem;
  return own[code] ?? (detail[language] || words.fault.server);
}
