// One sitting under way on this machine: what the page shows and what the candidate may do.
// It holds no rule of the contest; times, grants and the end are what the server says.
import { SvelteMap } from "svelte/reactivity";
import { is_answered } from "#core/answers";
import type { AnswerValue, Sitting, SubmitReply } from "#core/api/types";
import { hour_text } from "#core/format";
import type { ExamMessages } from "#core/i18n/exam.vi";
import type { LeaseRecord } from "#core/keep/db";
import type { Vault } from "#core/keep/vault";
import type { Outbox } from "#core/outbox/outbox";
import type { OutboxState, SavedAnswer } from "#core/outbox/state";
import type { PaperView, QuestionView } from "#core/paper";
import type { VerifierKey } from "#core/proof/note";
import type { TabLock } from "#core/tab_lock";
import { announce } from "#ui/announcer";
import { language } from "#ui/language.svelte";
import { exam_words } from "../words";
import type { Entered } from "./enter";
import { listen } from "./events";
import { make_outbox } from "./make_outbox";
import { ExamNotes } from "./notes.svelte";
import { save_view } from "./save_view";
import type { ExamServer } from "./server";
import { hand_in, handed_in_before, type HandedIn } from "./submit";

export type Phase = "working" | "handing_in" | "time_up" | "locked" | "tab_locked" | "done";
export type Dialog = "keys" | "call" | "confirm" | "palette";
export interface RoomNotice {
  id: string;
  kind: "info" | "warn" | "bad" | "ok";
  text: (m: ExamMessages) => string;
}

const minute_ms = 60_000;
const spoken_minutes = [30, 15, 5, 1];
const five_minutes_ms = 5 * minute_ms;
const tick_ms = 250;
const poll_ms = 30_000;

export class ExamRoom {
  readonly paper: PaperView;
  readonly notes: ExamNotes;
  readonly values: SvelteMap<string, AnswerValue>;
  readonly receipts: SvelteMap<string, SavedAnswer>;
  sitting = $state.raw() as Sitting;
  at = $state(0);
  view = $state<"questions" | "review">("questions");
  phase = $state<Phase>("working");
  dialog = $state<Dialog | undefined>();
  notices = $state<RoomNotice[]>([]);
  outbox_state = $state.raw() as OutboxState;
  now = $state(0);
  perf = $state(0);
  ends_at = $state(0);
  locked_at = $state(0);
  clock_hidden = $state(false);
  single_keys = $state(true);
  five_shown = $state(false);
  handed = $state.raw<HandedIn | undefined>();
  // What the server says of the end, when it was not this machine that handed in.
  ended = $state.raw<SubmitReply | undefined>();
  readonly outbox: Outbox;
  private readonly vault: Vault;
  private readonly record: LeaseRecord;
  private readonly closers: (() => void)[] = [];
  private text_flush: (() => Promise<void>) | undefined;
  private finishing = false;
  private was_offline = 0;
  private last_remaining_ms = Infinity;

  constructor(
    entered: Entered,
    readonly server: ExamServer,
    private readonly vkey: VerifierKey,
    private readonly lock: TabLock,
  ) {
    this.sitting = entered.sitting;
    this.paper = entered.paper;
    this.vault = entered.vault;
    this.record = entered.record;
    this.ends_at = entered.sitting.ends_at;
    if (entered.wall_offset_ms !== undefined) server.clock.assume(entered.wall_offset_ms);
    this.outbox = make_outbox({
      server,
      vkey,
      record: entered.record,
      vault: entered.vault,
      chain: entered.chain,
      on_change: (state) => this.outbox_changed(state),
      on_saved: (answer) => this.answer_saved(answer),
      on_times: (ends_at) => this.end_moved(ends_at),
    });
    for (const answer of entered.answers) this.outbox.saved.set(answer.item, answer);
    this.outbox_state = this.outbox.state;
    this.receipts = new SvelteMap(this.outbox.saved);
    this.values = new SvelteMap(
      entered.paper.questions.map(({ item }) => [item, this.outbox.value_of(item)]),
    );
    const { record, vault } = entered;
    this.notes = new ExamNotes(entered.notes, record.sitting, vault, server);
    const unseen = entered.paper.questions.findIndex(({ item }) => !this.answered(item));
    this.at = Math.max(unseen, 0);
    this.tick();
  }

