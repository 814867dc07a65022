// What is kept of a script between the first point and the commit. Pure.
import type { Line } from "./rubric";

export interface MarkDraft {
  // The criterion at hand, by its place.
  focused: number;
  lines: { item: string; criterion: string; points?: number; comment: string }[];
}

// Undefined where nothing has been given yet.
export function draft_of(lines: readonly Line[], focused: number): MarkDraft | undefined {
  const begun = lines.filter((line) => line.points !== undefined || line.comment.trim() !== "");
  if (begun.length === 0) return undefined;
  return {
    focused,
    lines: begun.map(({ item, criterion, points, comment }) => ({
      item,
      criterion,
      comment,
      ...(points !== undefined && { points }),
    })),
  };
}

const are_points = (points: number | undefined, max: number): points is number =>
  points !== undefined && Number.isInteger(points) && points >= 0 && points <= max;

// The open lines of a script with what was kept for them: what has been committed since is not
// among them, and what is no mark of the criterion is dropped.
export function with_draft(lines: readonly Line[], draft: MarkDraft | undefined): Line[] {
  return lines.map((line) => {
    const own = draft?.lines.find(
      (one) => one.item === line.item && one.criterion === line.criterion,
    );
    if (!own) return line;
    const points = are_points(own.points, line.max) ? own.points : undefined;
    return { ...line, points, comment: own.comment };
  });
}
