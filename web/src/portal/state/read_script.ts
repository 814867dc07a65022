// The marks of a candidate's own script, out of the open log: the entry that settled it, on which
// the score rests, names its code.
import type { Reply } from "#core/api/fault";
import { read_leaf, read_leaves } from "./public_log";
import { marks_of, type ScriptMarks, type Settled } from "./script_marks";

export async function read_script(
  contest: string,
  settled_at: number,
): Promise<Reply<ScriptMarks | undefined>> {
  const [settle, commits] = await Promise.all([
    read_leaf(contest, settled_at),
    read_leaves(contest, "mark.commit"),
  ]);
  if (!settle.ok) return settle;
  if (!commits.ok) return commits;
  const settled = settle.data?.payload as Settled | undefined;
  return { ok: true, data: settled && marks_of(settled, commits.data) };
}