  get question(): QuestionView {
    const found = this.paper.questions[this.at] ?? this.paper.questions[0];
    if (!found) throw new Error("a paper without questions");
    return found;
  }
  get remaining_ms(): number {
    return Math.max(0, this.ends_at - this.now);
  }
  get save_view() {
    return save_view(this.outbox_state, this.perf);
  }
  get open(): boolean {
    return this.phase === "working";
  }
  answered(item: string): boolean {
    return is_answered(this.values.get(item) ?? null);
  }
  get answered_count(): number {
    return this.paper.questions.filter(({ item }) => this.answered(item)).length;
  }
  get blank(): QuestionView[] {
    return this.paper.questions.filter(({ item }) => !this.answered(item));
  }
  get flagged(): QuestionView[] {
    return this.paper.questions.filter(({ item }) => this.notes.flags.has(item));
  }

  // Starts clocks, listeners and whatever still waits from before a reload.
  async start(): Promise<void> {
    const before = await handed_in_before(this.vault).catch(() => undefined);
    if (before) {
      this.handed = before;
      this.phase = "done";
      return;
    }
    const ticking = setInterval(() => this.tick(), tick_ms);
    const polling = setInterval(() => void this.sync(), poll_ms);
    const stop_listening = listen(this.record.sitting, {
      time: ({ ends_at }) => this.end_moved(ends_at),
      lease: ({ lease }) => this.lease_moved(lease),
      ended: () => void this.finish("ended"),
      notice: (said) =>
        this.notify("notice", "info", (m) => `${m.dialogs.notice_from} ${said[language.current]}`),
    });
    const back = (): void => void this.retry();
    const visible = (): void => {
      if (document.visibilityState === "visible") back();
      else void this.leaving();
    };
    const away = (): void => void this.leaving();
    addEventListener("online", back);
    addEventListener("pagehide", away);
    document.addEventListener("visibilitychange", visible);
    this.closers.push(
      () => clearInterval(ticking),
      () => clearInterval(polling),
      stop_listening,
      () => removeEventListener("online", back),
      () => removeEventListener("pagehide", away),
      () => document.removeEventListener("visibilitychange", visible),
    );
    await this.outbox.kick();
  }

  close(): void {
    for (const close of this.closers.splice(0)) close();
  }

  go(at: number): void {
    if (at < 0 || at >= this.paper.questions.length) return;
    void this.flush_text();
    this.at = at;
    this.view = "questions";
  }

  // The field on the page hands over a way to read it; one question has at most one.
  register_text(flush: () => Promise<void>): () => void {
    this.text_flush = flush;
    return () => {
      if (this.text_flush === flush) this.text_flush = undefined;
    };
  }
  async flush_text(): Promise<void> {
    await this.text_flush?.();
  }

  // Keeps a value on disk; `send` also sends it.
  async answer(item: string, value: AnswerValue, send = true): Promise<void> {
    if (this.phase !== "working" && this.phase !== "time_up") return;
    this.values.set(item, value);
    await this.outbox.put(item, value);
    if (send) void this.outbox.kick();
  }

  async retry(): Promise<void> {
    void this.notes.save();
    await Promise.all([this.sync(), this.outbox.kick({ now: true })]);
  }

  async signed_in_again(): Promise<void> {
    await Promise.all([this.sync(), this.outbox.resume()]);
  }

