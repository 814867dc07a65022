// Flags, struck options, what was seen, text size and theme: not answers, not logged, but they
// follow the candidate to another machine.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Notes } from "#core/api/types";
import type { Vault } from "#core/keep/vault";
import type { KeptNotes } from "./enter";
import type { ExamServer } from "./server";

export const text_sizes = [16, 18, 20, 22, 24] as const;
const pause_ms = 2000;

export class ExamNotes {
  readonly flags: SvelteSet<string>;
  readonly visited: SvelteSet<string>;
  readonly struck: SvelteMap<string, string[]>;
  text_size = $state(18);
  theme = $state<"light" | "dark">("light");
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    notes: Notes,
    private readonly sitting: string,
    private readonly vault: Vault,
    private readonly server: ExamServer,
  ) {
    this.flags = new SvelteSet(notes.flags);
    this.visited = new SvelteSet(notes.visited);
    this.struck = new SvelteMap(Object.entries(notes.struck));
    this.text_size = text_sizes.find((size) => size === notes.text_size) ?? 18;
    this.theme = notes.theme === "dark" ? "dark" : "light";
    this.show();
  }

  toggle_flag(item: string): void {
    if (!this.flags.delete(item)) this.flags.add(item);
    this.changed();
  }

  toggle_struck(item: string, option: string): void {
    const now = this.struck.get(item) ?? [];
    const next = now.includes(option) ? now.filter((o) => o !== option) : [...now, option];
    this.struck.set(item, next);
    this.changed();
  }

  visit(item: string): void {
    if (this.visited.has(item)) return;
    this.visited.add(item);
    this.changed();
  }

  resize(step: 1 | -1): void {
    const at = text_sizes.findIndex((size) => size === this.text_size) + step;
    this.text_size = text_sizes[Math.min(Math.max(at, 0), text_sizes.length - 1)] ?? 18;
    this.changed();
  }

  set_theme(theme: "light" | "dark"): void {
    this.theme = theme;
    this.changed();
  }

  private get value(): Notes {
    return {
      flags: [...this.flags],
      visited: [...this.visited],
      struck: Object.fromEntries([...this.struck].filter(([, options]) => options.length > 0)),
      text_size: this.text_size,
      theme: this.theme,
    };
  }

  private show(): void {
    document.documentElement.dataset["theme"] = this.theme;
    document.documentElement.dataset["size"] = String(this.text_size);
  }

  private changed(): void {
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pause_ms);
    void this.keep(true);
  }

  private keep(dirty: boolean): Promise<void> {
    const value: KeptNotes = { notes: this.value, dirty };
    return this.vault.write([{ kind: "notes", id: "notes", value }]).catch(() => undefined);
  }

  // Sent after a pause; a failure waits for the next change or the network's return.
  async save(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    const sent = this.timer;
    const reply = await this.server.put_notes(this.sitting, this.value);
    if (!reply.ok || this.timer !== sent) return;
    this.timer = undefined;
    await this.keep(false);
  }
}
