// Single-key shortcuts: by the key's place, never in a text field, never while an IME composes.
// An IME that injects letters sends an empty code; those are not ours.

function plain(event: KeyboardEvent): boolean {
  if (event.isComposing || event.code === "" || event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest("input, textarea, select, [contenteditable], dialog");
}

export function bracket_key(event: KeyboardEvent): "before" | "after" | undefined {
  if (!plain(event)) return undefined;
  if (event.code === "BracketLeft") return "before";
  return event.code === "BracketRight" ? "after" : undefined;
}

export const slash_key = (event: KeyboardEvent): boolean => plain(event) && event.code === "Slash";

// A marker's keys: whole points, half a point, criteria before and after, its comment, the next
// script.
export function marking_key(
  event: KeyboardEvent,
): number | "half" | "before" | "after" | "comment" | "next" | undefined {
  if (!plain(event)) return undefined;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  if (digit && !event.shiftKey) return Number(digit[1]);
  if (event.code === "Period" || event.code === "NumpadDecimal") return "half";
  if (event.code === "KeyJ") return "after";
  if (event.code === "KeyK") return "before";
  if (event.code === "KeyC") return "comment";
  return event.code === "KeyN" && event.shiftKey ? "next" : undefined;
}
