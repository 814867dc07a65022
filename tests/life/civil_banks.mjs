// The banks of a civil-service contest: that of general knowledge which the project has, its
// essays, and one each of language and informatics, which it has not: plain items made here.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { banks } from "./server.mjs";

const item_id = (kind, n) => `itm_${String(kind).padStart(8, "0")}${String(n).padStart(8, "0")}`;

function an_item(kind, topic, n) {
  return {
    item: item_id(kind, n),
    topic,
    type: "choice",
    stem: `Bài tập ${n} về ${topic}: số nào bằng ${n} cộng ${kind}?`,
    options: ["A", "B", "C", "D"].map((option, i) => ({ option, text: `Số ${n + kind + i}` })),
    key: ["A"],
    points: 100,
    source: { document: "Bài tập mẫu", article: `Bài ${n}`, clause: "Đoạn 1" },
    author: "Tổ biên soạn mẫu",
    second_reader: "Tổ phản biện mẫu",
    explanation: `${n} cộng ${kind} bằng ${n + kind}.`,
  };
}

function a_bank(name, kind, title, items) {
  return {
    bank: name,
    version: 1,
    language: "vi",
    title: { vi: title, en: title },
    stimuli: [],
    items: Array.from({ length: items }, (_, n) => an_item(kind, name, n + 1)),
  };
}

// In a folder within this one: its path.
export function civil_banks(folder) {
  const made = join(folder, "banks");
  mkdirSync(made);
  cpSync(banks, made, { recursive: true });
  for (const bank of [a_bank("ngoai-ngu", 1, "Ngoại ngữ", 30), a_bank("tin-hoc", 2, "Tin học", 30)])
    writeFileSync(join(made, `${bank.bank}.json`), JSON.stringify(bank));
  return made;
}
