// How a seat of the live room looks and what it says, by the server's clock. Pure.
import type { Schemas } from "#core/api/site";

export type Seat = Schemas["SeatLine"];
export type SeatLook = "ok" | "slow" | "lost" | "empty" | "waiting" | "done";

const slow_after_ms = 30_000;
const lost_after_ms = 60_000;
export const alarm_after_ms = 120_000;

export interface SeatView {
  look: SeatLook;
  says:
    | { kind: "saved" | "not_saved" | "lost"; ms: number }
    | { kind: "absent" | "admitted" | "done" | "closed" | "calling" | "takeover" | "nothing" };
  attention: boolean;
  alarm: boolean;
}

export function seat_view(seat: Seat, now: number): SeatView {
  const plain = { attention: false, alarm: false };
  if (seat.takeover_waiting) {
    return { look: "waiting", says: { kind: "takeover" }, attention: true, alarm: false };
  }
  if (seat.called) {
    return { look: "waiting", says: { kind: "calling" }, attention: true, alarm: false };
  }
  if (seat.state === "scheduled") return { look: "empty", says: { kind: "absent" }, ...plain };
  if (seat.state === "submitted" || seat.state === "ended") {
    const attention = seat.late_answers > 0;
    const kind = seat.state === "submitted" ? "done" : "closed";
    return { look: "done", says: { kind }, attention, alarm: false };
  }
  const silent_ms = now - (seat.last_seen_at ?? seat.last_saved_at ?? now);
  if (!seat.connected && seat.state === "open") {
    const alarm = silent_ms > alarm_after_ms;
    return { look: "lost", says: { kind: "lost", ms: silent_ms }, attention: true, alarm };
  }
  if (seat.state === "admitted") return { look: "ok", says: { kind: "admitted" }, ...plain };
  if (seat.last_saved_at === undefined) return { look: "ok", says: { kind: "nothing" }, ...plain };
  const age_ms = Math.max(0, now - seat.last_saved_at);
  const unsaved = age_ms > slow_after_ms && silent_ms > slow_after_ms;
  return unsaved && age_ms < lost_after_ms * 60
    ? { look: "slow", says: { kind: "not_saved", ms: age_ms }, attention: true, alarm: false }
    : { look: "ok", says: { kind: "saved", ms: age_ms }, ...plain };
}
