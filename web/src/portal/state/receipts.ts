// Receipts that this browser was given, kept here so that they can be shown and checked again.
// They are the person's own evidence; the log holds the same facts.
import type { Schemas } from "#core/api/site";

export type Receipt = Schemas["ApplicationReceipt"] & { contest: string };

const key = "thituyen.receipts";
const kept_max = 20;

export function receipts(): Receipt[] {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as Receipt[]) : [];
  } catch {
    return [];
  }
}

export function keep_receipt(contest: string, receipt: Schemas["ApplicationReceipt"]): void {
  try {
    const others = receipts().filter((line) => line.code !== receipt.code);
    const all = [{ ...receipt, contest }, ...others].slice(0, kept_max);
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // The page that shows the receipt offers it as a file too.
  }
}

export const receipt_of = (application: string): Receipt | undefined =>
  receipts().find((line) => line.application === application);
