// Dates, times and numbers as people read them. The zone is the contest's, never the device's.
import type { Language } from "./i18n/language";

export const default_zone = "Asia/Ho_Chi_Minh";
const tags: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let found = made.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(tags[language], {
      ...options,
      timeZone: zone,
      hourCycle: "h23",
    });
    made.set(key, found);
  }
  return found;
}

// 09:41:07, the same in both languages.
export function time_text(at: number, zone = default_zone): string {
  return formatter("vi", zone, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(at);
}

// 10:42
export function hour_text(at: number, zone = default_zone): string {
  return formatter("vi", zone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

// 24/11/2026, in English 24 Nov 2026: a bare 04/11 would be read two ways there.
export function date_text(at: number, language: Language = "vi", zone = default_zone): string {
  const month = language === "vi" ? "2-digit" : "short";
  return formatter(language, zone, { day: "2-digit", month, year: "numeric" }).format(at);
}

// 07:15, 24/11/2026
export function date_time_text(at: number, language: Language = "vi", zone = default_zone): string {
  return `${hour_text(at, zone)}, ${date_text(at, language, zone)}`;
}

// 08:00–09:00, 24/11/2026; over midnight with both days.
export function span_text(from: number, to: number, language: Language = "vi"): string {
  const end = date_time_text(to, language);
  return date_text(from) === date_text(to)
    ? `${hour_text(from)}–${end}`
    : `${date_time_text(from, language)} – ${end}`;
}

// A span as 01:12:48, rounded up to the second: 00:00:00 means that nothing is left.
export function duration_text(span_ms: number): string {
  const seconds = Math.max(0, Math.ceil(span_ms / 1000));
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

// A whole number with the language's separators: 18.204 or 18,204.
export function count_text(n: number, language: Language = "vi"): string {
  return new Intl.NumberFormat(tags[language]).format(n);
}

// Integer hundredths as points: 1725 -> 17,25 (vi) or 17.25 (en). No binary fractions on the way.
export function points_text(hundredths: number, language: Language = "vi"): string {
  const sign = hundredths < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(hundredths) / 100);
  const rest = String(Math.abs(hundredths) % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const comma = language === "vi" ? "," : ".";
  return `${sign}${count_text(whole, language)}${rest ? comma + rest : ""}`;
}

// File sizes, one decimal: 1,4 MB.
export function bytes_text(bytes: number, language: Language = "vi"): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  const number = new Intl.NumberFormat(tags[language], { maximumFractionDigits: 1 });
  return `${number.format(size)} ${unit}`;
}
