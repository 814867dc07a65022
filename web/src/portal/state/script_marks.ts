// How people marked one candidate's script: every mark that counted, criterion by criterion. The
// open log names a script by its blind code alone. Pure.
import type { OpenLeaf, Payloads } from "./public_log";

export type Settled = Payloads["mark.settle"];
export type MarkLeaf = OpenLeaf<"mark.commit">;

export interface ScriptMarks {
  settled: Settled;
  turns: string[]; // Those that have a mark, in the order in which marking asks for them.
  items: { item: string; marks: Map<string, MarkLeaf> }[]; // By turn.
}

// Trial marks and repeats count for nothing (docs/formats/marking.md).
const all_turns = [
  ...["first", "second", "third", "fourth"],
  ...["remark_first", "remark_second", "remark_third"],
];

// Where a marker was stopped and another one marked in his turn, the later mark stands.
export function marks_of(settled: Settled, leaves: readonly MarkLeaf[]): ScriptMarks {
  const own = leaves.filter(
    ({ payload }) =>
      payload.code === settled.code &&
      payload.round === settled.round &&
      all_turns.includes(payload.turn),
  );
  const items = new Map<string, Map<string, MarkLeaf>>();
  for (const leaf of own) {
    const { item, turn } = leaf.payload;
    const marks = items.get(item) ?? new Map<string, MarkLeaf>();
    items.set(item, marks.set(turn, leaf));
  }
  return {
    settled,
    turns: all_turns.filter((turn) => own.some(({ payload }) => payload.turn === turn)),
    items: [...items].map(([item, marks]) => ({ item, marks })),
  };
}

export const turn_total = ({ items }: ScriptMarks, turn: string): number =>
  items.reduce((sum, { marks }) => sum + (marks.get(turn)?.payload.points ?? 0), 0);
