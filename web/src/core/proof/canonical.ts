// Canonical JSON: the JCS-safe subset that payloads use (formats §1). Sorted keys, no spaces,
// integers within 2^53-1, strings without NUL or lone surrogates. Anything else is our bug.

export type Canonical =
  null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical };

const lone_surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function string_text(text: string): string {
  if (text.includes("\0") || lone_surrogate.test(text)) throw new TypeError("not a payload string");
  return JSON.stringify(text);
}

// The one text of a value.
export function canonical(value: Canonical): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new TypeError("not a payload number");
    return Object.is(value, -0) ? "0" : String(value);
  }
  if (typeof value === "string") return string_text(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value as Record<string, Canonical>);
  // Plain comparison is by UTF-16 units, which is the order that RFC 8785 asks for.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${string_text(key)}:${canonical(item)}`).join(",")}}`;
}

// Text as it is kept: NFC, and no unit that a payload string cannot hold.
export function clean_text(text: string): string {
  const whole = text.replace(new RegExp(lone_surrogate, "g"), "\uFFFD").replaceAll("\0", "\uFFFD");
  return whole.normalize("NFC");
}
