// Single keys of the exam (web.md §11). They match the key's place, not its letter: an input method
// such as UniKey rewrites letters outside fields too, with an empty code.
import { chosen_options, options_value } from "#core/answers";
import type { ExamRoom } from "./room.svelte";

const in_text = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])"));

function choose(room: ExamRoom, place: number): boolean {
  const { question } = room;
  if (question.type === "true_false") {
    const value = ["true", "false"][place];
    if (value) void room.answer(question.item, [value]);
    return value !== undefined;
  }
  const choice = question.choices[place];
  if (!choice || (question.type !== "choice" && question.type !== "multiple")) return false;
  if (question.type === "choice") {
    void room.answer(question.item, [choice.option]);
    return true;
  }
  const now = chosen_options(room.values.get(question.item) ?? null);
  const next = now.includes(choice.option)
    ? now.filter((option) => option !== choice.option)
    : [...now, choice.option];
  void room.answer(question.item, options_value(next));
  return true;
}

function question_key(room: ExamRoom, code: string): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit) return choose(room, Number(digit) - 1);
  const letter = /^Key([A-E])$/.exec(code)?.[1];
  if (letter) return choose(room, letter.charCodeAt(0) - "A".charCodeAt(0));
  switch (code) {
    case "KeyF":
      room.notes.toggle_flag(room.question.item);
      return true;
    case "KeyN":
      room.go(room.at + 1);
      return true;
    case "KeyP":
      room.go(room.at - 1);
      return true;
    default:
      return false;
  }
}

function page_key(room: ExamRoom, code: string): boolean {
  switch (code) {
    case "KeyG":
      room.dialog = "palette";
      return true;
    case "KeyR":
      void room.flush_text();
      room.view = "review";
      return true;
    default:
      return false;
  }
}

export function exam_key(event: KeyboardEvent, room: ExamRoom, speak_time: () => void): void {
  if (event.isComposing || event.code === "" || !room.open) return;
  if (event.altKey && event.code === "KeyT") {
    event.preventDefault();
    speak_time();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || in_text(event.target)) return;
  if (event.key === "?") {
    event.preventDefault();
    room.dialog = room.dialog === "keys" ? undefined : "keys";
    return;
  }
  if (!room.single_keys || room.dialog || event.shiftKey) return;
  const used =
    page_key(room, event.code) || (room.view === "questions" && question_key(room, event.code));
  if (used) event.preventDefault();
}
