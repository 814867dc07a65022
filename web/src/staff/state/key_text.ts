// The key of an item in words: its options, its number, or the texts it takes.
import type { Schemas } from "#core/api/site";

export function key_text(key: Schemas["ItemKey"] | undefined, yes: string, no: string): string {
  if (!key) return "–";
  const truth: Record<string, string> = { true: yes, false: no };
  if (key.options.length > 0) return key.options.map((one) => truth[one] ?? one).join(", ");
  if (key.numeric) return `${key.numeric.value} ± ${key.numeric.tolerance}`;
  return key.accepted.join(" / ") || "–";
}
