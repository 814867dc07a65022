// Carries answers from the page to the server and never says "saved" before the receipt holds.
// Everything is written to disk before it is sent, one request is under way at a time, and what
// the server has not acknowledged is sent again with the same bytes.
import { code_of, type Reply } from "../api/fault";
import type { AnswersReply, AnswerValue, SaveRequest, SaveResult, SavesReply } from "../api/types";
import { id_of_number, type Change } from "../keep/vault";
import { canonical } from "../proof/canonical";
import type { Counts, ReceiptVerdict } from "../proof/receipt";
import { backoff_ms } from "./backoff";
import { final_payload, type Chain, type Frozen, type Pending, type Sign } from "./chain";
import {
  reaction_to,
  wait_asked_ms,
  type OutboxState,
  type SavedAnswer,
  type Trouble,
} from "./state";

export interface OutboxPorts {
  write: (changes: readonly Change[]) => Promise<void>;
  send: (saves: SaveRequest[], keepalive: boolean) => Promise<Reply<SavesReply>>;
  check: (entry: Frozen, receipt: string, counts: Counts) => Promise<ReceiptVerdict>;
  server_head: () => Promise<Reply<AnswersReply>>;
  renew_token: () => Promise<boolean>;
  sign: Sign;
  // Server's clock, ms; goes into the payload as client_time.
  now: () => number;
  perf: () => number;
  later: (run: () => void, delay_ms: number) => () => void;
  random?: () => number;
  on_change: (state: OutboxState) => void;
  on_saved: (answer: SavedAnswer) => void;
}

