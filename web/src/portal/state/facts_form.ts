// Between facts and the texts of the form, with what cannot be read said by field.
import type { DossierFacts } from "#core/api/site";
import { day_text, parse_day } from "#core/day";
import type { FactField, FactName } from "./facts";

export type FactTexts = Record<string, string>;

export function texts_of(asked: readonly FactField[], facts: DossierFacts): FactTexts {
  const texts: FactTexts = {};
  for (const field of asked) {
    const value = facts[field.name];
    const text = value === undefined ? "" : String(value);
    texts[field.name] = field.kind === "day" ? day_text(text) : text;
  }
  return texts;
}

function read_field(field: FactField, text: string): string | number | boolean | undefined {
  if (field.kind === "day") return parse_day(text);
  if (field.kind === "whole") return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (field.kind === "yes_no") return text === "true";
  return text.normalize("NFC");
}

export interface ReadFacts {
  facts: DossierFacts;
  unreadable: { name: FactName; kind: "day" | "whole" }[];
}

// Empty fields become absent facts: a draft may have gaps.
export function facts_with(
  asked: readonly FactField[],
  before: DossierFacts,
  texts: FactTexts,
): ReadFacts {
  const facts: Record<string, unknown> = { ...before };
  const unreadable: ReadFacts["unreadable"] = [];
  for (const field of asked) {
    const text = (texts[field.name] ?? "").trim();
    // The fact itself is absent, not null.
    Reflect.deleteProperty(facts, field.name);
    if (text === "" || (field.name === "priority_group" && text === "none")) continue;
    const value = read_field(field, text);
    if (value !== undefined) facts[field.name] = value;
    else if (field.kind === "day" || field.kind === "whole") {
      unreadable.push({ name: field.name, kind: field.kind });
    }
  }
  return { facts: facts as unknown as DossierFacts, unreadable };
}
