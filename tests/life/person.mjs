// A person at the API, without a browser: cookie jar, CSRF token, Origin, and refusals as errors.
// Knows nothing of contests.

export class Refused extends Error {
  constructor(method, path, status, text) {
    super(`${method} ${path}: ${status} ${text.slice(0, 800)}`);
    this.status = status;
    try {
      this.problem = JSON.parse(text);
    } catch {
      this.problem = {};
    }
    this.code = this.problem.code;
  }
}

export class Person {
  // `wait` is told how many seconds to let pass where the server asks to slow down.
  constructor(origin, wait) {
    this.origin = origin;
    this.wait = wait;
    this.cookie = "";
    this.csrf = "";
  }

  async send(method, path, body, headers) {
    const raw = body instanceof Uint8Array;
    return fetch(this.origin + path, {
      method,
      headers: {
        origin: this.origin,
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { "x-csrf-token": this.csrf }),
        ...(body !== undefined && !raw && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    });
  }

  // The reply as it comes, once the server no longer asks to slow down.
  async answer(method, path, body, headers = {}) {
    let reply = await this.send(method, path, body, headers);
    for (let tries = 0; reply.status === 429 && this.wait && tries < 50; tries += 1) {
      await reply.arrayBuffer();
      await this.wait(Number(reply.headers.get("retry-after") ?? 1));
      reply = await this.send(method, path, body, headers);
    }
    return reply;
  }

  async ask(method, path, body, headers) {
    const reply = await this.answer(method, path, body, headers);
    const set = reply.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(";")[0];
    const text = await reply.text();
    if (!reply.ok) throw new Refused(method, path, reply.status, text);
    const is_json = reply.headers.get("content-type")?.includes("json");
    const json = is_json && text ? JSON.parse(text) : text;
    if (json?.csrf) this.csrf = json.csrf;
    return json;
  }

  get = (path) => this.ask("GET", path);
  post = (path, body, headers) => this.ask("POST", path, body, headers);
  put = (path, body, headers) => this.ask("PUT", path, body, headers);
}
