// A stand-in for the C++ server: the static pages with their real headers, the sitting API, and
// receipts from the second log. Tests steer it through the object that start() returns.
// By hand: node tests/fake-server.mjs 22080, then http://localhost:22080/thi/ (any name, any password).
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Acceptor } from "./fake/acceptor.mjs";
import { sha256 } from "./fake/log.mjs";
import { order, paper, paper_key, sealed_paper } from "./fake/paper.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html app-sw";
const entries = { thi: "exam.html", qt: "staff.html", "kiem-chung": "verify.html" };

const problem = (status, code) => ({
  status,
  body: { type: `/problems/${code}`, title: code, status, code, detail: { vi: code, en: code } },
});
const ok = (body) => ({ status: 200, body });

class Site {
  constructor(options) {
    this.clock_skew_ms = 0;
    this.now = () => Date.now() + this.clock_skew_ms;
    this.sitting = "sit_0000000000000001";
    const { opens_in_ms = -60_000, lasts_ms = 75 * 60_000, proctored = false } = options;
    this.opens_at = this.now() + opens_in_ms;
    this.proctored = proctored;
    this.server = new Acceptor({
      sitting: this.sitting,
      now: this.now,
      ends_at: this.opens_at + lasts_ms,
    });
    this.ciphertext = sealed_paper();
    this.notes = { flags: [], struck: {}, visited: [], text_size: 18, theme: "light" };
    this.sessions = new Set();
    this.streams = new Set();
    this.calls = [];
    this.requests = [];
    this.approved = true;
    this.lie_about_key = undefined;
    // Names of API routes that fail: "down" answers nothing, "busy" answers 503.
    this.down = false;
    this.busy = false;
    this.hold = undefined;
    this.lose_lease_reply = false;
    this.signed_saves = options.signed_saves ?? false;
  }

