// A marker's work on the script at hand: read, kept in this browser with every change, committed.
import { code_of, type ApiFault } from "#core/api/fault";
import { ask, site, type Schemas } from "#core/api/site";
import { fault_lines, type ErrorLine } from "#ui/faults";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { marking as w } from "../i18n/marking";
import type { KeptMarks, Place } from "./kept_marks";
import { draft_of, with_draft, type MarkDraft } from "./mark_draft";
import { said_in, type Said } from "./own_comments";
import * as rubric from "./rubric";

type Turn = Schemas["Turn"];
export const name_of = (one: { code: string; turn: string }): string => `${one.code}/${one.turn}`;

export class ScriptWork {
  page = $state.raw<rubric.ScriptPage | undefined>(undefined);
  lines = $state<rubric.Line[]>([]);
  focused = $state(0);
  errors = $state.raw<ErrorLine[]>([]);
  busy = $state(false);
  // What was begun before the page was opened is here again.
  resumed = $state(false);
  // Of what stands here: "writing" lasts for milliseconds.
  keeping = $state<"nothing" | "writing" | "kept" | "failed">("nothing");
  // Scripts that are begun and not committed, by name_of().
  readonly begun = new SvelteSet<string>();
  // The marker's own words on committed scripts.
  said = $state.raw<readonly Said[]>([]);
  readonly #heard = new SvelteSet<string>();

  #asked = 0;
  // A commit failed, and whether the server took it is not known.
  #stale = false;
  readonly #unwritten = new SvelteMap<string, { place: Place; draft: MarkDraft | undefined }>();
  #writing: Promise<void> | undefined;

  constructor(
    private readonly contest: string,
    private readonly round: string,
    private readonly store: Promise<KeptMarks | undefined>,
    private readonly on_signed_out: () => void,
  ) {}

  get total(): number {
    return rubric.total_of(this.lines);
  }
  get ready(): boolean {
    return this.lines.length > 0 && rubric.first_missing(this.lines) === undefined;
  }
  get max(): number {
    return this.page?.items.reduce((sum, item) => sum + item.max, 0) ?? 0;
  }
  get committed(): number {
    return this.page?.items.reduce((sum, item) => sum + (item.marked ?? 0), 0) ?? 0;
  }

  // What was kept for scripts that are not this marker's to mark any more goes.
  async find_begun(open: readonly { code: string; turn: Turn }[]): Promise<void> {
    const store = await this.store;
    const names = open.map(name_of);
    for (const one of (await store?.begun(this.round)) ?? []) {
      if (names.includes(name_of(one))) this.begun.add(name_of(one));
      else await store?.write([this.round, one.code, one.turn], undefined);
    }
  }

