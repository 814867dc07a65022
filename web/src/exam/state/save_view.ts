// From the outbox's state to what the bar shows. Green only for a verified receipt.
import type { OutboxState } from "#core/outbox/state";
import type { SaveView } from "#ui/SaveState.svelte";

const quiet_ms = 800;

export function save_view(state: OutboxState, perf: number): SaveView {
  const { waiting, trouble, saved_at, waiting_since_perf } = state;
  if (state.storage_failed) return { kind: "storage_failed" };
  if (trouble?.kind === "offline" || trouble?.kind === "signed_out") {
    return { kind: "offline", waiting };
  }
  if (trouble) return { kind: "not_saved", waiting };
  if (waiting > 0) {
    const long = perf - (waiting_since_perf ?? perf) >= quiet_ms;
    return long || saved_at === undefined ? { kind: "saving" } : { kind: "settling", at: saved_at };
  }
  return saved_at === undefined ? { kind: "idle" } : { kind: "saved", at: saved_at };
}
