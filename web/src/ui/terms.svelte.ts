// Words of the field in the language of the moment, with a plain fallback for unknown codes.
import { criteria_en } from "#core/i18n/criteria.en";
import { criteria_vi } from "#core/i18n/criteria.vi";
import { terms_en } from "#core/i18n/terms.en";
import { terms_vi } from "#core/i18n/terms.vi";
import { pair } from "./pair.svelte";

export const terms = pair({ vi: terms_vi, en: terms_en });
export const criteria = pair({ vi: criteria_vi, en: criteria_en });

// The word for a code out of an open set; the code itself where we have no word.
export const word = (words: Record<string, string>, code: string): string => words[code] ?? code;
