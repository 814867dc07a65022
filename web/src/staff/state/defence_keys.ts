// The single keys of a defence day, off where the browser's person has switched them off.
import { plain } from "./keys";
import { single_keys } from "./single_keys";

export type DayKey = "step" | "question" | "time" | "help";

const by_code: Record<string, DayKey> = { KeyB: "step", KeyC: "question", KeyT: "time" };

export function day_key(event: KeyboardEvent): DayKey | undefined {
  if (event.repeat || !plain(event) || !single_keys.on()) return undefined;
  if (event.shiftKey) return event.code === "Slash" ? "help" : undefined;
  return by_code[event.code];
}
