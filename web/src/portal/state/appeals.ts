// What a candidate may still ask for, and where each appeal stands. Pure.
import type { Schemas } from "#core/api/site";
import { setting_at } from "#core/plan_text";
import { stands } from "#core/rounds";

export type Appeal = Schemas["AppealView"];
export type AppealList = Schemas["AppealList"];
type Round = Schemas["RoundLine"];

export type AppealState = "filed" | "remarking" | "amended" | "upheld" | "rejected";

export function appeal_state(appeal: Appeal): AppealState {
  if (appeal.upheld === undefined) return "filed";
  if (!appeal.upheld) return "rejected";
  if (appeal.track === "procedure") return "upheld";
  return appeal.amended ? "amended" : "remarking";
}

export const appeal_kind = (state: AppealState): "ok" | "bad" | "info" | "warn" =>
  (({ filed: "info", remarking: "warn", amended: "ok", upheld: "ok", rejected: "bad" }) as const)[
    state
  ];

export const is_answered = (appeal: Appeal): boolean =>
  !["filed", "remarking"].includes(appeal_state(appeal));

export type Window =
  | { kind: "not_released" }
  | { kind: "open"; until_at: number }
  | { kind: "over"; closed_at: number } // The days of remark.window have passed.
  | { kind: "final"; closed_at: number }; // Results were made final before that.

export function window_of(list: AppealList, now: number): Window {
  if (list.closes_at === undefined) return { kind: "not_released" };
  if (now > list.closes_at) return { kind: "over", closed_at: list.closes_at };
  return list.open
    ? { kind: "open", until_at: list.closes_at }
    : { kind: "final", closed_at: list.closes_at };
}

// The kinds of round that the plan lets be marked again (remark.allowed_round_types).
export function remarkable(plan: unknown): Round["type"][] {
  const value = setting_at(plan, "remark.allowed_round_types")?.value;
  return Array.isArray(value) ? (value as Round["type"][]) : [];
}

export const real_rounds = (rounds: readonly Round[]): Round[] => rounds.filter(stands);

// Rounds of which this candidate can still have the own mark given again: named by the plan, sat,
// and not asked for before.
export function own_mark_rounds(
  rounds: readonly Round[],
  plan: unknown,
  sat: readonly string[],
  filed: readonly Appeal[],
): Round[] {
  const allowed = remarkable(plan);
  return real_rounds(rounds).filter(
    (round) =>
      allowed.includes(round.type) &&
      sat.includes(round.round) &&
      !filed.some((appeal) => appeal.track === "own_mark" && appeal.round === round.round),
  );
}
