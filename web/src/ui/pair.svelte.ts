// A catalogue that comes with its screen in both languages: screens are loaded one by one, so each
// brings its own words. A missing English key does not compile where `en` is typed by `vi`.
import type { Language } from "#core/i18n/language";
import { language } from "./language.svelte";

// `m` is the catalogue in the language of the moment; reading it in a template is reactive.
export function pair<M>(both: Record<Language, M>): { readonly m: M } {
  return {
    get m() {
      return both[language.current];
    },
  };
}
