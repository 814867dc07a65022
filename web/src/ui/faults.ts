// A refusal as lines of an error summary, each linked to its field where there is one.
import { fault_text, type ApiFault } from "#core/api/fault";
import { language, words } from "./language.svelte";

export interface ErrorLine {
  id?: string | undefined;
  text: string;
}

// `prefix` + the last part of the pointer is the field's id: "/full_name" -> "register-full_name".
export function fault_lines(fault: ApiFault, prefix = ""): ErrorLine[] {
  const fields = fault.kind === "problem" ? (fault.problem.errors ?? []) : [];
  const lines = fields
    .filter((field) => field.detail[language.current])
    .map((field) => ({
      id: prefix ? prefix + (field.pointer.split("/").pop() ?? "") : undefined,
      text: field.detail[language.current],
    }));
  if (lines.length > 0) return lines;
  // The server's sentence knows the case; ours is for when it has none.
  const said = fault.kind === "problem" ? fault.problem.detail[language.current] : "";
  return [{ text: said || fault_text(fault, words.m, language.current) }];
}
