// The sitting API as the exam page calls it. Every reply that tells the server's time sets the
// clock; every call ends, so that nothing waits for a network that has gone.
import { ask, type Api } from "#core/api/client";
import type { Reply } from "#core/api/fault";
import type { AnswersReply, Notes, SaveRequest, Sitting } from "#core/api/types";
import type { ServerClock } from "#core/clock";
import type { Bytes } from "#core/proof/bytes";

const patience_ms = 15_000;
const keepalive_bytes_max = 60_000;

interface Timed {
  server_now: number;
}

export class ExamServer {
  constructor(
    readonly api: Api,
    readonly clock: ServerClock,
  ) {}

  private async timed<T extends Timed>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
    const sent = this.clock.perf();
    const reply = await call();
    if (reply.ok) this.clock.sample(reply.data.server_now, sent, this.clock.perf());
    return reply;
  }

  private get signal(): AbortSignal {
    return AbortSignal.timeout(patience_ms);
  }

  sittings() {
    return this.timed(() => ask(this.api.GET("/api/me/sittings", { signal: this.signal })));
  }

  sitting(sitting: string): Promise<Reply<Sitting>> {
    const params = { path: { sitting } };
    return this.timed(() =>
      ask(this.api.GET("/api/sittings/{sitting}", { params, signal: this.signal })),
    );
  }

  lease(sitting: string, body: { client_key: string; takeover: boolean; device: string }) {
    const params = { path: { sitting } };
    return this.timed(() =>
      ask(this.api.POST("/api/sittings/{sitting}/lease", { params, body, signal: this.signal })),
    );
  }

  key(sitting: string) {
    const params = { path: { sitting } };
    return ask(this.api.GET("/api/sittings/{sitting}/key", { params, signal: this.signal }));
  }

  // The schema lets an answer be any JSON; the server refused what is not an AnswerValue.
  answers(sitting: string) {
    const params = { path: { sitting } };
    return ask(
      this.api.GET("/api/sittings/{sitting}/answers", { params, signal: this.signal }),
    ) as Promise<Reply<AnswersReply>>;
  }

  saves(sitting: string, saves: SaveRequest[], keepalive: boolean) {
    const params = { path: { sitting } };
    const bytes = saves.reduce((sum, save) => sum + save.payload.length * 3, 0);
    const options = { params, body: { saves }, signal: this.signal };
    return this.timed(() =>
      ask(
        this.api.POST("/api/sittings/{sitting}/saves", {
          ...options,
          keepalive: keepalive && bytes < keepalive_bytes_max,
        }),
      ),
    );
  }

  submit(sitting: string, body: SaveRequest) {
    const params = { path: { sitting } };
    return ask(
      this.api.POST("/api/sittings/{sitting}/submit", { params, body, signal: this.signal }),
    );
  }

  // The receipt again, or that of the end when the server ended the sitting by itself.
  submission(sitting: string) {
    const params = { path: { sitting } };
    return ask(this.api.GET("/api/sittings/{sitting}/submission", { params, signal: this.signal }));
  }

  begin_practice(contest: string, round: string) {
    const params = { path: { contest, round } };
    return this.timed(() =>
      ask(
        this.api.POST("/api/contests/{contest}/rounds/{round}/practice", {
          params,
          signal: this.signal,
        }),
      ),
    );
  }

  notes(sitting: string) {
    const params = { path: { sitting } };
    return ask(this.api.GET("/api/sittings/{sitting}/notes", { params, signal: this.signal }));
  }

  put_notes(sitting: string, body: Notes) {
    const params = { path: { sitting } };
    return ask(
      this.api.PUT("/api/sittings/{sitting}/notes", { params, body, signal: this.signal }),
    );
  }

  call(sitting: string, reason: string) {
    const params = { path: { sitting } };
    return ask(
      this.api.POST("/api/sittings/{sitting}/calls", {
        params,
        body: { reason },
        signal: this.signal,
      }),
    );
  }

  // The encrypted paper: static and cacheable, so a long wait is allowed.
  async ciphertext(url: string): Promise<Bytes | undefined> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(8 * patience_ms) });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    } catch {
      return undefined;
    }
  }
}
