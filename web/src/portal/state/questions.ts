// The questions of a round that a candidate sat, to name one of them. Those that the computer
// marks are in the score, in the order of the paper; those of a script are in the paper itself.
import type { Schemas, ScoreTrace } from "#core/api/site";
import { read_own_paper } from "./own_paper";

export interface Question {
  item: string;
  number: number;
  stem: string;
}

const stem_shown = 70;

// The beginning of a question, whole words.
export const shortened = (stem: string): string =>
  stem.length > stem_shown ? `${stem.slice(0, stem_shown).replace(/\s+\S*$/, "")}…` : stem;

export async function read_questions(
  score: ScoreTrace,
  round: Schemas["RoundScore"],
): Promise<Question[]> {
  const scored = new Set(round.items.map(({ item }) => item));
  const known = score.items.filter((line) => scored.has(line.score.item));
  if (known.length > 0)
    return known.map(({ score: { item }, item: content }, i) => ({
      item,
      number: i + 1,
      stem: content?.stem ?? "",
    }));
  if (!round.sitting || !round.paper) return [];
  const paper = await read_own_paper(round.sitting, round.paper);
  return (paper?.questions ?? []).map(({ item, number, stem }) => ({ item, number, stem }));
}
