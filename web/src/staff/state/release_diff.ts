// What a new release would change of the published ranking, candidate by candidate. Pure.
import type { Schemas } from "#core/api/site";

export interface Standing {
  rank: number | undefined;
  shown: string;
  outcome: Schemas["Outcome"];
}
export interface Change {
  post: string;
  roll_number: string;
  who: string;
  before: Standing | undefined; // Absent: not published before.
  after: Standing | undefined; // Absent: not in the new ranking.
  crosses: boolean; // Between winner, passed and not passed.
}

const standing = (line: {
  rank?: number | undefined;
  shown: string;
  outcome: Schemas["Outcome"];
}): Standing => ({ rank: line.rank, shown: line.shown, outcome: line.outcome });

const same = (a: Standing | undefined, b: Standing | undefined): boolean =>
  a?.rank === b?.rank && a?.shown === b?.shown && a?.outcome === b?.outcome;

// In the order of the new ranking; who is in it no more comes last.
export function release_diff(
  published: readonly Schemas["ResultLine"][],
  computed: readonly Schemas["NamedScore"][],
): Change[] {
  const name = (line: { post: string; roll_number: string }): string =>
    `${line.post} ${line.roll_number}`;
  const before = new Map(published.map((line) => [name(line), line]));
  const changes: Change[] = [];
  for (const { score, full_name } of computed) {
    const was = before.get(name(score));
    before.delete(name(score));
    const change = {
      post: score.post,
      roll_number: score.roll_number,
      who: full_name,
      before: was && standing(was),
      after: standing(score),
    };
    if (!same(change.before, change.after))
      changes.push({ ...change, crosses: was?.outcome !== score.outcome });
  }
  for (const line of before.values()) {
    const { post, roll_number, who } = line;
    changes.push({
      post,
      roll_number,
      who,
      before: standing(line),
      after: undefined,
      crosses: true,
    });
  }
  return changes;
}