  // False where another script was wanted meanwhile, or this one could not be read.
  async open(code: string, turn: Turn): Promise<boolean> {
    const asked = ++this.#asked;
    this.page = undefined;
    this.lines = [];
    this.errors = [];
    this.resumed = false;
    this.keeping = "nothing";
    this.#stale = false;
    const [reply, draft] = await Promise.all([this.#read(code, turn), this.#draft(code, turn)]);
    if (asked !== this.#asked) return false;
    if (!reply.ok) {
      this.#fail(reply.fault);
      return false;
    }
    this.page = reply.data;
    this.lines = with_draft(rubric.lines_of(reply.data), draft);
    this.focused = Math.min(draft?.focused ?? 0, Math.max(0, this.lines.length - 1));
    this.resumed = draft !== undefined && this.lines.length > 0;
    if (this.resumed) this.keeping = "kept";
    else if (draft) this.#keep();
    return true;
  }

  change(i: number, more: Partial<Pick<rubric.Line, "points" | "wrong" | "comment">>): void {
    const line = this.lines[i];
    if (!line || this.busy) return;
    Object.assign(line, more);
    this.#keep();
  }
  focus(i: number): void {
    this.focused = i;
  }

  // One item after another; what is committed is not edited, so a failure leaves the rest open.
  async commit(): Promise<boolean> {
    if (!this.page || !this.ready || this.busy) return false;
    this.busy = true;
    this.errors = [];
    const done = await this.#commit_all(this.page);
    this.busy = false;
    if (!done) this.errors = [...this.errors, { text: w.m.commit_again }];
    return done;
  }
  async #commit_all({ code, turn }: rubric.ScriptPage): Promise<boolean> {
    if (this.#stale) {
      const now = await this.#read(code, turn);
      if (!now.ok) return this.#fail(now.fault);
      this.#take(now.data);
    }
    this.#stale = true;
    for (const { item, marked } of this.page?.items ?? []) {
      if (marked !== undefined) continue;
      const reply = await ask(
        site.POST("/api/contests/{contest}/rounds/{round}/scripts/{code}/marks", {
          params: { path: { contest: this.contest, round: this.round, code } },
          body: { turn, item, lines: this.#lines_of(item) },
        }),
      );
      if (!reply.ok) return this.#fail(reply.fault);
      this.#take(reply.data);
    }
    this.#stale = false;
    return true;
  }
  #lines_of(item: string): { criterion: string; points: number; comment: string }[] {
    return this.lines
      .filter((line) => line.item === item)
      .map(({ criterion, points, comment }) => ({
        criterion,
        points: points ?? 0,
        comment: rubric.clean(comment),
      }));
  }
  // The page as the server has it: lines of what is committed go.
  #take(page: rubric.ScriptPage): void {
    const open = rubric.lines_of(page).map((line) => line.id);
    const at = this.lines[this.focused]?.id;
    this.page = page;
    this.lines = this.lines.filter((line) => open.includes(line.id));
    this.focused = Math.max(
      0,
      this.lines.findIndex((line) => line.id === at),
    );
    this.#keep();
    this.#hear(page);
  }
  #fail(fault: ApiFault): false {
    this.errors = fault_lines(fault);
    if (code_of(fault) === "not_signed_in") this.on_signed_out();
    return false;
  }

  // Reads, one by one, the scripts that the marker has committed already, for their comments.
  async listen(scripts: readonly { code: string; turn: Turn }[]): Promise<void> {
    for (const one of scripts) {
      if (this.#heard.has(name_of(one))) continue;
      const reply = await this.#read(one.code, one.turn);
      if (!reply.ok) return;
      this.#hear(reply.data);
    }
  }
  #hear(page: rubric.ScriptPage): void {
    if (page.items.some((item) => item.marked === undefined)) return;
    if (this.#heard.has(name_of(page))) return;
    this.#heard.add(name_of(page));
    this.said = [...this.said, ...said_in(page)];
  }

  readonly #read = (code: string, turn: Turn) =>
    ask(
      site.GET("/api/contests/{contest}/rounds/{round}/scripts/{code}", {
        params: {
          path: { contest: this.contest, round: this.round, code },
          query: { turn },
        },
      }),
    );
  async #draft(code: string, turn: string): Promise<MarkDraft | undefined> {
    await this.#writing;
    return (await this.store)?.read([this.round, code, turn]);
  }

  // The newest state of each script is written, one after another.
  #keep(): void {
    if (!this.page) return;
    const { code, turn } = this.page;
    const draft = draft_of(this.lines, this.focused);
    if (draft) this.begun.add(name_of(this.page));
    else this.begun.delete(name_of(this.page));
    this.#unwritten.set(name_of(this.page), { place: [this.round, code, turn], draft });
    if (draft && this.keeping !== "failed") this.keeping = "writing";
    this.#writing ??= this.#write_all();
  }
  async #write_all(): Promise<void> {
    const store = await this.store;
    for (;;) {
      const [next] = this.#unwritten;
      if (!next) break;
      const [name, { place, draft }] = next;
      this.#unwritten.delete(name);
      const kept = await (store?.write(place, draft) ?? draft === undefined);
      if (this.page && name_of(this.page) === name && !this.#unwritten.has(name))
        this.keeping = kept ? (draft ? "kept" : "nothing") : "failed";
    }
    this.#writing = undefined;
  }
}