export class Outbox {
  readonly saved = new Map<string, SavedAnswer>();
  private trouble: Trouble | undefined;
  private storage_failed = false;
  private superseded = false;
  private readonly late = new Set<string>();
  private readonly refused = new Set<string>();
  private saved_at: number | undefined;
  private waiting_since_perf: number | undefined;
  private failures = 0;
  private attempt: Promise<void> | undefined;
  private cancel_timer: (() => void) | undefined;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    readonly chain: Chain,
    private readonly ports: OutboxPorts,
  ) {
    if (chain.waiting > 0) this.waiting_since_perf = ports.perf();
  }

  get state(): OutboxState {
    const { trouble, storage_failed, superseded, late, refused, saved_at, waiting_since_perf } =
      this;
    const waiting = this.chain.waiting;
    return {
      waiting,
      waiting_since_perf,
      saved_at,
      trouble,
      storage_failed,
      superseded,
      late,
      refused,
    };
  }

  // The value as the candidate last left it, wherever it is now.
  value_of(item: string): AnswerValue {
    return (this.chain.local_value(item) ?? this.saved.get(item))?.value ?? null;
  }

  // Resolves when the value is on this machine's disk (or that failed, which the state says).
  async put(item: string, value: AnswerValue): Promise<void> {
    if (this.stopped || canonical(this.value_of(item)) === canonical(value)) return;
    const entry: Pending = { item, value, client_time: this.ports.now() };
    this.chain.put(entry);
    this.refused.delete(item);
    this.waiting_since_perf ??= this.ports.perf();
    this.changed();
    await this.in_turn(() => this.write([{ kind: "pending", id: item, value: entry }]));
  }

  // Sends what waits. While the server is unreachable only `now` (the network came back, the
  // candidate asked) goes before the planned time.
  kick(options: { now?: boolean; keepalive?: boolean } = {}): Promise<void> {
    if (options.now) this.failures = 0;
    else if (this.cancel_timer) return Promise.resolve();
    this.attempt ??= this.run(options.keepalive ?? false).finally(() => {
      this.attempt = undefined;
      this.changed();
    });
    return this.attempt;
  }

  // Signed in again: what was held goes.
  resume(): Promise<void> {
    if (this.trouble?.kind === "signed_out") this.trouble = undefined;
    return this.kick({ now: true });
  }

  // This tab no longer holds the sitting: nothing more is taken or sent from here.
  stop(): void {
    this.stopped = true;
    this.cancel_timer?.();
    this.cancel_timer = undefined;
  }

  // The last link of the chain. Written down before it is returned; the same text every time.
  async freeze_final(known?: SaveRequest): Promise<SaveRequest> {
    if (known) return known;
    const { sitting, lease, head } = this.chain;
    const payload = final_payload(sitting, lease, head, this.ports.now());
    const request = { payload, sig: await this.ports.sign(payload) };
    await this.in_turn(() => this.write([{ kind: "final", id: "final", value: request }]));
    return request;
  }

  private changed(): void {
    if (this.chain.waiting === 0) this.waiting_since_perf = undefined;
    this.ports.on_change(this.state);
  }

  private in_turn(job: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(job);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async write(changes: readonly Change[]): Promise<void> {
    try {
      await this.ports.write(changes);
      this.storage_failed = false;
    } catch {
      // The answer still goes to the server; the page says that this machine cannot keep it.
      this.storage_failed = true;
      this.changed();
    }
  }

  private async run(keepalive: boolean): Promise<void> {
    this.cancel_timer?.();
    this.cancel_timer = undefined;
    while (this.may_send()) {
      if (this.chain.frozen.length === 0) await this.in_turn(() => this.freeze());
      const batch = this.chain.batch();
      if (batch.length === 0) return;
      const saves = batch.map(({ payload, sig }) => ({ payload, sig }));
      const reply = await this.ports.send(saves, keepalive);
      const wait_ms = reply.ok
        ? await this.digest(reply.data.results)
        : await this.react(code_of(reply.fault), undefined, wait_asked_ms(reply.fault));
      this.changed();
      if (wait_ms !== undefined) {
        this.plan(wait_ms);
        return;
      }
    }
  }

  private may_send(): boolean {
    const stuck = this.trouble && !["offline", "receipt", "refused"].includes(this.trouble.kind);
    return !this.stopped && !stuck && this.chain.waiting > 0;
  }

  private async freeze(): Promise<void> {
    const { frozen, from } = await this.chain.freeze(this.ports.sign);
    await this.write([
      ...frozen.map((entry) => frozen_change(entry)),
      ...from.map(({ item }): Change => ({ kind: "pending", id: item, value: undefined })),
      { kind: "chain", id: "head", value: this.chain.head },
    ]);
  }

  private plan(delay_ms: number): void {
    if (this.stopped) return;
    this.cancel_timer = this.ports.later(() => {
      this.cancel_timer = undefined;
      void this.kick();
    }, delay_ms);
  }

  // Undefined: go on at once. A number: wait that long.
  private async digest(results: readonly SaveResult[]): Promise<number | undefined> {
    let progress = false;
    let wait_ms: number | undefined;
    if (this.trouble?.kind === "offline") this.trouble = undefined;
    for (const result of [...results].sort((a, b) => a.seq - b.seq)) {
      const entry = this.chain.frozen.find((frozen) => frozen.seq === result.seq);
      if (!entry) continue;
      const { counts, receipt } = result;
      if (!counts || receipt === undefined) {
        const code = result.problem?.code ?? "server";
        wait_ms = await this.react(code, entry, undefined);
        if (reaction_to(code) === "drop") progress = true;
        break;
      }
      const verdict = await this.ports.check(entry, receipt, counts);
      if (!verdict.ok) {
        this.trouble = { kind: "receipt", why: verdict.why };
        wait_ms = this.next_wait(undefined);
        break;
      }
      const { item, value, payload, sig } = entry;
      const { index, received_at } = verdict.receipt;
      const proof = { payload, sig, receipt };
      await this.accept(entry, { item, value, received_at, index, counts, proof });
      progress = true;
    }
    if (progress) this.failures = 0;
    return progress ? wait_ms : (wait_ms ?? this.next_wait(undefined));
  }

  private async accept(entry: Frozen, answer: SavedAnswer): Promise<void> {
    const { item, counts, received_at } = answer;
    const done = this.chain.acknowledge(entry.seq);
    if (!done) return;
    if (this.trouble?.kind === "receipt" || this.trouble?.kind === "refused") {
      this.trouble = undefined;
    }
    if (counts === "late") this.late.add(item);
    else this.late.delete(item);
    if (counts === "superseded") this.superseded = true;
    if (counts !== "superseded") {
      this.saved.set(item, answer);
      this.saved_at = Math.max(this.saved_at ?? 0, received_at);
    }
    await this.in_turn(() =>
      this.write([
        frozen_change(done.entry, true),
        { kind: "answers", id: item, value: answer },
        ...done.dropped.map((old) => ({ ...frozen_change(old), value: undefined })),
      ]),
    );
    this.ports.on_saved(answer);
  }

  private next_wait(asked_ms: number | undefined): number {
    const wait_ms = backoff_ms(this.failures, this.ports.random);
    this.failures += 1;
    return Math.max(asked_ms ?? 0, wait_ms);
  }

  private async react(
    code: string,
    entry: Frozen | undefined,
    asked_ms: number | undefined,
  ): Promise<number | undefined> {
    switch (reaction_to(code)) {
      case "sign_in":
        this.trouble = { kind: "signed_out" };
        return undefined;
      case "renew_token":
        return (await this.ports.renew_token()) ? this.next_wait(0) : this.offline(asked_ms);
      case "superseded":
        this.superseded = true;
        this.stop();
        return undefined;
      case "closed":
        this.trouble = { kind: "closed" };
        return undefined;
      case "conflict":
        this.trouble = { kind: "conflict" };
        return undefined;
      case "gap":
        return this.refill();
      case "drop":
        if (entry) return this.give_up(entry, code);
        return this.offline(asked_ms);
      case "wait":
        return this.offline(asked_ms);
    }
  }

  private offline(asked_ms: number | undefined): number {
    if (this.trouble?.kind !== "offline") {
      this.trouble = { kind: "offline", since_perf: this.ports.perf() };
    }
    return this.next_wait(asked_ms);
  }

  private async give_up(entry: Frozen, code: string): Promise<undefined> {
    const dropped = await this.chain.drop(entry.seq);
    if (!dropped) return undefined;
    this.refused.add(entry.item);
    this.trouble = { kind: "refused", code };
    await this.in_turn(() =>
      this.write([
        { ...frozen_change(entry), value: undefined },
        ...dropped.again.map((again) => ({ ...frozen_change(again), value: undefined })),
        ...[...this.chain.pending.values()].map((pending): Change => {
          return { kind: "pending", id: pending.item, value: pending };
        }),
        { kind: "chain", id: "head", value: this.chain.head },
      ]),
    );
    return undefined;
  }

  // The server misses a save that came before: ask how far it has got and go back there.
  private async refill(): Promise<number | undefined> {
    const reply = await this.ports.server_head();
    if (!reply.ok) return this.offline(undefined);
    const same_lease = reply.data.lease === this.chain.lease;
    if (!same_lease || !this.chain.rewind(reply.data.last_seq)) {
      this.trouble = { kind: "conflict" };
      return undefined;
    }
    return this.next_wait(undefined);
  }
}

function frozen_change(entry: Frozen, done = false): Change {
  return { kind: "frozen", id: id_of_number(entry.seq), value: { ...entry, done } };
}
