// Entries of the contest's log that are open to everybody after the release, by their type. What
// one holds is fixed by docs/formats: only the members that pages show are named here.
import type { Reply } from "#core/api/fault";
import { ask, site, type Schemas } from "#core/api/site";

export interface Fraction {
  numerator: number;
  denominator: number;
}
export interface Payloads {
  "result.release": { file_hash: string };
  "result.final": { file_hash: string };
  "remedy.apply": { paper: string; item: string; reason: string; appeal?: string };
  "appeal.decide": { appeal: string; upheld: boolean; reason: string };
  "mark.amend": { appeal: string; old_mark: Fraction; new_mark: Fraction };
  "mark.settle": { round: string; code: string; from_pct: number; action: string; mark: Fraction };
  "tie.step": { post: string; rung: string; order: string[][] };
}
export type OpenType = keyof Payloads;
export interface OpenLeaf<Type extends OpenType> {
  index: number;
  at: number;
  payload: Payloads[Type];
}

// The most that the server gives at once.
const page_lines = 500;

type Line = Schemas["LogLine"];

const opened = <Type extends OpenType>(lines: readonly Line[]): OpenLeaf<Type>[] =>
  lines
    .filter((line) => line.payload !== undefined)
    .map(({ index, at, payload }) => ({ index, at, payload: payload as Payloads[Type] }));

const read_page = (contest: string, query: Record<string, string>) =>
  ask(site.GET("/api/contests/{contest}/log", { params: { path: { contest }, query } }));

// All of a type, in the order of the log.
export async function read_leaves<Type extends OpenType>(
  contest: string,
  type: Type,
): Promise<Reply<OpenLeaf<Type>[]>> {
  const found: Line[] = [];
  for (let from = 0; ;) {
    const reply = await read_page(contest, { type, from: String(from), count: `${page_lines}` });
    if (!reply.ok) return reply;
    const { lines } = reply.data;
    found.push(...lines);
    if (lines.length < page_lines) return { ok: true, data: opened<Type>(found) };
    from = (lines.at(-1)?.index ?? from) + 1;
  }
}

// The entry at a place; its payload only where it is open.
export async function read_leaf(contest: string, index: number): Promise<Reply<Line | undefined>> {
  const reply = await read_page(contest, { from: String(index), count: "1" });
  return reply.ok ? { ok: true, data: reply.data.lines[0] } : reply;
}
