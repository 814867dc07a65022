// The two languages of the system. Vietnamese is the source of every text.

export type Language = "vi" | "en";

export interface Sentence {
  vi: string;
  en: string;
}
