// The language that this browser last chose. Nothing else about a person is kept here.
import type { Language } from "#core/i18n/language";
import { language } from "./language.svelte";

const key = "thituyen.language";

export function restore_language(): void {
  try {
    if (localStorage.getItem(key) === "en") void language.set("en");
  } catch {
    // A browser that keeps nothing starts in Vietnamese.
  }
}

export function choose_language(next: Language): void {
  void language.set(next);
  try {
    localStorage.setItem(key, next);
  } catch {
    // The choice then holds for this page only.
  }
}