  // The candidate hands in, time is up, or the server has ended it. Runs once; an extension before
  // the last link undoes it, unless the server has ended the sitting.
  async finish(why: "candidate" | "time_up" | "ended"): Promise<void> {
    if (this.finishing || this.phase === "done" || this.phase === "tab_locked") return;
    this.finishing = true;
    this.dialog = undefined;
    await this.flush_text();
    this.phase = why === "candidate" ? "handing_in" : "time_up";
    while (this.outbox.state.waiting > 0 && !this.outbox.state.superseded) {
      await this.outbox.kick();
      if (why === "time_up" && this.extended()) return;
      if (this.outbox.state.trouble?.kind === "closed") break;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    if (why === "time_up" && this.extended()) return;
    const { server, vkey, vault, outbox } = this;
    const ports = { sitting: this.record.sitting, server, vkey, vault, outbox };
    this.handed = await hand_in(ports, () => undefined);
    if (!this.handed) {
      const reply = await server.submission(this.record.sitting);
      if (reply.ok) this.ended = reply.data;
    }
    this.phase = "done";
    this.close();
  }

  private extended(): boolean {
    const more = this.ends_at > this.server.clock.now() + tick_ms;
    if (more) {
      this.phase = "working";
      this.finishing = false;
    }
    return more;
  }

  // Another tab of this browser goes on.
  async hand_over(): Promise<void> {
    await this.flush_text();
    this.taken();
  }
  taken(): void {
    this.outbox.stop();
    this.phase = "tab_locked";
    this.close();
  }
  let_go(): void {
    this.lock.release();
  }

  notify(id: string, kind: RoomNotice["kind"], text: RoomNotice["text"]): void {
    this.notices = [...this.notices.filter((notice) => notice.id !== id), { id, kind, text }];
    announce(text(exam_words.m), kind === "bad" ? "assertive" : "polite");
  }
  dismiss(id: string): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  private async leaving(): Promise<void> {
    await this.flush_text();
    await this.outbox.kick({ now: true, keepalive: true });
  }

  private async sync(): Promise<void> {
    const reply = await this.server.sitting(this.record.sitting);
    if (!reply.ok) return;
    this.sitting = reply.data;
    this.end_moved(reply.data.ends_at);
    if (reply.data.lease) this.lease_moved(reply.data.lease.lease);
    const over = reply.data.state === "ended" || reply.data.state === "submitted";
    if (over && this.phase === "working") void this.finish("ended");
  }

  private lease_moved(lease: number): void {
    if (lease <= this.record.lease || this.phase === "locked" || this.phase === "done") return;
    this.locked_at = this.server.clock.now();
    this.phase = "locked";
    this.dialog = undefined;
    void this.flush_text().then(() => this.outbox.kick({ now: true }));
  }

  private end_moved(ends_at: number): void {
    const moved_ms = ends_at - this.ends_at;
    if (Math.abs(moved_ms) < 1000) return;
    this.ends_at = ends_at;
    this.five_shown = false;
    this.last_remaining_ms = Infinity;
    const minutes = Math.round(moved_ms / minute_ms);
    this.notify("time", "info", (m) =>
      minutes > 0
        ? m.dialogs.extra(minutes, hour_text(ends_at))
        : m.dialogs.moved(hour_text(ends_at)),
    );
  }

  private outbox_changed(state: OutboxState): void {
    const was = this.outbox_state.trouble?.kind;
    this.outbox_state = state;
    const is = state.trouble?.kind;
    if (is === "offline") this.was_offline = Math.max(this.was_offline, state.waiting);
    if (is !== was && is === "offline") announce(exam_words.m.dialogs.offline);
    if (is === undefined && state.waiting === 0 && this.was_offline > 0) {
      const sent = this.was_offline;
      this.was_offline = 0;
      this.notify("online", "ok", (m) => m.dialogs.online(sent));
    }
    if (is !== was && is === "receipt") announce(exam_words.m.dialogs.receipt, "assertive");
    if (state.superseded) this.lease_moved(this.record.lease + 1);
  }

  private answer_saved(answer: SavedAnswer): void {
    if (answer.counts !== "superseded") this.receipts.set(answer.item, answer);
  }

  private tick(): void {
    this.perf = this.server.clock.perf();
    const now = Math.floor(this.server.clock.now() / tick_ms) * tick_ms;
    this.now = now;
    if (this.server.clock.jumped()) void this.sync();
    const left_ms = this.ends_at - now;
    for (const minutes of spoken_minutes) {
      const mark_ms = minutes * minute_ms;
      if (this.last_remaining_ms > mark_ms && left_ms <= mark_ms && left_ms > mark_ms - minute_ms) {
        this.speak_minutes(minutes);
      }
    }
    this.last_remaining_ms = left_ms;
    if (left_ms <= 0 && this.phase === "working") void this.finish("time_up");
  }

  private speak_minutes(minutes: number): void {
    if (minutes * minute_ms <= five_minutes_ms) this.clock_hidden = false;
    if (minutes === 5) this.five_shown = true;
    announce(exam_words.m.dialogs.minutes_left(minutes));
  }
}
