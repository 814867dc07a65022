// A stand-in for the server, for development and browser tests: serves the built client and the
// API's shapes over the sample world. It enforces little; the real rules are the server's.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./site/answers.mjs";
import { public_routes } from "./site/routes_public.mjs";
import { candidate_routes } from "./site/routes_candidate.mjs";
import { staff_routes } from "./site/routes_staff.mjs";
import { room_routes } from "./site/routes_rooms.mjs";
import { result_routes } from "./site/routes_results.mjs";
import { judging_routes } from "./site/routes_judging.mjs";
import { make_world } from "./site/world.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:",
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'",
  "frame-ancestors 'none'; require-trusted-types-for 'script'",
  "trusted-types svelte-trusted-html app-sw",
].join("; ");

function page_of(path) {
  const first = path.split("/")[1];
  return { thi: "exam.html", qt: "staff.html", "kiem-chung": "verify.html" }[first] ?? "index.html";
}

function serve_file(path, response) {
  const file = join(dist, path);
  const found = file.startsWith(dist) && existsSync(file) && statSync(file).isFile();
  const name = found ? file : join(dist, page_of(path));
  response.writeHead(200, {
    "Content-Type": types[extname(name)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
  });
  createReadStream(name).pipe(response);
}

const compiled = (routes) =>
  Object.entries(routes).map(([key, handler]) => {
    const [method, template] = key.split(" ");
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, "([^/]+)")}$`);
    return { method, pattern, names, handler };
  });

const table = compiled({
  ...public_routes,
  ...candidate_routes,
  ...staff_routes,
  ...room_routes,
  ...result_routes,
  ...judging_routes,
});

async function body_of(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const bytes = Buffer.concat(parts);
  const json = (request.headers["content-type"] ?? "").startsWith("application/json");
  return { bytes, json: json && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined };
}

function send_json(response, status, body, headers = {}) {
  const kind = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "Content-Type": kind, ...headers });
  response.end(body === undefined ? "{}" : JSON.stringify(body));
}

async function answer(world, request, response) {
  const url = new URL(request.url, "http://localhost");
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith("/api/") && !path.startsWith("/log/")) return serve_file(path, response);
  const route = table.find((line) => line.method === request.method && line.pattern.test(path));
  if (!route) throw new Refusal(404, "not_found");
  const values = route.pattern.exec(path).slice(1);
  const token = /sid=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const { bytes, json } = await body_of(request);
  const call = {
    world,
    params: Object.fromEntries(route.names.map((name, i) => [name, values[i]])),
    query: url.searchParams,
    body: json,
    bytes,
    session: world.sessions.get(token),
    token,
    headers: {},
    response,
    media_type: request.headers["content-type"],
  };
  const reply = await route.handler(call);
  if (reply === "streaming") return undefined;
  if (reply?.raw !== undefined) {
    response.writeHead(200, { "Content-Type": reply.type, ...call.headers });
    return response.end(reply.raw);
  }
  return send_json(response, 200, reply, call.headers);
}

export function start_site(port = 0, world = make_world()) {
  const server = createServer((request, response) => {
    answer(world, request, response).catch((error) => {
      if (error instanceof Refusal) {
        const { status, code, detail, errors } = error;
        send_json(response, status, {
          type: "about:blank",
          title: code,
          status,
          code,
          detail,
          errors,
        });
      } else {
        console.error(error);
        send_json(response, 500, { code: "server", status: 500, detail: { vi: "", en: "" } });
      }
    });
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const stop = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ origin: `http://localhost:${server.address().port}`, world, stop });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin, world } = await start_site(Number(process.argv[2] ?? 25000));
  console.log(`ready ${origin}`);
  for (const person of world.people) console.log(`${origin}/dang-nhap#${person.name}`);
}
