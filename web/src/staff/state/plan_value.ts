// Between a value of the plan and the text of its editor. What cannot be read is undefined.
import { day_text, parse_instant } from "#core/day";
import { default_zone } from "#core/format";
import { value_kind, type ValueKind } from "#core/plan_choices";

export type EditKind = ValueKind | "json";

const instant_format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: default_zone,
  dateStyle: "short",
  timeStyle: "short",
});

export const edit_kind = (name: string): EditKind => value_kind(name) ?? "json";

export function value_to_text(value: unknown, kind: EditKind): string {
  if (value === undefined || value === null) return "";
  if (kind === "instant" && typeof value === "number") {
    const [day = "", time = ""] = instant_format.format(value).split(" ");
    return `${time} ${day_text(day)}`;
  }
  if (kind === "points" && typeof value === "number") return String(value / 100).replace(".", ",");
  if ((kind === "lines" || kind === "many") && Array.isArray(value)) return value.join("\n");
  if (kind === "json") return JSON.stringify(value, null, 2);
  return String(value);
}

export function text_to_value(text: string, kind: EditKind): unknown {
  const clean = text.normalize("NFC").trim();
  switch (kind) {
    case "yes_no":
      return clean === "true" ? true : clean === "false" ? false : undefined;
    case "whole":
      return /^-?\d{1,12}$/.test(clean) ? Number(clean) : undefined;
    case "instant":
      return parse_instant(clean);
    case "points": {
      const match = /^(\d{1,7})(?:[,.](\d{1,2}))?$/.exec(clean);
      return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : undefined;
    }
    case "text":
    case "one":
      return clean === "" ? undefined : clean;
    case "lines":
    case "many":
      return clean === "" ? undefined : clean.split("\n").map((line) => line.trim());
    case "json":
      try {
        return JSON.parse(clean) as unknown;
      } catch {
        return undefined;
      }
  }
}
