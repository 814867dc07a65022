// Brings a lease's outbox back from disk after a reload, a crash, or on the way to another machine.
import type { Vault } from "../keep/vault";
import { Chain, type Frozen, type Head, type Pending } from "./chain";
import type { SavedAnswer } from "./state";

export interface LoadedOutbox {
  chain: Chain;
  answers: SavedAnswer[];
}

export async function load_chain(
  vault: Vault,
  sitting: string,
  lease: number,
  payload_hash: string,
): Promise<LoadedOutbox> {
  const [head, pending, frozen, answers] = await Promise.all([
    vault.read<Head>("chain", "head"),
    vault.read_all<Pending>("pending"),
    vault.read_all<Frozen & { done: boolean }>("frozen"),
    vault.read_all<SavedAnswer>("answers"),
  ]);
  const chain = new Chain(sitting, lease, head ?? { next_seq: 1, prev: payload_hash });
  const by_time = [...pending.values()].sort((a, b) => a.client_time - b.client_time);
  for (const entry of by_time) chain.put(entry);
  for (const { done, ...entry } of frozen.values()) {
    if (done) chain.kept.push(entry);
    else chain.frozen.push(entry);
  }
  return { chain, answers: [...answers.values()] };
}
