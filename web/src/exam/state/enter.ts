// From the lobby into the exam: lease, paper, answers so far. Or, without a network, back into an
// exam that this machine already holds. Nothing is shown before the lease's receipt holds.
import { code_of, type ApiFault } from "#core/api/fault";
import type { AnswersReply, LeaseGrant, Notes, Paper, PaperOrder, Sitting } from "#core/api/types";
import { asked_lease, leases_of, write_leases, type ExamDb, type LeaseRecord } from "#core/keep/db";
import { make_box_key, make_signer, Vault } from "#core/keep/vault";
import type { Chain } from "#core/outbox/chain";
import { load_chain } from "#core/outbox/load";
import type { SavedAnswer } from "#core/outbox/state";
import { lay_out, open_paper, type PaperView } from "#core/paper";
import { sha256, to_base64, utf8 } from "#core/proof/bytes";
import type { VerifierKey } from "#core/proof/note";
import { verify_receipt } from "#core/proof/receipt";
import { fetch_ciphertext } from "./ciphertext";
import { device_text } from "./device";
import type { ExamServer } from "./server";

export interface Entered {
  sitting: Sitting;
  record: LeaseRecord;
  vault: Vault;
  chain: Chain;
  answers: SavedAnswer[];
  paper: PaperView;
  notes: Notes;
  // Server's clock minus the device's when this was last known.
  wall_offset_ms: number | undefined;
}

export type EnterRefusal =
  | { kind: "takeover" }
  | { kind: "approval" }
  | { kind: "too_early" }
  | { kind: "lease_receipt" }
  | { kind: "paper" }
  | { kind: "fault"; fault: ApiFault };

export type EnterResult = { ok: true; entered: Entered } | { ok: false; why: EnterRefusal };

export interface EnterPorts {
  db: ExamDb;
  server: ExamServer;
  vkey: VerifierKey;
}

interface KeptSitting {
  sitting: Sitting;
  wall_offset_ms: number;
}
interface KeptPaper {
  paper: Paper;
  order: PaperOrder;
}

export interface KeptNotes {
  notes: Notes;
  // Not yet taken by the server: the machine's copy is the newer one.
  dirty: boolean;
}
const no_notes: Notes = { flags: [], struck: {}, visited: [], text_size: 18, theme: "light" };
const refuse = (why: EnterRefusal): { ok: false; why: EnterRefusal } => ({ ok: false, why });

async function grant_holds(ports: EnterPorts, grant: LeaseGrant, client_key: string) {
  const verdict = await verify_receipt({
    receipt: grant.receipt,
    vkey: ports.vkey,
    type: "sitting.lease",
    payload: () => grant.payload,
  });
  if (!verdict.ok) return false;
  const leased = JSON.parse(grant.payload) as { lease?: unknown; client_key?: unknown };
  return leased.lease === grant.lease && leased.client_key === client_key;
}

// The record of a lease about to be asked for. Its key is on disk before the question goes, so that
// a lost reply leads to the same lease and not to a takeover from oneself.
async function draft_lease(ports: EnterPorts, sitting: Sitting): Promise<LeaseRecord> {
  const known = await ports.db.get("leases", [sitting.sitting, asked_lease]);
  if (known) return known;
  const { signer, client_key } = await make_signer();
  const draft: LeaseRecord = {
    sitting: sitting.sitting,
    lease: asked_lease,
    box: await make_box_key(),
    client_key,
    ...(sitting.signed_saves && { signer }),
    payload_hash: "",
  };
  await write_leases(ports.db, draft);
  return draft;
}

// The lease of this browser profile, or a new one.
async function hold_lease(
  ports: EnterPorts,
  sitting: Sitting,
  takeover: boolean,
): Promise<{ ok: true; record: LeaseRecord; ends_at: number } | { ok: false; why: EnterRefusal }> {
  const mine = held_here(await leases_of(ports.db, sitting.sitting), sitting);
  if (mine) return { ok: true, record: mine, ends_at: sitting.ends_at };
  const draft = await draft_lease(ports, sitting);
  const again = draft.client_key === sitting.lease?.client_key;
  if (sitting.lease && !again && !takeover) return refuse({ kind: "takeover" });
  const { client_key } = draft;
  const reply = await ports.server.lease(sitting.sitting, {
    client_key,
    takeover,
    device: device_text(navigator.userAgent),
  });
  if (!reply.ok) {
    const code = code_of(reply.fault);
    if (code === "takeover_needs_approval") return refuse({ kind: "approval" });
    if (code === "lease_superseded") return refuse({ kind: "takeover" });
    if (code === "too_early") return refuse({ kind: "too_early" });
    return refuse({ kind: "fault", fault: reply.fault });
  }
  if (!(await grant_holds(ports, reply.data, client_key))) return refuse({ kind: "lease_receipt" });
  const payload_hash = to_base64(await sha256(utf8(reply.data.payload)));
  const record: LeaseRecord = { ...draft, lease: reply.data.lease, payload_hash };
  await write_leases(ports.db, record, [sitting.sitting, asked_lease]);
  return { ok: true, record, ends_at: reply.data.ends_at };
}

