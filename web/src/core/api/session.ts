// Signing in and out. The cookie is the server's; the page holds only who it is and the token.
import { ask, remember_csrf, type Api } from "./client";
import type { Reply } from "./fault";
import type { Session } from "./types";

function keep(reply: Reply<Session>): Reply<Session> {
  if (reply.ok) remember_csrf(reply.data.csrf);
  return reply;
}

export const current_session = async (api: Api): Promise<Reply<Session>> =>
  keep(await ask(api.GET("/api/session")));

// POST answers with a token only; the page needs the whole session.
export async function sign_in(api: Api, identifier: string, password: string) {
  const reply = await ask(api.POST("/api/session", { body: { identifier, password } }));
  return reply.ok ? current_session(api) : reply;
}

export async function sign_in_by_link(api: Api, token: string): Promise<Reply<Session>> {
  const reply = await ask(api.POST("/api/session/link", { body: { token } }));
  return reply.ok ? current_session(api) : reply;
}

export async function sign_out(api: Api): Promise<void> {
  await ask(api.DELETE("/api/session"));
  remember_csrf("");
}
