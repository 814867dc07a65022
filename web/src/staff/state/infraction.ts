// What the plan lays down for breaches of the exam room's rules, and who a seat's number is. Pure.
import type { Schemas } from "#core/api/site";
import { setting_at } from "#core/plan_text";

export type Level = Schemas["InfractionLevel"];
export const levels: readonly Level[] = ["reprimand", "warning", "suspension", "cancellation"];

export interface InfractionRules {
  levels: readonly Level[];
  deduction_pct: Partial<Record<Level, number>>;
  escalates: boolean;
  witnesses: number;
  notifies: boolean;
}

export function infraction_rules(plan: unknown): InfractionRules {
  const value = (name: string): unknown => setting_at(plan, `infraction.${name}`)?.value;
  return {
    levels: (value("levels") as Level[] | undefined) ?? [],
    deduction_pct: (value("deduction_pct") as InfractionRules["deduction_pct"] | undefined) ?? {},
    escalates: value("escalation") === true,
    witnesses: Number(value("witnesses_on_refusal") ?? 0),
    notifies: value("notify_employer") === true,
  };
}

// A repeat of a level counts as the next (server/core/sitting/sanctions.cpp does it; this says so
// before). `known` are the candidate's levels so far.
export function escalated(rules: InfractionRules, seen: Level, known: readonly Level[]): Level {
  if (!rules.escalates) return seen;
  let at = rules.levels.indexOf(seen);
  if (at < 0) return seen;
  while (at + 1 < rules.levels.length && known.includes(rules.levels[at] as Level)) at += 1;
  return rules.levels[at] ?? seen;
}

// Roll numbers are places in the order of the one draw of seats, which is public. Where seats were
// drawn more than once, an earlier round's number is kept: then only the register can say.
export function candidates_by_roll(draws: readonly Schemas["DrawView"][]): Map<string, string> {
  const drawn = draws.filter((draw) => draw.purpose === "seats" && draw.seed !== undefined);
  const order = drawn.length === 1 ? (drawn[0]?.order ?? []) : [];
  return new Map(order.map((candidate, i) => [String(i + 1).padStart(4, "0"), candidate]));
}