// The machine's own record of the lease that the server says is current.
export const held_here = (
  records: readonly LeaseRecord[],
  sitting: Sitting,
): LeaseRecord | undefined =>
  records.find(
    ({ lease, client_key }) =>
      lease === sitting.lease?.lease && client_key === sitting.lease.client_key,
  );

async function read_paper(ports: EnterPorts, sitting: Sitting, vault: Vault) {
  const kept = await vault.read<KeptPaper>("paper", "paper");
  if (kept) return { ok: true as const, kept };
  const [reply, ciphertext] = await Promise.all([
    ports.server.key(sitting.sitting),
    fetch_ciphertext(ports, sitting),
  ]);
  if (!reply.ok) {
    if (code_of(reply.fault) === "too_early") return refuse({ kind: "too_early" });
    return refuse({ kind: "fault", fault: reply.fault });
  }
  if (!ciphertext) return refuse({ kind: "paper" });
  try {
    const paper = await open_paper(reply.data.paper, ciphertext, reply.data.key);
    return { ok: true as const, kept: { paper, order: reply.data.order } };
  } catch {
    return refuse({ kind: "paper" });
  }
}

// The server's answers count over the machine's copy; the chain goes on where both agree it ended.
function settle(chain: Chain, kept: SavedAnswer[], reply: AnswersReply): SavedAnswer[] {
  if (reply.lease === chain.lease && reply.last_seq >= chain.head.next_seq) {
    if (chain.frozen.length === 0) {
      chain.head = { next_seq: reply.last_seq + 1, prev: reply.last_prev };
    }
  }
  const by_item = new Map(kept.map((answer) => [answer.item, answer]));
  for (const answer of reply.answers) {
    const local = by_item.get(answer.item);
    if (local?.index !== answer.index) by_item.set(answer.item, { ...answer, counts: "yes" });
  }
  return [...by_item.values()];
}

export async function enter(
  ports: EnterPorts,
  seen: Sitting,
  takeover: boolean,
): Promise<EnterResult> {
  const held = await hold_lease(ports, seen, takeover);
  if (!held.ok) return held;
  // Where the clock starts at sign-in, it is the lease that says when it ends.
  const sitting = { ...seen, ends_at: held.ends_at };
  const { record } = held;
  const vault = new Vault(ports.db, record);
  const read = await read_paper(ports, sitting, vault);
  if (!read.ok) return read;
  const [answers, notes] = await Promise.all([
    ports.server.answers(sitting.sitting),
    ports.server.notes(sitting.sitting),
  ]);
  if (!answers.ok) return refuse({ kind: "fault", fault: answers.fault });
  const loaded = await load_chain(vault, record.sitting, record.lease, record.payload_hash);
  const local = await vault.read<KeptNotes>("notes", "notes");
  const wall_offset_ms = ports.server.clock.wall_offset();
  const kept: KeptSitting = { sitting, wall_offset_ms };
  await vault
    .write([
      { kind: "sitting", id: "sitting", value: kept },
      { kind: "paper", id: "paper", value: read.kept },
    ])
    .catch(() => undefined);
  const entered: Entered = {
    sitting,
    record,
    vault,
    chain: loaded.chain,
    answers: settle(loaded.chain, loaded.answers, answers.data),
    paper: lay_out(read.kept.paper, read.kept.order),
    notes: { ...no_notes, ...(notes.ok && !local?.dirty ? notes.data : local?.notes) },
    wall_offset_ms,
  };
  return { ok: true, entered };
}

// Without a network: the exam that this machine already holds, if it does.
export async function restore(db: ExamDb, sitting_id: string): Promise<Entered | undefined> {
  const records = await leases_of(db, sitting_id);
  const record = records.at(-1);
  if (!record) return undefined;
  const vault = new Vault(db, record);
  const [kept, paper, notes] = await Promise.all([
    vault.read<KeptSitting>("sitting", "sitting"),
    vault.read<KeptPaper>("paper", "paper"),
    vault.read<KeptNotes>("notes", "notes"),
  ]);
  if (!kept || !paper) return undefined;
  const { chain, answers } = await load_chain(vault, sitting_id, record.lease, record.payload_hash);
  return {
    sitting: kept.sitting,
    record,
    vault,
    chain,
    answers,
    paper: lay_out(paper.paper, paper.order),
    notes: { ...no_notes, ...notes?.notes },
    wall_offset_ms: kept.wall_offset_ms,
  };
}
