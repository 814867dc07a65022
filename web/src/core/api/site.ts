// The door to the routes of contests, for the portal and the staff pages. Types come from the
// schema; short names for the screens stand here.
import { ask, make_client, remember_csrf } from "./client";
import type { Reply } from "./fault";
import type { components } from "./schema";

export type Schemas = components["schemas"];

export const site = make_client(location.origin);
export { ask, remember_csrf };

export type Session = Schemas["Session"];
export type Notice = Schemas["Notice"];
export type Role = Schemas["Role"];
export type Stage = Schemas["Stage"];
export type DocumentKind = Schemas["DocumentKind"];
export type DossierFacts = Schemas["DossierFacts"];
export type DocumentLine = Schemas["DocumentLine"];
export type MyApplication = Schemas["MyApplication"];
export type PlanView = Schemas["PlanView"];
export type Proposal = Schemas["Proposal"];
export type ScoreTrace = Schemas["ScoreTrace"];

export async function read_session(): Promise<Reply<Session>> {
  const reply = await ask(site.GET("/api/session"));
  if (reply.ok) remember_csrf(reply.data.csrf);
  return reply;
}

// The body of an act that two people must agree on (server/http/api/acts.h).
export const propose = (contest: string, act: string, body: object): Promise<Reply<Proposal>> =>
  ask(
    site.POST("/api/contests/{contest}/proposals", {
      params: { path: { contest } },
      body: { act, body },
    }),
  );
