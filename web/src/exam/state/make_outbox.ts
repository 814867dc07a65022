// Wires an outbox to this browser: vault, server, pinned key. Also sends what older leases of
// this machine still hold: the server stores it as superseded.
import { current_session } from "#core/api/session";
import { leases_of, type ExamDb, type LeaseRecord } from "#core/keep/db";
import { sign_payload, Vault } from "#core/keep/vault";
import type { Chain } from "#core/outbox/chain";
import { load_chain } from "#core/outbox/load";
import { Outbox } from "#core/outbox/outbox";
import type { OutboxState, SavedAnswer } from "#core/outbox/state";
import type { VerifierKey } from "#core/proof/note";
import { logged_payload, save_type, verify_receipt } from "#core/proof/receipt";
import type { ExamServer } from "./server";

export interface OutboxWiring {
  server: ExamServer;
  vkey: VerifierKey;
  record: LeaseRecord;
  vault: Vault;
  chain: Chain;
  on_change: (state: OutboxState) => void;
  on_saved: (answer: SavedAnswer) => void;
  on_times: (ends_at: number) => void;
}

export function make_outbox(wiring: OutboxWiring): Outbox {
  const { server, vkey, record, vault } = wiring;
  return new Outbox(wiring.chain, {
    write: (changes) => vault.write(changes),
    send: async (saves, keepalive) => {
      const reply = await server.saves(record.sitting, saves, keepalive);
      if (reply.ok) wiring.on_times(reply.data.ends_at);
      return reply;
    },
    check: (entry, receipt, counts) =>
      verify_receipt({
        receipt,
        vkey,
        type: save_type(counts),
        payload: (received_at) => logged_payload(entry.payload, entry.sig, received_at, counts),
      }),
    server_head: () => server.answers(record.sitting),
    renew_token: async () => (await current_session(server.api)).ok,
    sign: (payload) => sign_payload(record.signer, payload),
    now: () => server.clock.now(),
    perf: () => server.clock.perf(),
    later: (run, delay_ms) => {
      const timer = setTimeout(run, delay_ms);
      return () => {
        clearTimeout(timer);
      };
    },
    on_change: wiring.on_change,
    on_saved: wiring.on_saved,
  });
}

// Returns the outboxes so that the caller can stop them.
export async function drain_older(
  db: ExamDb,
  server: ExamServer,
  vkey: VerifierKey,
  current: LeaseRecord,
): Promise<Outbox[]> {
  const older = (await leases_of(db, current.sitting)).filter((r) => r.lease < current.lease);
  const outboxes: Outbox[] = [];
  for (const record of older) {
    const vault = new Vault(db, record);
    const { sitting, lease, payload_hash } = record;
    const { chain } = await load_chain(vault, sitting, lease, payload_hash);
    if (chain.waiting === 0) continue;
    const nothing = (): void => undefined;
    const quiet = { on_change: nothing, on_saved: nothing, on_times: nothing };
    const outbox = make_outbox({ server, vkey, record, vault, chain, ...quiet });
    outboxes.push(outbox);
    void outbox.kick();
  }
  return outboxes;
}
