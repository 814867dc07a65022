// The exam's catalogue in the language of the moment.
import { exam_vi } from "#core/i18n/exam.vi";
import { catalogue } from "#ui/language.svelte";

export const exam_words = catalogue({
  vi: exam_vi,
  en: async () => (await import("#core/i18n/exam.en")).exam_en,
});
