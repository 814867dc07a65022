// The marks of a candidate's own script, with what settled it: the open log says that, under the
// script's blind code, in the entry on which the score rests.
import type { Reply } from "#core/api/fault";
import { read_leaf } from "./public_log";
import { marks_of, type Mark, type ScriptMarks, type Settled } from "./script_marks";

export async function read_script(
  contest: string,
  settled_at: number,
  given: readonly Mark[],
): Promise<Reply<ScriptMarks | undefined>> {
  const settle = await read_leaf(contest, settled_at);
  if (!settle.ok) return settle;
  const settled = settle.data?.payload as Settled | undefined;
  return { ok: true, data: settled && marks_of(settled, given) };
}
