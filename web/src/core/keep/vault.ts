// Sealed records of one lease: AES-GCM under a key that cannot leave this browser profile (S-61).
// A record is bound to its place, so that one cannot be moved to another's.
import { from_base64, to_base64, utf8 } from "../proof/bytes";
import type { ExamDb, LeaseRecord, RecordKey, SealedRecord } from "./db";

export type RecordKind =
  "pending" | "frozen" | "chain" | "answers" | "snapshot" | "sitting" | "paper" | "notes" | "final";

export interface Change {
  kind: RecordKind;
  id: string;
  // Undefined deletes the record.
  value: unknown;
}

export const make_box_key = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

export class Vault {
  constructor(
    private readonly db: ExamDb,
    private readonly owner: LeaseRecord,
  ) {}

  private key_of(kind: string, id: string): RecordKey {
    return [this.owner.sitting, this.owner.lease, kind, id];
  }

  private async seal(key: RecordKey, value: unknown): Promise<SealedRecord> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = utf8(JSON.stringify(key));
    const data = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv, additionalData },
      this.owner.box,
      utf8(JSON.stringify(value)),
    );
    return { iv, data };
  }

  private async unseal(key: RecordKey, record: SealedRecord): Promise<unknown> {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: record.iv, additionalData: utf8(JSON.stringify(key)) },
      this.owner.box,
      record.data,
    );
    return JSON.parse(new TextDecoder().decode(plain));
  }

  // All changes or none, flushed to disk before it resolves.
  async write(changes: readonly Change[]): Promise<void> {
    const sealed = await Promise.all(
      changes.map(async ({ kind, id, value }) => {
        const key = this.key_of(kind, id);
        return { key, record: value === undefined ? undefined : await this.seal(key, value) };
      }),
    );
    const tx = this.db.transaction("records", "readwrite", { durability: "strict" });
    const jobs: Promise<unknown>[] = sealed.map(({ key, record }) =>
      record ? tx.store.put(record, key) : tx.store.delete(key),
    );
    await Promise.all([...jobs, tx.done]);
  }

  async read<T>(kind: RecordKind, id: string): Promise<T | undefined> {
    const key = this.key_of(kind, id);
    const record = await this.db.get("records", key);
    return record && ((await this.unseal(key, record)) as T);
  }

  // Every record of a kind, by id.
  async read_all<T>(kind: RecordKind): Promise<Map<string, T>> {
    const range = IDBKeyRange.bound(this.key_of(kind, ""), this.key_of(kind, "\uffff"));
    const [keys, records] = await Promise.all([
      this.db.getAllKeys("records", range),
      this.db.getAll("records", range),
    ]);
    const found = new Map<string, T>();
    for (const [i, key] of keys.entries()) {
      const record = records[i];
      if (record) found.set(key[3], (await this.unseal(key, record)) as T);
    }
    return found;
  }
}

// Keys that sort as their numbers do.
export const id_of_number = (n: number): string => String(n).padStart(12, "0");

export async function sign_payload(signer: CryptoKey | undefined, payload: string) {
  if (!signer) return "";
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  return to_base64(new Uint8Array(await crypto.subtle.sign(algorithm, signer, utf8(payload))));
}

// A new signing key: the private half cannot be read out; the public half as base64 SPKI.
export async function make_signer(): Promise<{ signer: CryptoKey; client_key: string }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  return { signer: pair.privateKey, client_key: to_base64(spki) };
}

export const is_hash = (text: string): boolean => from_base64(text)?.length === 32;
