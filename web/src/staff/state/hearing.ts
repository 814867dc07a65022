// What a hearing still waits for, told from the server's view of the day.
import type { Schemas } from "#core/api/site";
import { members_in_order } from "./council";

type View = Schemas["DefenceView"];
type Hearing = Schemas["HearingView"];
export type Step = Schemas["DefenceStep"];

const following: Partial<Record<Step, Step>> = {
  presentation: "questions",
  questions: "deliberation",
  deliberation: "closed",
};

export const next_step = (post: Schemas["DefencePost"], hearing: Hearing): Step | undefined =>
  hearing.step
    ? following[hearing.step]
    : post.next === hearing.candidate
      ? "presentation"
      : undefined;

// Who scores this candidate and has no ballot yet, by name; nobody once the roll is closed.
export const without_ballot = (
  view: View,
  post: Schemas["DefencePost"],
  hearing: Hearing,
): string[] =>
  hearing.scored.length >= hearing.scorers
    ? []
    : members_in_order(view.members)
        .filter(
          ({ person }) =>
            post.present.includes(person) &&
            !hearing.excluded.includes(person) &&
            !hearing.scored.includes(person),
        )
        .map((one) => one.name);

// The step before ended because the plan's time was over: the server took this one by itself.
export const cut_off = (view: View, ended_at: number | undefined, since: number | undefined) =>
  view.overrun === "cut_off" && ended_at !== undefined && since !== undefined && since >= ended_at;

// Ballots that are due now and are not in the box. Nobody is told whose they are.
export function ballots_missing(view: View, hearing: Hearing): number {
  if (view.ballot !== "secret" || hearing.count || !hearing.may_score) return 0;
  const due = hearing.roll_closed ? hearing.scored.length : hearing.scorers;
  return Math.max(0, due - (hearing.in_box ?? 0));
}

// The last of the marks, in minutes, that what is left has come down to.
const marks_min = [5, 1, 0] as const;
export const mark_passed = (left_ms: number): number | undefined =>
  marks_min.findLast((mark) => left_ms <= mark * 60_000);
