// The paper: one ciphertext for all, opened with the key that comes at the bell, laid out in the
// candidate's own order. It decides nothing about points.
import type { Paper, PaperItem, PaperOrder } from "./api/types";
import { from_base64, utf8, type Bytes } from "./proof/bytes";

const nonce_bytes = 12;

export interface QuestionView extends PaperItem {
  number: number;
  // In the order shown; letters go by place, values by id.
  choices: { option: string; letter: string; text: string }[];
  passage: { title?: string; text: string } | undefined;
  part: number;
}
export interface PartView {
  title: string;
  numeral: string;
  first: number;
  last: number;
}
export interface PaperView {
  paper: string;
  title: string;
  parts: PartView[];
  questions: QuestionView[];
}

export async function open_paper(paper: string, ciphertext: Bytes, key_text: string) {
  const raw = from_base64(key_text);
  if (raw?.length !== 32 || ciphertext.length <= nonce_bytes) throw new Error("paper key");
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const iv = ciphertext.slice(0, nonce_bytes);
  const params = { name: "AES-GCM", iv, additionalData: utf8(paper) };
  const plain = await crypto.subtle.decrypt(params, key, ciphertext.slice(nonce_bytes));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)) as Paper;
}

const numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

// Parts stay in the paper's order; inside a part the candidate's own order decides.
export function lay_out(paper: Paper, order: PaperOrder): PaperView {
  const items = new Map(paper.items.map((item) => [item.item, item]));
  const stimuli = new Map((paper.stimuli ?? []).map((entry) => [entry.stimulus, entry]));
  const place = new Map(order.items.map((item, i) => [item, i]));
  const by_place = (a: string, b: string): number =>
    (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || 0;
  const questions: QuestionView[] = [];
  const parts: PartView[] = [];
  for (const [i, part] of paper.parts.entries()) {
    const first = questions.length + 1;
    for (const id of [...part.items].sort(by_place)) {
      const item = items.get(id);
      if (!item) continue;
      const texts = new Map((item.options ?? []).map((option) => [option.option, option.text]));
      const shown = order.options[id] ?? [...texts.keys()];
      questions.push({
        ...item,
        number: questions.length + 1,
        choices: shown.map((option, at) => ({
          option,
          letter: String.fromCharCode("A".charCodeAt(0) + at),
          text: texts.get(option) ?? "",
        })),
        passage: item.stimulus === undefined ? undefined : stimuli.get(item.stimulus),
        part: i,
      });
    }
    const numeral = numerals[i] ?? String(i + 1);
    parts.push({ title: part.title, numeral, first, last: questions.length });
  }
  return { paper: paper.paper, title: paper.title, parts, questions };
}
