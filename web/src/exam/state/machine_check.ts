// What a machine must be able to do before an exam is opened on it. It repairs nothing.
import type { ExamDb } from "#core/keep/db";
import { make_box_key, Vault } from "#core/keep/vault";

export type CheckName =
  "secure" | "store" | "space" | "clock" | "network" | "paper" | "key" | "shell";
export interface CheckLine {
  name: CheckName;
  state: "doing" | "good" | "bad";
  note?: string;
}

const space_min_bytes = 20_000_000;

export const has_secure_context = (): boolean =>
  window.isSecureContext && typeof crypto.subtle === "object" && "locks" in navigator;

// Writes, reads back and deletes one sealed record.
export async function can_store(db: ExamDb | undefined): Promise<boolean> {
  if (!db) return false;
  try {
    const box = await make_box_key();
    const record = { sitting: "check", lease: 0, box, client_key: "", payload_hash: "" };
    const vault = new Vault(db, record);
    await vault.write([{ kind: "snapshot", id: "check", value: "Đã ghi" }]);
    const read = await vault.read<string>("snapshot", "check");
    await vault.write([{ kind: "snapshot", id: "check", value: undefined }]);
    return read === "Đã ghi";
  } catch {
    return false;
  }
}

export async function has_space(): Promise<boolean> {
  try {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return quota - usage >= space_min_bytes;
  } catch {
    return false;
  }
}

// The browser keeps the data even when space runs short, where it agrees to.
export async function ask_to_persist(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // A browser without it still keeps the data while the exam runs.
  }
}
