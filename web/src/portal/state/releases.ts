// The releases of a result one after the other, each with what had changed since the one before.
// Pure.
import type { OpenLeaf } from "./public_log";

export interface Release {
  index: number;
  at: number;
  file_hash: string;
  kind: "first" | "again" | "final";
  amended: number; // Marks that an appeal has changed.
  mended: number; // Items that were dealt with.
}

type Amendment = OpenLeaf<"mark.amend">;
const changes = ({ payload: { old_mark, new_mark } }: Amendment): boolean =>
  old_mark.numerator * new_mark.denominator !== new_mark.numerator * old_mark.denominator;

export function releases_of(
  released: readonly OpenLeaf<"result.release">[],
  finals: readonly OpenLeaf<"result.final">[],
  amendments: readonly Amendment[],
  remedies: readonly OpenLeaf<"remedy.apply">[],
): Release[] {
  const all = [
    ...released.map((leaf, i) => ({
      leaf,
      kind: i === 0 ? ("first" as const) : ("again" as const),
    })),
    ...finals.map((leaf) => ({ leaf, kind: "final" as const })),
  ].sort((a, b) => a.leaf.index - b.leaf.index);
  return all.map(({ leaf: { index, at, payload }, kind }, i) => {
    const since = all[i - 1]?.leaf.index ?? index;
    const between = (other: { index: number }): boolean =>
      other.index > since && other.index < index;
    return {
      index,
      at,
      file_hash: payload.file_hash,
      kind,
      amended: amendments.filter((one) => between(one) && changes(one)).length,
      mended: remedies.filter(between).length,
    };
  });
}
