// The language of the page, and the catalogue that every kit component shares.
// Catalogues are plain objects (core/i18n); this file only makes the choice reactive. English is
// fetched when it is first asked for.
import { common_vi } from "#core/i18n/common.vi";
import type { Language } from "#core/i18n/language";

const chosen = $state<{ language: Language }>({ language: "vi" });
const loaders: (() => Promise<void>)[] = [];

export const language = {
  get current(): Language {
    return chosen.language;
  },
  // `html lang` follows, so that screen readers change voice too. Without a network, and with
  // English never loaded, the page stays in Vietnamese.
  async set(next: Language): Promise<void> {
    if (next === "en") {
      try {
        await Promise.all(loaders.map((load) => load()));
      } catch {
        return;
      }
    }
    chosen.language = next;
    document.documentElement.lang = next;
  },
};

// `m` is the catalogue in the language of the moment; reading it in a template is reactive.
// English is either there or a way to fetch it.
export function catalogue<M extends object>(both: {
  vi: M;
  en: M | (() => Promise<M>);
}): { readonly m: M } {
  const { vi, en: given } = both;
  let en = $state.raw<M | undefined>(typeof given === "function" ? undefined : given);
  if (typeof given === "function") {
    const load = async (): Promise<void> => {
      en ??= await given();
    };
    loaders.push(load);
    if (chosen.language === "en") void load().catch(() => undefined);
  }
  return {
    get m() {
      return chosen.language === "en" ? (en ?? vi) : vi;
    },
  };
}

export const words = catalogue({
  vi: common_vi,
  en: async () => (await import("#core/i18n/common.en")).common_en,
});
