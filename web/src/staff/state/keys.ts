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
