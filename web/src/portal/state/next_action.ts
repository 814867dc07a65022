// The one thing that a candidate should do next, by what the server says. Pure.
import type { MyApplication, Schemas } from "#core/api/site";

type MySitting = Schemas["MySitting"];

export const state_kind = (
  state: MyApplication["state"],
): "ok" | "warn" | "bad" | "info" | "mute" =>
  state === "eligible"
    ? "ok"
    : state === "refused"
      ? "bad"
      : state === "supplement_requested"
        ? "warn"
        : state === "withdrawn"
          ? "mute"
          : "info";

export type NextAction =
  | { kind: "supplement" }
  | { kind: "refused"; until_at: number }
  | { kind: "result" }
  | { kind: "sit"; sitting: MySitting }
  | { kind: "ticket"; sitting: MySitting }
  | { kind: "practice"; sitting: MySitting }
  | { kind: "wait" };

const over = (sitting: MySitting): boolean =>
  sitting.state === "submitted" || sitting.state === "ended";

export function next_action(
  line: MyApplication,
  sittings: readonly MySitting[],
  now: number,
): NextAction {
  if (line.state === "withdrawn") return { kind: "wait" };
  if (line.state === "supplement_requested") return { kind: "supplement" };
  if (line.state === "refused" && !line.petition && (line.petition_closes_at ?? 0) >= now) {
    return { kind: "refused", until_at: line.petition_closes_at ?? 0 };
  }
  if (["released", "final", "archived"].includes(line.stage)) return { kind: "result" };
  const mine = sittings.filter((sitting) => sitting.contest === line.contest && !over(sitting));
  const real = mine.filter((sitting) => !sitting.practice && sitting.ends_at >= now);
  const lobby_ms = 3_600_000;
  const open = real.find((sitting) => sitting.opens_at - lobby_ms <= now);
  if (open) return { kind: "sit", sitting: open };
  const coming = real.find((sitting) => sitting.sitting !== undefined);
  if (coming) return { kind: "ticket", sitting: coming };
  const practice = mine.find((sitting) => sitting.practice && sitting.ends_at >= now);
  return practice ? { kind: "practice", sitting: practice } : { kind: "wait" };
}
