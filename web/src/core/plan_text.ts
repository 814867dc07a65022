// The plan document as people read it: each leaf a rule with its value in words and its source.
// It judges nothing: what is wrong with a plan is the server's to say.
import type { components } from "./api/schema";
import { count_text, date_time_text, points_text } from "./format";
import type { Language } from "./i18n/language";
import type { TermMessages } from "./i18n/terms.vi";
import { plan_keys } from "./i18n/plan_keys";

export interface PlanSetting {
  name: string;
  value?: unknown;
  source?: string;
  unset?: boolean;
  waived?: { by: string; reason: string };
}
type Tree = Record<string, unknown>;

const is_tree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const is_leaf = (tree: Tree): boolean => "value" in tree || "unset" in tree || "waived" in tree;

export function settings_of(plan: unknown, prefix = ""): PlanSetting[] {
  if (!is_tree(plan)) return [];
  return Object.entries(plan).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    if (!is_tree(value)) return [];
    return is_leaf(value) ? [{ name, ...value }] : settings_of(value, name);
  });
}

export function setting_at(plan: unknown, name: string): PlanSetting | undefined {
  let at: unknown = plan;
  for (const part of name.split(".")) at = is_tree(at) ? at[part] : undefined;
  return is_tree(at) && is_leaf(at) ? { name, ...at } : undefined;
}

// A copy of the plan with one leaf replaced.
export function with_setting(plan: unknown, name: string, leaf: Tree): unknown {
  const [key = "", ...rest] = name.split(".");
  const tree = is_tree(plan) ? plan : {};
  const below = rest.length > 0 ? with_setting(tree[key], rest.join("."), leaf) : leaf;
  return { ...tree, [key]: below };
}

// Rules taken over from another contest or regulation say so in their source.
export const is_borrowed = (source: string | undefined): boolean =>
  /^(borrowed|vay mượn)/i.test(source ?? "");
export const source_text = (source: string): string =>
  source.replace(/^(borrowed|vay mượn)[:\s]*/i, "");

// The first word of a name groups the parameters into the seven steps of the editor.
export const plan_steps = [
  { step: "posts", groups: ["contest", "post", "appointment", "languages"] },
  { step: "conditions", groups: ["elig", "dossier", "verify", "rejection", "petition"] },
  { step: "parts", groups: ["rounds", "round", "paper", "bank", "project", "defence", "room"] },
  { step: "thresholds", groups: ["result", "panel", "marking", "remark", "infraction"] },
  {
    step: "calendar",
    groups: ["intake", "eligible_list", "summons", "lists_posting", "calendar", "sitting"],
  },
  { step: "people", groups: ["council", "duty"] },
  { step: "publication", groups: ["publish", "evidence", "archive"] },
] as const;

export type PlanStep = (typeof plan_steps)[number]["step"];

export function step_of(name: string): PlanStep {
  const group = name.split(".")[0] ?? "";
  const found = plan_steps.find((line) => (line.groups as readonly string[]).includes(group));
  return found?.step ?? "publication";
}

export interface ValueContext {
  words: TermMessages;
  language: Language;
  unit: string;
}

const least_instant = 1_000_000_000_000;

function number_text(value: number, { unit, language, words }: ValueContext): string {
  // The table gives instants no unit; no other number of a plan is as large.
  if (unit === "instant" || value >= least_instant) return date_time_text(value, language);
  if (unit === "points" || unit === "hundredths") return points_text(value, language);
  if (unit === "ms" && value % 60_000 === 0) {
    return `${count_text(value / 60_000, language)} ${words.unit.minutes}`;
  }
  if (unit === "ms" && value % 1000 === 0) {
    return `${count_text(value / 1000, language)} ${language === "vi" ? "giây" : "seconds"}`;
  }
  const known: Record<string, string> = words.unit;
  return unit
    ? `${count_text(value, language)} ${known[unit] ?? unit}`
    : count_text(value, language);
}

// Units of members of records, which the parameter's own unit does not name.
const member_units: Record<string, string> = {
  opens: "instant",
  closes: "instant",
  scale: "points",
  pass: "points",
  max: "points",
  minutes: "minutes",
  up_to_minutes: "minutes",
  pass_pct: "percent",
  from_pct: "percent",
};
const hidden_members = new Set(["post", "round"]);

function record_text(tree: Tree, context: ValueContext): string {
  if (typeof tree["numerator"] === "number" && typeof tree["denominator"] === "number") {
    return `${tree["numerator"]}/${tree["denominator"]}`;
  }
  const keys: Record<string, string> = plan_keys[context.language];
  const values: Record<string, string> = context.words.value;
  return Object.entries(tree)
    .filter(([key, value]) => !hidden_members.has(key) && value !== "" && value !== null)
    .map(([key, value]) => {
      const text = value_text(value, { ...context, unit: member_units[key] ?? context.unit });
      const label = keys[key] ?? values[key] ?? key;
      return key === "title" ? text : `${label}: ${text}`;
    })
    .join("; ");
}

// One line of words for any value of the plan.
export function value_text(value: unknown, context: ValueContext): string {
  const values: Record<string, string> = context.words.value;
  if (typeof value === "boolean") return values[String(value)] ?? String(value);
  if (typeof value === "number") return number_text(value, context);
  if (typeof value === "string") {
    const others: Record<string, string>[] = [context.words.document, context.words.relation];
    return values[value] ?? others.find((words) => value in words)?.[value] ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => value_text(item, context)).join(", ");
  return is_tree(value) ? record_text(value, context) : "";
}

// Lists of records, and maps, as one line each; anything else is one line.
export function value_lines(value: unknown, context: ValueContext): string[] {
  if (Array.isArray(value) && value.some((item) => is_tree(item) || String(item).length > 24)) {
    return value.map((item) => value_text(item, context));
  }
  return [value_text(value, context)];
}

// The title of a rule in words; "" for a name that the plan does not have.
export function rule_title(
  view: components["schemas"]["PlanView"] | undefined,
  name: string,
  language: Language,
): string {
  const line = view?.parameters.find((parameter) => parameter.name === name);
  return (language === "vi" ? line?.title_vi : line?.title_en) ?? "";
}
