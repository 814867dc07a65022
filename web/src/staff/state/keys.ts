// Single-key shortcuts: by the key's place, never in a text field, never while an IME composes.
// An IME that injects letters sends an empty code; those are not ours.

export function plain(event: KeyboardEvent): boolean {
  if (event.isComposing || event.code === "" || event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest("input, textarea, select, [contenteditable], [role=listbox], dialog");
}

export function bracket_key(event: KeyboardEvent): "before" | "after" | undefined {
  if (!plain(event)) return undefined;
  if (event.code === "BracketLeft") return "before";
  return event.code === "BracketRight" ? "after" : undefined;
}

export const slash_key = (event: KeyboardEvent): boolean => plain(event) && event.code === "Slash";

// A marker's keys: whole points, half a point, criteria before and after, its comment; the next
// script that is not marked, the one looked at before; a report to the head; the list of keys.
export type MarkingKey =
  number | "half" | "before" | "after" | "comment" | "next" | "previous" | "flag" | "help";

const letters: Record<string, MarkingKey> = {
  KeyJ: "after",
  KeyK: "before",
  KeyC: "comment",
  KeyF: "flag",
};
const shifted: Record<string, MarkingKey> = { KeyN: "next", KeyP: "previous" };

export function marking_key(event: KeyboardEvent): MarkingKey | undefined {
  // A field of points takes digits: the letters are keys there too, while the focus is in it.
  const in_points = event.target instanceof Element && event.target.matches("input[data-points]");
  if (!in_points && !plain(event)) return undefined;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "?") return "help";
  if (event.shiftKey) return shifted[event.code];
  if (letters[event.code]) return letters[event.code];
  if (in_points) return undefined;
  if (event.code === "Period" || event.code === "NumpadDecimal") return "half";
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  return digit ? Number(digit[1]) : undefined;
}
