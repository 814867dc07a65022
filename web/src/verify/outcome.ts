// The verdict as a person reads it: one sentence, four checks, the path, the facts.
import { date_time_text } from "../core/format";
import type { Language } from "../core/i18n/language";
import type { Step, Verdict } from "./check";
import { el, icons } from "./dom";
import type { Words } from "./words";

const steps: Step[] = ["readable", "same_log", "signed", "in_log"];

function step_row(step: Step, verdict: Verdict, w: Words): HTMLElement {
  const state = verdict.steps[step];
  const text =
    state === "not_run"
      ? step === "in_log" && verdict.outcome === "partly"
        ? w.not_run_payload
        : w.not_run
      : w.steps[step][state];
  const mark = state === "good" ? icons.check() : state === "bad" ? icons.warning() : icons.dash();
  return el(
    "li",
    { class: state },
    mark,
    el("div", {}, el("b", {}, w.steps[step].title), el("span", {}, text)),
  );
}

function facts(verdict: Verdict, w: Words, language: Language): HTMLElement {
  const rows: [string, string | undefined][] = [
    [w.fact.code, verdict.code],
    [
      w.fact.received_at,
      verdict.received_at === undefined ? undefined : date_time_text(verdict.received_at, language),
    ],
    [w.fact.type, verdict.type && (w.type[verdict.type] ?? verdict.type)],
    [w.fact.origin, verdict.origin],
    [w.fact.index, verdict.index?.toString()],
    [w.fact.size, verdict.size?.toString()],
    [w.fact.root, verdict.root],
  ];
  const list = el("dl", {});
  for (const [label, value] of rows) {
    if (value !== undefined) list.append(el("div", {}, el("dt", {}, label), el("dd", {}, value)));
  }
  return list;
}

function path_list(verdict: Verdict, w: Words): HTMLElement | undefined {
  if (verdict.root === undefined) return undefined;
  const list = el("ol", { class: "path" }, el("li", { class: "leaf" }, w.leaf));
  for (const hash of verdict.siblings)
    list.append(el("li", {}, el("code", {}, `${hash.slice(0, 16)}…`)));
  list.append(
    el("li", { class: "root" }, w.signed_root, " ", el("code", {}, `${verdict.root.slice(0, 8)}…`)),
  );
  return el(
    "section",
    { class: "card pad" },
    el("h2", {}, w.path),
    list,
    el("p", { class: "lead" }, w.path_text),
  );
}

// Of many receipts the first bad one is shown, else the last.
export function outcome_nodes(all: readonly Verdict[], w: Words, language: Language): Node[] {
  const bad = all.filter((one) => one.outcome === "bad");
  const shown = bad[0] ?? all.at(-1);
  if (!shown) return [el("p", { class: "lead card pad" }, w.waiting)];
  const many = all.length > 1;
  const title =
    shown.outcome === "bad"
      ? many
        ? w.bad_many(bad.length, all.length)
        : w.bad
      : shown.outcome === "partly"
        ? w.partly
        : many
          ? w.good_many(all.length)
          : w.good;
  const sub = [shown.code, shown.type && w.type[shown.type]].filter(Boolean).join(" · ");
  const list = el("ol", { class: "steps" });
  for (const step of steps) list.append(step_row(step, shown, w));
  const card = el(
    "section",
    { class: `card pad verdict ${shown.outcome}` },
    el(
      "header",
      {},
      el("i", {}, shown.outcome === "good" ? icons.check() : icons.warning()),
      el(
        "div",
        {},
        el("h2", { tabindex: "-1", id: "verdict" }, title),
        el("p", { class: "lead num" }, sub),
      ),
    ),
    list,
    shown.outcome === "bad" ? el("p", { class: "help" }, w.bad_help) : undefined,
    el("details", {}, el("summary", {}, w.details), facts(shown, w, language)),
  );
  const path = path_list(shown, w);
  return path ? [card, path] : [card];
}
