// The way into one sitting: lobby, tab, takeover, approval. Each refusal waits for a person.
import type { ApiFault } from "#core/api/fault";
import type { Sitting } from "#core/api/types";
import { leases_of, pin_vkey, type ExamDb } from "#core/keep/db";
import { parse_vkey, type VerifierKey } from "#core/proof/note";
import { ask_for_tab, take_tab, type TabLock } from "#core/tab_lock";
import { app } from "./app.svelte";
import type { EnterRefusal, Entered } from "./enter";
import { has_secure_context } from "./machine_check";
import type { ExamRoom } from "./room.svelte";

// The exam itself is fetched while the candidate reads the rules, not with the first screen.
export const load_inside = () => import("./inside");

const approval_poll_ms = 5000;

export type DoorDialog = "tab" | "takeover" | "approval";

export class Door {
  sitting = $state.raw<Sitting | undefined>();
  room = $state.raw<ExamRoom | undefined>();
  fault = $state.raw<ApiFault | undefined>();
  refusal = $state.raw<EnterRefusal | undefined>();
  dialog = $state<DoorDialog | undefined>();
  key_changed = $state(false);
  busy = $state(false);
  // A reload of an exam that this browser holds: no lobby in between.
  returning = $state(false);
  vkey: VerifierKey | undefined;
  private db: ExamDb | undefined;
  private lock: TabLock | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly sitting_id: string) {}

  get over(): boolean {
    return this.sitting?.state === "submitted" || this.sitting?.state === "ended";
  }

  async arrive(): Promise<void> {
    this.fault = undefined;
    this.db = await app.db();
    const reply = await app.server.sitting(this.sitting_id);
    if (!reply.ok) {
      if (reply.fault.kind === "network" && (await this.come_back_offline())) return;
      this.fault = reply.fault;
      return;
    }
    this.sitting = reply.data;
    await this.pin(reply.data);
    if (this.key_changed || !this.db || !has_secure_context()) return;
    const local = await leases_of(this.db, this.sitting_id);
    const { held_here } = await load_inside();
    const mine = held_here(local, reply.data);
    if (mine && reply.data.state !== "scheduled") {
      this.returning = true;
      await this.go_in(false);
    }
  }

  leave(): void {
    clearTimeout(this.timer);
    this.room?.close();
    this.lock?.release();
  }

  // The key from the ticket (#khoa=…) or from this first visit. It is never replaced by a later
  // one.
  private async pin(sitting: Sitting): Promise<void> {
    const ticket = new URLSearchParams(location.hash.slice(1)).get("khoa");
    const offered = sitting.log.vkey;
    const pinned = this.db
      ? await pin_vkey(this.db, sitting.contest, ticket ?? offered)
      : (ticket ?? offered);
    this.vkey = await parse_vkey(pinned);
    this.key_changed = pinned !== offered || !this.vkey;
  }

  private async come_back_offline(): Promise<boolean> {
    if (!this.db) return false;
    const { restore } = await load_inside();
    const entered = await restore(this.db, this.sitting_id).catch(() => undefined);
    if (!entered) return false;
    this.returning = true;
    this.sitting = entered.sitting;
    await this.pin(entered.sitting);
    if (!(await this.take_this_tab(false))) return true;
    await this.open_room(entered);
    return true;
  }

  async go_in(takeover: boolean): Promise<void> {
    if (this.busy || !this.sitting || !this.db || !this.vkey) return;
    this.busy = true;
    this.refusal = undefined;
    this.dialog = undefined;
    try {
      if (!(await this.take_this_tab(false))) return;
      const fresh = await app.server.sitting(this.sitting_id);
      if (fresh.ok) this.sitting = fresh.data;
      const ports = { db: this.db, server: app.server, vkey: this.vkey };
      const { enter } = await load_inside();
      const result = await enter(ports, this.sitting, takeover);
      if (result.ok) await this.open_room(result.entered);
      else this.refused(result.why, takeover);
    } finally {
      this.busy = false;
      if (!this.room) this.returning = false;
    }
  }

  // The candidate chose this window; the other one saves and locks itself.
  async use_this_tab(): Promise<void> {
    this.dialog = undefined;
    const given = await ask_for_tab(this.sitting_id);
    if (!(await this.take_this_tab(!given))) return;
    await this.arrive();
  }

  give_up_approval(): void {
    clearTimeout(this.timer);
    this.dialog = undefined;
  }

  private async take_this_tab(steal: boolean): Promise<boolean> {
    if (this.lock) return true;
    this.lock = await take_tab(this.sitting_id, {
      steal,
      on_asked: async () => {
        await this.room?.hand_over();
        this.lock = undefined;
      },
      on_lost: () => {
        this.room?.taken();
        this.lock = undefined;
      },
    });
    if (!this.lock) this.dialog = "tab";
    return this.lock !== undefined;
  }

  private refused(why: EnterRefusal, takeover: boolean): void {
    if (why.kind === "takeover") this.dialog = "takeover";
    else if (why.kind === "approval") {
      this.dialog = "approval";
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.ask_again(takeover), approval_poll_ms);
    } else this.refusal = why;
  }

  private async ask_again(takeover: boolean): Promise<void> {
    const reply = await app.server.sitting(this.sitting_id);
    if (reply.ok) this.sitting = reply.data;
    if (this.dialog !== "approval") return;
    await this.go_in(takeover);
  }

  private async open_room(entered: Entered): Promise<void> {
    if (!this.vkey || !this.lock || !this.db) return;
    const { ExamRoom, drain_older } = await load_inside();
    const room = new ExamRoom(entered, app.server, this.vkey, this.lock);
    this.room = room;
    await room.start();
    await drain_older(this.db, app.server, this.vkey, entered.record);
  }
}
