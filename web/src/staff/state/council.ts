// The members of a council in the order in which they are read out: who presides, then by name.
import { compare_names, split_name } from "#core/collate";
import type { Schemas } from "#core/api/site";

export interface Member extends Pick<Schemas["MemberLine"], "person" | "name" | "leads"> {
  number: number; // From 1; the same on every page and in every list of the round.
}

export function members_in_order(lines: readonly Schemas["MemberLine"][]): Member[] {
  const by_name = (a: Schemas["MemberLine"], b: Schemas["MemberLine"]): number =>
    Number(b.leads) - Number(a.leads) || compare_names(split_name(a.name), split_name(b.name));
  return [...lines].sort(by_name).map((one, i) => ({ ...one, number: i + 1 }));
}

export const names_of = (
  members: readonly { person: string; name: string }[],
  people: readonly string[],
): string =>
  members
    .filter((one) => people.includes(one.person))
    .map((one) => one.name)
    .join(", ");
