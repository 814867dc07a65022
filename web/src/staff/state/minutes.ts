// Minutes that the server makes for printing: which there are, and where each is.
import { ask, site, type Schemas } from "#core/api/site";

export type MinutesKind = Schemas["MinutesKind"];
export const kinds = ["opening", "draw", "sitting", "marking", "count", "result"] as const;

export const document_path = (contest: string, name: string): string =>
  `/api/contests/${encodeURIComponent(contest)}/minutes/${encodeURIComponent(name)}`;

export const read_minutes = (contest: string) =>
  ask(site.GET("/api/contests/{contest}/minutes", { params: { path: { contest } } }));
