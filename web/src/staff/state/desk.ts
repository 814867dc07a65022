// The desk of the head of marking: what a script waits for and whose word it is. Pure.
// Who may settle follows server/core/marking/settle.cpp; the server decides.
import type { Role, Schemas } from "#core/api/site";

export type Script = Schemas["ScriptLine"];
export type Filter = "all" | "people" | "marks" | "settled";
type Fraction = Script["settled"];

// A fraction of hundredths as whole hundredths, half up. For showing only.
export const rounded = (value: NonNullable<Fraction>): number =>
  Math.floor((2 * value.numerator + value.denominator) / (2 * value.denominator));

const words: Partial<Record<Schemas["Awaits"], readonly Role[]>> = {
  head: ["head_of_marking"],
  collective: ["head_of_marking"],
  chair: ["chair", "vice_chair"],
};

// The two markers' own agreement is theirs alone: they give it at their own desks.
export const may_settle = (script: Script, roles: readonly Role[]): boolean =>
  script.open_anomalies === 0 &&
  script.awaits !== undefined &&
  (words[script.awaits] ?? []).some((role) => roles.includes(role));

export const waits_for_people = (script: Script): boolean =>
  script.open_anomalies > 0 ||
  (script.awaits !== undefined && script.awaits !== "marks" && script.awaits !== "rule");

const order: readonly Schemas["Turn"][] = [
  "reference",
  "standard",
  "first",
  "second",
  "third",
  "fourth",
  "repeat",
  "remark_first",
  "remark_second",
  "remark_third",
];
export const in_turn = (turns: readonly Schemas["TurnLine"][]): Schemas["TurnLine"][] =>
  [...turns].sort((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn));

export function shown_under(filter: Filter, script: Script): boolean {
  if (filter === "people") return waits_for_people(script);
  if (filter === "settled") return script.settled !== undefined;
  if (filter === "marks") return script.settled === undefined && !waits_for_people(script);
  return true;
}

// Blinded, given out, marked, settled, unblinded: how far a round has come, as a step's number.
export function phase_of(
  blinding: Schemas["BlindingView"],
  progress: Schemas["ProgressLine"] | undefined,
): number {
  if (blinding.unblinded) return 5;
  if (blinding.scripts === 0) return 0;
  if (!progress || progress.unassigned > 0) return 1;
  if (progress.marking > 0) return 2;
  return progress.settled < progress.scripts ? 3 : 4;
}
