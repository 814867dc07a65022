// Vietnamese order and search for lists that the client makes itself.
// Published lists arrive sorted by the server and are never sorted again here.

const collator = new Intl.Collator("vi");

export const compare_text = (a: string, b: string): number => collator.compare(a, b);

export interface PersonName {
  given_name: string;
  rest: string;
}

// The last word is the given name unless the person's record says otherwise.
export function split_name(full_name: string): PersonName {
  const name = full_name.normalize("NFC").trim().replace(/\s+/g, " ");
  const space = name.lastIndexOf(" ");
  return { given_name: name.slice(space + 1), rest: space < 0 ? "" : name.slice(0, space) };
}

// By given name, then by the rest of the name.
export function compare_names(a: PersonName, b: PersonName): number {
  return collator.compare(a.given_name, b.given_name) || collator.compare(a.rest, b.rest);
}

// Search form: no marks, đ as d, lower case, single spaces.
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .trim()
    .replace(/\s+/g, " ");
}

// Entries whose text holds the query: those with the same marks first, then those without.
export function search<T>(
  entries: readonly T[],
  query: string,
  text_of: (entry: T) => string,
): T[] {
  const exact = query.normalize("NFC").toLowerCase().trim();
  const folded = fold(query);
  if (folded === "") return [...entries];
  const same_marks: T[] = [];
  const without_marks: T[] = [];
  for (const entry of entries) {
    const text = text_of(entry).normalize("NFC");
    if (text.toLowerCase().includes(exact)) same_marks.push(entry);
    else if (fold(text).includes(folded)) without_marks.push(entry);
  }
  return [...same_marks, ...without_marks];
}
