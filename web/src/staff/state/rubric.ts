// A marker's work on one script, before it is committed: points and comments by criterion. Pure.
import type { Schemas } from "#core/api/site";

export type ScriptPage = Schemas["ScriptPage"];
export type ItemToMark = Schemas["ItemToMark"];

// One criterion of one item. Points are in hundredths; absent: not given yet. `number` is its place
// among the item's own; `wrong` is what was typed and is none of its points.
export interface Line {
  id: string;
  item: string;
  number: number;
  criterion: string;
  text: string;
  max: number;
  levels: readonly Schemas["Level"][];
  points: number | undefined;
  wrong: string | undefined;
  comment: string;
}

const half = 50;
// One digit, and the half, give every mark of the criterion. Others are typed: of ten points "10"
// would be a one and then a nought.
export const by_digits = (max: number): boolean => max < 1000 && max % half === 0;

export function lines_of(page: ScriptPage): Line[] {
  return page.items
    .filter((item) => item.marked === undefined)
    .flatMap((item) =>
      item.rubric.map((line, i) => ({
        id: `${item.item}-${i}`,
        item: item.item,
        number: i + 1,
        criterion: line.criterion,
        text: line.text,
        max: line.max,
        levels: line.levels,
        points: undefined,
        wrong: undefined,
        comment: "",
      })),
    );
}

// One's own committed marks of an item, criterion by criterion, with the rubric's words.
export interface OwnLine {
  criterion: string;
  text: string;
  max: number;
  points: number;
  comment: string;
}
export function own_lines({ rubric, lines }: ItemToMark): OwnLine[] {
  return lines.map(({ criterion, points, comment }) => {
    const row = rubric.find((one) => one.criterion === criterion);
    return { criterion, points, comment, text: row?.text ?? "", max: row?.max ?? points };
  });
}

// A digit gives whole points; the half stays out of it.
export function give(line: Line, whole: number): number | undefined {
  const points = whole * 100;
  return points <= line.max ? points : line.points;
}
export function toggle_half(line: Line): number | undefined {
  if (line.points === undefined) return half <= line.max ? half : undefined;
  const now = line.points % 100 === half ? line.points - half : line.points + half;
  return now <= line.max ? now : line.points;
}

// "7,5" or "7.25" as hundredths; undefined where it is none of the criterion's points.
export function typed_points(text: string, max: number): number | undefined {
  const match = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!match) return undefined;
  const points = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0") || 0);
  return points <= max ? points : undefined;
}

// As it is sent: no blank at its ends, in the one spelling.
export const clean = (comment: string): string => comment.trim().normalize("NFC");

export const total_of = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.points ?? 0), 0);
export const max_of = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.max, 0);

const is_unmarked = (line: Line): boolean => line.points === undefined;
const is_silent = (line: Line): boolean =>
  line.points !== undefined && line.points < line.max && clean(line.comment) === "";
export const unmarked = (lines: readonly Line[]): number => lines.filter(is_unmarked).length;
export const uncommented = (lines: readonly Line[]): number => lines.filter(is_silent).length;

// What a line still needs before the script can be committed.
export type Missing = "points" | "comment";
export function missing_of(line: Line): Missing | undefined {
  if (is_unmarked(line)) return "points";
  return is_silent(line) ? "comment" : undefined;
}
// The first line from `from` on, around the end, that needs something.
export function first_missing(lines: readonly Line[], from = 0): number | undefined {
  const order = lines.map((_, i) => (from + i) % lines.length);
  return order.find((i) => lines[i] && missing_of(lines[i]) !== undefined);
}

export const words_in = (text: string): number => text.split(/\s+/).filter(Boolean).length;
export const paragraphs_of = (text: string): string[] =>
  text.split(/\n+/).filter((one) => one.trim() !== "");
