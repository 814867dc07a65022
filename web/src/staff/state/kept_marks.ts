// Unfinished marks in this browser, sealed under a key that cannot leave its profile, as the exam
// keeps answers. By account; signing out deletes key and marks (core/keep/marks.ts).
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { marks_db } from "#core/keep/marks";
import { utf8 } from "#core/proof/bytes";
import type { MarkDraft } from "./mark_draft";

// [round, code, turn]
export type Place = [string, string, string];
interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}
interface MarksSchema extends DBSchema {
  box: { key: "box"; value: CryptoKey };
  marks: { key: Place; value: Sealed };
}

// As core/keep/vault.ts makes it, which the exam alone loads.
const make_box_key = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

export class KeptMarks {
  private constructor(
    private readonly db: IDBPDatabase<MarksSchema>,
    private readonly box: CryptoKey,
  ) {}

  // Undefined where this browser keeps nothing: the page says so.
  static async open(account: string): Promise<KeptMarks | undefined> {
    try {
      const db = await openDB<MarksSchema>(marks_db(account), 1, {
        upgrade(fresh) {
          fresh.createObjectStore("box");
          fresh.createObjectStore("marks");
        },
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase | null)?.close();
        },
      });
      // Two tabs may make a key at once: the one that is there first stands.
      const made = await make_box_key();
      const tx = db.transaction("box", "readwrite");
      const box = (await tx.store.get("box")) ?? made;
      await tx.store.put(box, "box");
      await tx.done;
      return new KeptMarks(db, box);
    } catch {
      return undefined;
    }
  }

  // Deletes where there is no draft. False: not kept.
  async write(place: Place, draft: MarkDraft | undefined): Promise<boolean> {
    try {
      if (draft) await this.db.put("marks", await this.seal(place, draft), place);
      else await this.db.delete("marks", place);
      return true;
    } catch {
      return false;
    }
  }

  async read(place: Place): Promise<MarkDraft | undefined> {
    try {
      const sealed = await this.db.get("marks", place);
      return sealed && (await this.unseal(place, sealed));
    } catch {
      return undefined;
    }
  }

  // Of a round: the code and turn of each script that is begun.
  async begun(round: string): Promise<{ code: string; turn: string }[]> {
    try {
      const keys = await this.db.getAllKeys("marks");
      return keys.filter((key) => key[0] === round).map(([, code, turn]) => ({ code, turn }));
    } catch {
      return [];
    }
  }

  async count(): Promise<number> {
    try {
      return await this.db.count("marks");
    } catch {
      return 0;
    }
  }

  close(): void {
    this.db.close();
  }

  private async seal(place: Place, draft: MarkDraft): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = utf8(JSON.stringify(place));
    const text = utf8(JSON.stringify(draft));
    return {
      iv,
      data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, this.box, text),
    };
  }
  private async unseal(place: Place, { iv, data }: Sealed): Promise<MarkDraft> {
    const additionalData = utf8(JSON.stringify(place));
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData },
      this.box,
      data,
    );
    return JSON.parse(new TextDecoder().decode(plain)) as MarkDraft;
  }
}
