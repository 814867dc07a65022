// A candidate's machine, a network that can be told to fail, and the server's side of saving.
import "fake-indexeddb/auto";
import type { Problem, SaveRequest, SavesReply } from "#core/api/types";
import type { Reply } from "#core/api/fault";
import { open_exam_db, type ExamDb, type LeaseRecord } from "#core/keep/db";
import { make_box_key, Vault } from "#core/keep/vault";
import { load_chain } from "#core/outbox/load";
import { Outbox, type OutboxPorts } from "#core/outbox/outbox";
import type { OutboxState, SavedAnswer } from "#core/outbox/state";
import { parse_vkey } from "#core/proof/note";
import { logged_payload, save_type, verify_receipt } from "#core/proof/receipt";
import { Acceptor } from "../fake/acceptor.mjs";
import { sha256 } from "../fake/log.mjs";

export type Weather =
  "fine" | "request_lost" | "reply_lost" | "busy" | "sign_in" | "closed" | "reordered" | "doubled";

const problem = (status: number, code: string): Problem => {
  return { type: "", title: code, status, code, detail: { vi: "", en: "" } };
};
const refused = (status: number, code: string): Reply<SavesReply> => {
  return { ok: false, fault: { kind: "problem", status, problem: problem(status, code) } };
};

let databases = 0;

export class Bench {
  clock = 1_000_000;
  weather: Weather = "fine";
  disk_full = false;
  requests: SaveRequest[][] = [];
  timers: { run: () => void; delay_ms: number }[] = [];
  saved: SavedAnswer[] = [];
  states: OutboxState[] = [];
  readonly server = new Acceptor({
    sitting: "sit_1",
    now: () => (this.clock += 1),
    ends_at: 50_000_000,
  });

  private constructor(readonly db: ExamDb) {}

  static async open(): Promise<Bench> {
    databases += 1;
    return new Bench(await open_exam_db(`bench ${databases}`));
  }

  async new_lease(): Promise<LeaseRecord> {
    const { lease, payload } = this.server.lease({ client_key: "" });
    const payload_hash = sha256(payload).toString("base64");
    const box = await make_box_key();
    const record = { sitting: "sit_1", lease, box, client_key: "", payload_hash };
    await this.db.put("leases", record);
    return record;
  }

  private send(saves: SaveRequest[]): Reply<SavesReply> {
    this.requests.push(saves);
    const lost: Reply<SavesReply> = { ok: false, fault: { kind: "network" } };
    switch (this.weather) {
      case "request_lost":
        return lost;
      case "busy":
        return refused(503, "busy");
      case "sign_in":
        return refused(401, "not_signed_in");
      case "closed":
        return refused(410, "sitting_closed");
      default:
    }
    const data = this.server.saves(saves);
    if (this.weather === "reply_lost") return lost;
    if (this.weather === "reordered") data.results.reverse();
    if (this.weather === "doubled")
      data.results = [...data.results, ...this.server.saves(saves).results];
    return { ok: true, data };
  }

  // Opens the outbox as a page load does.
  async boot(record: LeaseRecord): Promise<Outbox> {
    const vault = new Vault(this.db, record);
    const { sitting, lease, payload_hash } = record;
    const { chain, answers } = await load_chain(vault, sitting, lease, payload_hash);
    const vkey = await parse_vkey(this.server.log.vkey);
    if (!vkey) throw new Error("bench key");
    const ports: OutboxPorts = {
      write: (changes) =>
        this.disk_full
          ? Promise.reject(new DOMException("", "QuotaExceededError"))
          : vault.write(changes),
      send: (saves) => Promise.resolve(this.send(saves)),
      check: (entry, receipt, counts) =>
        verify_receipt({
          receipt,
          vkey,
          type: save_type(counts),
          payload: (received_at) => logged_payload(entry.payload, entry.sig, received_at, counts),
        }),
      server_head: () => Promise.resolve({ ok: true, data: this.server.kept_answers() }),
      renew_token: () => Promise.resolve(true),
      sign: () => Promise.resolve(""),
      now: () => this.clock,
      perf: () => this.clock,
      later: (run, delay_ms) => {
        const timer = { run, delay_ms };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((other) => other !== timer);
        };
      },
      random: () => 0.5,
      on_change: (state) => this.states.push(state),
      on_saved: (answer) => this.saved.push(answer),
    };
    const outbox = new Outbox(chain, ports);
    for (const answer of answers) outbox.saved.set(answer.item, answer);
    return outbox;
  }

  // The planned time has come.
  fire(): void {
    const due = this.timers;
    this.timers = [];
    for (const timer of due) timer.run();
  }
}
