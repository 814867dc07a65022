// The chain of one lease: what waits, what is frozen for sending, what the server has.
// Pure: no storage, no network, no clock. Rules: formats §2.
import type { AnswerValue } from "../api/types";
import { sha256, to_base64, utf8 } from "../proof/bytes";
import { canonical } from "../proof/canonical";

export const batch_saves_max = 100;
export const batch_bytes_max = 200_000;
const kept_count_max = 200;
const kept_bytes_max = 1_000_000;

export interface Pending {
  item: string;
  value: AnswerValue;
  client_time: number;
}
export interface Frozen {
  seq: number;
  item: string;
  value: AnswerValue;
  payload: string;
  hash: string;
  sig: string;
}
export interface Head {
  next_seq: number;
  prev: string;
}

export type Sign = (payload: string) => Promise<string>;

export class Chain {
  // By item, in the order in which the items first changed.
  readonly pending = new Map<string, Pending>();
  // Sent or about to be sent, by rising seq, never changed until the server has answered.
  frozen: Frozen[] = [];
  // Answered lately; sent again if the server turns out to have lost its tail.
  kept: Frozen[] = [];

  constructor(
    readonly sitting: string,
    readonly lease: number,
    public head: Head,
  ) {}

  get waiting(): number {
    return this.pending.size + this.frozen.length;
  }

  put(entry: Pending): void {
    this.pending.set(entry.item, entry);
  }

  // Moves waiting entries into frozen ones, within one batch. Entries put meanwhile stay waiting.
  async freeze(sign: Sign): Promise<{ frozen: Frozen[]; from: Pending[] }> {
    const from = [...this.pending.values()].slice(0, batch_saves_max);
    const frozen: Frozen[] = [];
    let { next_seq, prev } = this.head;
    let bytes = 0;
    for (const { item, value, client_time } of from) {
      const { sitting, lease } = this;
      const payload = canonical({ client_time, item, lease, prev, seq: next_seq, sitting, value });
      const raw = utf8(payload);
      bytes += raw.length;
      if (frozen.length > 0 && bytes > batch_bytes_max) break;
      const hash = to_base64(await sha256(raw));
      frozen.push({ seq: next_seq, item, value, payload, hash, sig: await sign(payload) });
      prev = hash;
      next_seq += 1;
    }
    const taken = from.slice(0, frozen.length);
    for (const entry of taken) {
      if (this.pending.get(entry.item) === entry) this.pending.delete(entry.item);
    }
    this.frozen.push(...frozen);
    this.head = { next_seq, prev };
    return { frozen, from: taken };
  }

  // The next request: the oldest frozen entries that fit into one batch.
  batch(): Frozen[] {
    let bytes = 0;
    const fits = this.frozen.slice(0, batch_saves_max).findIndex((entry, i) => {
      bytes += entry.payload.length * 2;
      return i > 0 && bytes > 2 * batch_bytes_max;
    });
    return this.frozen.slice(0, fits < 0 ? batch_saves_max : fits);
  }

  // The server has it. Returns the entry, or undefined when this seq is not (any more) awaited.
  acknowledge(seq: number): { entry: Frozen; dropped: Frozen[] } | undefined {
    const at = this.frozen.findIndex((entry) => entry.seq === seq);
    const entry = this.frozen[at];
    if (!entry) return undefined;
    this.frozen.splice(at, 1);
    this.kept.push(entry);
    this.kept.sort((a, b) => a.seq - b.seq);
    return { entry, dropped: this.trim_kept() };
  }

  private trim_kept(): Frozen[] {
    const dropped: Frozen[] = [];
    let bytes = this.kept.reduce((sum, entry) => sum + entry.payload.length, 0);
    while (this.kept.length > kept_count_max || (bytes > kept_bytes_max && this.kept.length > 1)) {
      const oldest = this.kept.shift();
      if (!oldest) break;
      bytes -= oldest.payload.length;
      dropped.push(oldest);
    }
    return dropped;
  }

  // The server refused these bytes for good and did not keep them: later frozen entries lose their
  // place in the chain and wait again, unless a newer value of the item waits already.
  async drop(seq: number): Promise<{ refused: Frozen; again: Frozen[] } | undefined> {
    const at = this.frozen.findIndex((entry) => entry.seq === seq);
    const refused = this.frozen[at];
    if (!refused) return undefined;
    const again = this.frozen.slice(at + 1);
    this.frozen = this.frozen.slice(0, at);
    this.head = { next_seq: seq, prev: prev_of(refused.payload) };
    for (const { item, value, payload } of again) {
      if (!this.pending.has(item)) this.put({ item, value, client_time: time_of(payload) });
    }
    return { refused, again };
  }

  // The server's last seq is older than what it had acknowledged: everything after it goes again.
  // False when what it misses is not here any more.
  rewind(last_seq: number): boolean {
    const back = this.kept.filter((entry) => entry.seq > last_seq);
    const first = back[0] ?? this.frozen[0];
    if ((first?.seq ?? this.head.next_seq) !== last_seq + 1) return false;
    this.kept = this.kept.filter((entry) => entry.seq <= last_seq);
    this.frozen = [...back, ...this.frozen];
    return true;
  }

  // The newest value of an item that the server may not have yet.
  local_value(item: string): { value: AnswerValue } | undefined {
    return this.pending.get(item) ?? this.frozen.findLast((entry) => entry.item === item);
  }
}

interface PayloadFields {
  prev: string;
  client_time: number;
}
const prev_of = (payload: string): string => (JSON.parse(payload) as PayloadFields).prev;
const time_of = (payload: string): number => (JSON.parse(payload) as PayloadFields).client_time;

export const final_payload = (
  sitting: string,
  lease: number,
  head: Head,
  client_time: number,
): string =>
  canonical({ client_time, final: true, lease, prev: head.prev, seq: head.next_seq, sitting });
