// The verify page: plain TypeScript, so that an outsider can read all of it. It fetches nothing.
import "../ui/kit.css";
import "./verify.css";
import type { Language } from "../core/i18n/language";
import { check_receipt, read_file, type Input, type Verdict } from "./check";
import { el, icons } from "./dom";
import { outcome_nodes } from "./outcome";
import { words, type Words } from "./words";

const stored = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};
const store = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing is good enough for one check.
  }
};

let language: Language = stored("thituyen.language") === "en" ? "en" : "vi";
let verdicts: Verdict[] = [];
const typed = { key: stored("thituyen.verify.key"), receipt: "", payload: "", sig: "" };
let from_file: Input[] = [];

const box = el("div", { class: "out", "aria-live": "polite" });

function show_outcome(w: Words): void {
  box.replaceChildren(...outcome_nodes(verdicts, w, language));
}

function field(
  id: keyof typeof typed,
  label: string,
  hint: string | undefined,
  rows: number,
  optional: string | undefined,
): HTMLElement {
  const input = rows > 1 ? el("textarea", { rows: String(rows) }) : el("input", { type: "text" });
  input.id = id;
  input.value = typed[id];
  input.spellcheck = false;
  input.setAttribute("autocomplete", "off");
  if (hint) input.setAttribute("aria-describedby", `${id}-hint`);
  input.addEventListener("input", () => {
    typed[id] = input.value;
    if (id === "receipt") from_file = [];
  });
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label, optional ? el("span", { class: "lead" }, ` ${optional}`) : ""),
    hint ? el("p", { class: "lead", id: `${id}-hint` }, hint) : undefined,
    input,
  );
}

async function run(w: Words, status: HTMLElement): Promise<void> {
  const inputs =
    from_file.length > 0
      ? from_file
      : typed.receipt.trim()
        ? [{ receipt: typed.receipt, payload: typed.payload, sig: typed.sig.trim() }]
        : [];
  const missing = !typed.key.trim() ? "key" : inputs.length === 0 ? "receipt" : undefined;
  status.textContent = missing === "key" ? w.need_key : missing === "receipt" ? w.need_receipt : "";
  if (missing) {
    document.getElementById(missing)?.focus();
    return;
  }
  store("thituyen.verify.key", typed.key.trim());
  const next: Verdict[] = [];
  for (const input of inputs) next.push(await check_receipt(input, typed.key));
  verdicts = next;
  show_outcome(w);
  document.getElementById("verdict")?.focus();
}

async function open_file(file: File, w: Words, status: HTMLElement): Promise<void> {
  const inputs = read_file(await file.text());
  if (!inputs) {
    status.textContent = w.bad_file;
    return;
  }
  from_file = inputs;
  const only = inputs.length === 1 ? inputs[0] : undefined;
  typed.receipt = only?.receipt ?? "";
  typed.payload = only?.payload ?? "";
  typed.sig = only?.sig ?? "";
  draw();
  const line = document.getElementById("status");
  if (line) line.textContent = w.opened(inputs.length);
}

function form(w: Words): HTMLElement {
  const status = el("p", { class: "status", role: "status", id: "status" });
  const file = el("input", { type: "file", class: "hidden-text", id: "file", tabindex: "-1" });
  file.addEventListener("change", () => {
    const chosen = file.files?.item(0);
    if (chosen) void open_file(chosen, w, status);
  });
  const open = el("button", { type: "button", class: "btn" }, w.open);
  open.addEventListener("click", () => file.click());
  file.setAttribute("aria-label", w.open);
  const node = el(
    "form",
    { class: "card pad", novalidate: "" },
    field("key", w.key, w.key_hint, 2, undefined),
    field("receipt", w.receipt, w.receipt_hint, 6, undefined),
    field("payload", w.payload, w.payload_hint, 3, w.optional),
    field("sig", w.sig, undefined, 1, w.optional),
    status,
    el(
      "div",
      { class: "btn-row" },
      el("button", { type: "submit", class: "btn primary" }, w.check),
      open,
      file,
    ),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(w, status);
  });
  return node;
}

function header(w: Words): HTMLElement {
  const other: Language = language === "vi" ? "en" : "vi";
  const button = el("button", { type: "button", class: "btn dense", lang: other }, w.other);
  button.addEventListener("click", () => {
    language = other;
    store("thituyen.language", other);
    draw();
    document.querySelector<HTMLElement>("header button")?.focus();
  });
  return el(
    "header",
    {},
    el(
      "div",
      { class: "mast" },
      el(
        "div",
        { class: "wrap" },
        icons.lock(),
        el("span", {}, el("b", {}, w.official), " ", el("span", {}, w.official_rest)),
      ),
    ),
    el(
      "div",
      { class: "head" },
      el(
        "div",
        { class: "wrap" },
        el("a", { class: "brand", href: "/" }, el("i", {}, icons.mark()), "Thi Tuyển"),
        el("a", { href: "/" }, w.home),
        el("a", { href: "/kiem-chung/", "aria-current": "page" }, w.verify),
        button,
      ),
    ),
  );
}

function draw(): void {
  const w = words[language];
  document.documentElement.lang = language;
  document.title = `${w.title} – Thi Tuyển`;
  show_outcome(w);
  const main = el(
    "main",
    { class: "wrap" },
    el("h1", {}, w.title),
    el("p", { class: "lead" }, w.lead),
    el("div", { class: "two" }, box, form(w)),
  );
  document.getElementById("app")?.replaceChildren(header(w), main);
}
draw();
