// A marker's own comments of this packet, offered again. They come from the marker's own committed
// scripts alone; which script one was written on is not shown. Pure.
import { fold, search } from "#core/collate";
import { clean, own_lines, type Line, type ScriptPage } from "./rubric";

export interface Said {
  code: string;
  item: string;
  criterion: string;
  comment: string;
}

export const said_in = (page: ScriptPage): Said[] =>
  page.items.flatMap((item) =>
    own_lines(item)
      .map(({ criterion, comment }) => ({
        code: page.code,
        item: item.item,
        criterion,
        comment: clean(comment),
      }))
      .filter(({ comment }) => comment !== ""),
  );

// What stands on the script at hand and is not committed yet.
export const said_now = (code: string, lines: readonly Line[]): Said[] =>
  lines
    .map(({ item, criterion, comment }) => ({ code, item, criterion, comment: clean(comment) }))
    .filter(({ comment }) => comment !== "");

const offered_at_most = 6;

// For a criterion: its own comments first, the most used before, then those of other criteria; of
// what is typed already, those that hold it. What the marker wrote on this very script at another
// turn is left out: a second look is not to be told the first.
export function offers(
  all: readonly Said[],
  now: readonly Said[],
  line: Pick<Line, "item" | "criterion">,
  typed: string,
  code: string,
): string[] {
  const used = new Map<string, { comment: string; own: number; times: number; last: number }>();
  const others = now.filter((one) => one.item !== line.item || one.criterion !== line.criterion);
  for (const [last, one] of [...all.filter((said) => said.code !== code), ...others].entries()) {
    const entry = used.get(fold(one.comment)) ?? { comment: "", own: 0, times: 0, last };
    const own = one.item === line.item && one.criterion === line.criterion;
    used.set(fold(one.comment), {
      comment: one.comment,
      own: entry.own + (own ? 1 : 0),
      times: entry.times + 1,
      last,
    });
  }
  used.delete(fold(typed));
  const ranked = [...used.values()].sort(
    (a, b) => b.own - a.own || b.times - a.times || b.last - a.last,
  );
  return search(ranked, typed, (one) => one.comment)
    .slice(0, offered_at_most)
    .map((one) => one.comment);
}
