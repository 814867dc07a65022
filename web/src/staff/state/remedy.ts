// A remedy of a faulty item before it is proposed: its further keys as the server takes them. Pure.
import type { Schemas } from "#core/api/site";

export type Item = Schemas["Item"];
export type ItemKey = Schemas["ItemKey"];
export type Kind = "drop" | "all_credit" | "several_keys";
export const kinds: readonly Kind[] = ["drop", "all_credit", "several_keys"];

// What a person has chosen: single options, whole sets of options, or lines of text.
export interface Further {
  picked: readonly string[];
  sets: readonly (readonly string[])[];
  typed: string;
}
export type Shape = "options" | "sets" | "lines";
export function shape_of(type: Item["type"]): Shape {
  if (type === "multiple") return "sets";
  return type === "choice" || type === "true_false" ? "options" : "lines";
}

// Each key is a whole further answer. A decimal comma is written as the log writes numbers.
export function keys_of(type: Item["type"], { picked, sets, typed }: Further): string[][] {
  const shape = shape_of(type);
  if (shape === "options") return picked.map((option) => [option]);
  if (shape === "sets") return sets.filter((set) => set.length > 0).map((set) => [...set]);
  const lines = typed
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => [type === "numeric" ? line.replace(",", ".") : line]);
}

export interface PlacedItem {
  item: Item;
  key: ItemKey | undefined;
  part: string;
  number: number; // In its part, as the sealed paper has it.
}

// Objective items in the order of the paper: an essay has no key to mend.
export function items_to_mend(content: Schemas["PaperContent"]): PlacedItem[] {
  const items = new Map(content.paper.items.map((item) => [item.item, item]));
  const keys = new Map(content.key.items.map((key) => [key.item, key]));
  return content.paper.parts.flatMap((part) =>
    part.items.flatMap((id, i) => {
      const item = items.get(id);
      return item && item.type !== "essay"
        ? [{ item, key: keys.get(id), part: part.title, number: i + 1 }]
        : [];
    }),
  );
}
