// The one door to the server: typed by the schema, with the CSRF token, never throwing.
import createClient, { type Middleware } from "openapi-fetch";
import { as_problem, retry_after_ms, type Reply } from "./fault";
import type { Doors } from "./types";

// The session's CSRF token lives in memory only: a reload asks GET /api/session again.
let csrf = "";
export const remember_csrf = (token: string): void => {
  csrf = token;
};

const with_csrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && csrf) request.headers.set("X-CSRF-Token", csrf);
    return request;
  },
};

export function make_client(origin = "", fetch_with: typeof fetch = (request) => fetch(request)) {
  const client = createClient<Doors>({ baseUrl: origin, fetch: fetch_with });
  client.use(with_csrf);
  return client;
}

export type Api = ReturnType<typeof make_client>;

// What openapi-fetch gives back, whatever the route.
interface Raw<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// Turns a call into a Reply. `const reply = await ask(api.GET("/api/session"))`
export async function ask<T>(call: Promise<Raw<T>>): Promise<Reply<T>> {
  let raw: Raw<T>;
  try {
    raw = await call;
  } catch {
    return { ok: false, fault: { kind: "network" } };
  }
  if (raw.response.ok) return { ok: true, data: raw.data as T };
  const { status, headers } = raw.response;
  const wait = retry_after_ms(headers.get("Retry-After"));
  const problem = as_problem(status, raw.error);
  return {
    ok: false,
    fault: {
      kind: "problem",
      status,
      problem,
      ...(wait !== undefined && { retry_after_ms: wait }),
    },
  };
}
