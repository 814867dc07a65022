// The exam's IndexedDB: what a machine keeps so that a reload or a crash loses nothing.
// Everything personal in it is sealed (vault.ts); what is plain here is ciphertext, keys that
// cannot be read out, sequence numbers and the log's public key.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

export interface LeaseRecord {
  sitting: string;
  lease: number;
  box: CryptoKey;
  // Base64 SPKI: by it the server knows this machine again.
  client_key: string;
  // Kept only where saves are signed.
  signer?: CryptoKey;
  // Base64 SHA-256 of the logged sitting.lease payload: `prev` of seq 1.
  payload_hash: string;
}
export interface SealedRecord {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}
// [sitting, lease, kind, id]
export type RecordKey = [string, number, string, string];

export interface ExamSchema extends DBSchema {
  leases: { key: [string, number]; value: LeaseRecord };
  records: { key: RecordKey; value: SealedRecord };
  papers: { key: string; value: ArrayBuffer };
  pins: { key: string; value: string };
}
export type ExamDb = IDBPDatabase<ExamSchema>;

export function open_exam_db(name = "thi-tuyen"): Promise<ExamDb> {
  return openDB<ExamSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore("leases", { keyPath: ["sitting", "lease"] });
      db.createObjectStore("records");
      db.createObjectStore("papers");
      db.createObjectStore("pins");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
    },
  });
}

const past_any_text = "\uffff";

// A lease that was asked for and not yet answered has the number 0.
export const asked_lease = 0;

export async function leases_of(db: ExamDb, sitting: string): Promise<LeaseRecord[]> {
  return db.getAll("leases", IDBKeyRange.bound([sitting, 1], [sitting, Infinity]));
}

export async function write_leases(
  db: ExamDb,
  put: LeaseRecord,
  forget?: [string, number],
): Promise<void> {
  const tx = db.transaction("leases", "readwrite", { durability: "strict" });
  const jobs: Promise<unknown>[] = [tx.store.put(put)];
  if (forget) jobs.push(tx.store.delete(forget));
  await Promise.all([...jobs, tx.done]);
}

// Forgets a sitting once its end receipt has been shown and acknowledged (S-61).
export async function forget_sitting(db: ExamDb, sitting: string): Promise<void> {
  const range = IDBKeyRange.bound(
    [sitting, 0, "", ""],
    [sitting, Infinity, past_any_text, past_any_text],
  );
  const tx = db.transaction(["records", "leases"], "readwrite", { durability: "strict" });
  await Promise.all([
    tx.objectStore("records").delete(range),
    tx.objectStore("leases").delete(IDBKeyRange.bound([sitting, 0], [sitting, Infinity])),
    tx.done,
  ]);
}

// The log key of a contest, pinned by the first visit (or by the ticket) and never replaced.
export async function pin_vkey(db: ExamDb, contest: string, offered: string): Promise<string> {
  const tx = db.transaction("pins", "readwrite", { durability: "strict" });
  const pinned = (await tx.store.get(contest)) ?? offered;
  await tx.store.put(pinned, contest);
  await tx.done;
  return pinned;
}