  say(name, data) {
    for (const stream of this.streams)
      stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  card() {
    const { server } = this;
    const over = this.now() > server.ends_at + server.grace_ms;
    const state = server.submitted ? "submitted" : over ? "ended" : "open";
    return {
      sitting: this.sitting,
      contest: "con_0000000000000001",
      contest_title: "Thi tuyển Giám đốc Sở · Đợt 2/2026",
      round: "objective",
      round_title: "Bài 1: Kiến thức chung và tình huống",
      room_name: "Phòng 2",
      seat: "9",
      roll_number: "0417",
      opens_at: this.opens_at,
      ends_at: server.ends_at,
      state: this.now() < this.opens_at ? "scheduled" : state,
      practice: false,
    };
  }

  detail() {
    const { current, log } = this.server;
    return {
      ...this.card(),
      candidate: "cand_0000000000000001",
      display_name: "Đỗ Nguyễn Thị Quỳnh",
      proctored: this.proctored,
      grace_ms: this.server.grace_ms,
      server_now: this.now(),
      log: { origin: log.origin, vkey: this.lie_about_key ?? log.vkey },
      paper: {
        paper: paper.paper,
        ciphertext_url: `/api/papers/${paper.paper}/ciphertext`,
        ciphertext_sha256: sha256(this.ciphertext).toString("hex"),
      },
      ...(current && {
        lease: {
          lease: current.lease,
          last_seq: current.last_seq,
          last_prev: current.last_prev,
          client_key: current.client_key,
          last_saved_at: current.last_saved_at,
        },
      }),
      languages: ["vi", "en"],
      rules: { devices: "computers" },
      signed_saves: this.signed_saves,
    };
  }

  session(request) {
    const token = /__Host-session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
    return token && this.sessions.has(token) ? token : undefined;
  }

  me() {
    return ok({
      account: "acc_0000000000000001",
      display_name: "Đỗ Nguyễn Thị Quỳnh",
      csrf: "csrf-token",
      administrator: false,
      demo: false,
      expires_at: this.now() + 3_600_000,
      duties: [],
      candidacies: [{ contest: "con_0000000000000001", candidate: "cand_0000000000000001" }],
    });
  }

  sign_in(response) {
    const token = `token${this.sessions.size}`;
    this.sessions.add(token);
    response.setHeader(
      "Set-Cookie",
      `__Host-session=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`,
    );
    return ok({ csrf: "csrf-token" });
  }

  grant(body) {
    const grant = this.server.lease(body);
    this.say("lease", { lease: grant.lease });
    return grant;
  }

  // The API behind a session. `name` is "GET /lease" and so on, below the sitting.
  answer(name, body) {
    const { server } = this;
    const inside = this.now() >= this.opens_at;
    switch (name) {
      case "GET ":
        return ok(this.detail());
      case "POST /lease":
        if (!inside) return problem(409, "too_early");
        if (server.current && server.current.client_key !== body.client_key) {
          if (!body.takeover) return problem(409, "lease_superseded");
          if (!this.approved) return problem(403, "takeover_needs_approval");
        }
        if (this.lose_lease_reply) {
          this.lose_lease_reply = false;
          server.lease(body);
          return problem(503, "busy");
        }
        return ok(this.grant(body));
      case "GET /key":
        if (!inside) return problem(425, "too_early");
        return ok({ paper: paper.paper, key: paper_key.toString("base64"), order });
      case "POST /saves":
        return ok(server.saves(body.saves));
      case "GET /answers":
        return ok(server.kept_answers());
      case "GET /notes":
        return ok(this.notes);
      case "PUT /notes":
        this.notes = body;
        return ok({});
      case "POST /submit": {
        const reply = server.submit(body);
        return reply.problem ? { status: reply.problem.status, body: reply.problem } : ok(reply);
      }
      case "GET /submission":
        return server.submitted ? ok(server.submitted) : problem(404, "not_found");
      case "POST /calls":
        this.calls.push(body.reason);
        return ok({});
      default:
        return problem(404, "not_found");
    }
  }

  route(request, response, path, body) {
    if (path === "/api/session" && request.method === "POST") return this.sign_in(response);
    if (!this.session(request)) return problem(401, "not_signed_in");
    if (path === "/api/session") {
      if (request.method === "DELETE") this.sessions.delete(this.session(request));
      return this.me();
    }
    if (request.method !== "GET" && request.headers["x-csrf-token"] !== "csrf-token") {
      return problem(403, "csrf");
    }
    if (path === "/api/me/sittings") return ok({ sittings: [this.card()], server_now: this.now() });
    const prefix = `/api/sittings/${this.sitting}`;
    if (/^\/api\/contests\/[^/]+\/plan$/.test(path)) return ok({ plan: {} });
    if (!path.startsWith(prefix)) return problem(404, "not_found");
    return this.answer(`${request.method} ${path.slice(prefix.length)}`, body);
  }

  async api(request, response, path) {
    let text = "";
    for await (const chunk of request) text += chunk;
    this.requests.push(`${request.method} ${path}`);
    if (this.down) return request.socket.destroy();
    if (this.hold) await this.hold;
    if (path.startsWith("/api/papers/")) {
      response.setHeader("Content-Type", "application/octet-stream");
      return response.end(this.ciphertext);
    }
    if (path.endsWith("/events")) return this.stream(request, response);
    const { status, body } = this.busy
      ? problem(503, "busy")
      : this.route(request, response, path, text === "" ? undefined : JSON.parse(text));
    response.statusCode = status;
    response.setHeader(
      "Content-Type",
      status === 200 ? "application/json" : "application/problem+json",
    );
    response.setHeader("Cache-Control", "no-store");
    return response.end(JSON.stringify(body));
  }

  stream(request, response) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(":\n\n");
    this.streams.add(response);
    request.on("close", () => this.streams.delete(response));
  }

  page(response, path) {
    const file = join(dist, path);
    const name =
      file.startsWith(dist) && existsSync(file) && statSync(file).isFile()
        ? path
        : (entries[path.split("/")[1]] ?? "index.html");
    response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
    const cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    response.setHeader("Cache-Control", cache);
    response.end(readFileSync(join(dist, name)));
  }
}

export async function start(options = {}) {
  const site = new Site(options);
  const http = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    response.setHeader("Content-Security-Policy", csp);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (path.startsWith("/api/")) {
      site.api(request, response, path).catch((error) => {
        console.error(error);
        response.destroy();
      });
    } else if (site.down) {
      request.socket.destroy();
    } else {
      site.page(response, path);
    }
  });
  await new Promise((resolve) => http.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = http.address();
  site.origin = `http://localhost:${port}`;
  site.close = () => {
    http.closeAllConnections();
    return new Promise((resolve) => http.close(resolve));
  };
  return site;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = await start({ port: Number(process.argv[2] ?? 22080) });
  console.log(`${site.origin}/thi/`);
}
