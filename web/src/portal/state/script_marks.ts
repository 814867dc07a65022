// How people marked one candidate's script: every mark that counted, criterion by criterion. Pure.
import type { Schemas } from "#core/api/site";
import type { Payloads } from "./public_log";

export type Settled = Payloads["mark.settle"];
export type Mark = Schemas["TraceMark"];

export interface ScriptMarks {
  settled: Settled;
  turns: string[]; // Those that have a mark, in the order in which marking asks for them.
  items: { item: string; marks: Map<string, Mark> }[]; // By turn.
}

const all_turns = [
  ...["first", "second", "third", "fourth"],
  ...["remark_first", "remark_second", "remark_third"],
];

// `given` is of all rounds, as the score has them.
export function marks_of(settled: Settled, given: readonly Mark[]): ScriptMarks {
  const own = given.filter(({ round }) => round === settled.round);
  const items = new Map<string, Map<string, Mark>>();
  for (const mark of own) {
    const marks = items.get(mark.item) ?? new Map<string, Mark>();
    items.set(mark.item, marks.set(mark.turn, mark));
  }
  return {
    settled,
    turns: all_turns.filter((turn) => own.some((mark) => mark.turn === turn)),
    items: [...items].map(([item, marks]) => ({ item, marks })),
  };
}

export const turn_total = ({ items }: ScriptMarks, turn: string): number =>
  items.reduce((sum, { marks }) => sum + (marks.get(turn)?.points ?? 0), 0);
