// Minutes that the server makes for printing: which there are, and where each is.
import { ask } from "#core/api/site";
import type { Reply } from "#core/api/fault";

export interface MinutesList {
  minutes: { name: string; kind: MinutesKind; title: string; index: number }[];
}
export const kinds = ["opening", "draw", "sitting", "marking", "count", "result"] as const;
export type MinutesKind = (typeof kinds)[number];

const path_of = (contest: string): string => `/api/contests/${encodeURIComponent(contest)}/minutes`;
export const document_path = (contest: string, name: string): string =>
  `${path_of(contest)}/${encodeURIComponent(name)}`;

export const read_minutes = (contest: string): Promise<Reply<MinutesList>> =>
  ask(
    fetch(path_of(contest)).then(async (response) => {
      const body: unknown = await response.json().catch(() => undefined);
      return response.ok ? { data: body as MinutesList, response } : { error: body, response };
    }),
  );
