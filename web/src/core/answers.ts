// Values of answers as the log keeps them (formats §2), from and to what the page shows.
import type { AnswerValue } from "./api/types";
import { utf8 } from "./proof/bytes";
import { clean_text } from "./proof/canonical";

// Larger texts are not taken by the server; the page warns long before.
export const answer_bytes_max = 64 * 1024;

export const is_answered = (value: AnswerValue): boolean =>
  typeof value === "string" ? value.trim() !== "" : value !== null && Object.keys(value).length > 0;

// Option ids, sorted; none is a cleared answer.
export const options_value = (chosen: readonly string[]): AnswerValue =>
  chosen.length === 0 ? null : [...chosen].sort();

export const chosen_options = (value: AnswerValue): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : [];

export const text_of = (value: AnswerValue): string => (typeof value === "string" ? value : "");

export function text_value(typed: string): { ok: true; value: AnswerValue } | { ok: false } {
  const text = clean_text(typed);
  if (utf8(text).length > answer_bytes_max) return { ok: false };
  return { ok: true, value: text === "" ? null : text };
}

// Decimal text with a comma or a dot, as typed but without spaces.
export function numeric_value(typed: string): { ok: true; value: AnswerValue } | { ok: false } {
  const text = clean_text(typed)
    .replace(/\s/g, "")
    .replace(/^\u2212/, "-");
  if (text === "") return { ok: true, value: null };
  return /^-?\d{1,30}([.,]\d{1,30})?$/.test(text) ? { ok: true, value: text } : { ok: false };
}

export function count_words(text: string): number {
  return text.trim() === "" ? 0 : text.trim().split(/\s+/u).length;
}
