// Where an appeal stands, and what its panel can do next. Pure.
import type { Schemas } from "#core/api/site";

export type Appeal = Schemas["AppealView"];
export type AppealState =
  "waits" | "refused" | "upheld" | "to_remark" | "in_remark" | "remarked" | "amended";

// `markers`: how many new marks the plan asks for (remark.markers). Whether somebody has the script
// already the list does not say; with no mark in, it may be given out or being marked.
export function state_of(appeal: Appeal, markers: number): AppealState {
  if (appeal.upheld === undefined) return "waits";
  if (!appeal.upheld) return "refused";
  if (appeal.track === "procedure") return "upheld";
  if (appeal.amended) return "amended";
  if (appeal.remarks === 0) return "to_remark";
  return appeal.remarks < markers ? "in_remark" : "remarked";
}

export const is_open = (appeal: Appeal): boolean =>
  appeal.upheld === undefined || (appeal.upheld && appeal.track === "own_mark" && !appeal.amended);
