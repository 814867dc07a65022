// The server's news for one sitting, as it happens. When the stream is down the page asks instead.
import type { Sentence } from "#core/i18n/language";

export interface SittingEvents {
  time: { ends_at: number; server_now: number; reason?: string };
  lease: { lease: number };
  ended: { reason: string };
  takeover: { approved: boolean };
  notice: Sentence;
}

type Handlers = { [Name in keyof SittingEvents]?: (event: SittingEvents[Name]) => void };

const reopen_ms = 10_000;

export function listen(sitting: string, handlers: Handlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(`/api/sittings/${encodeURIComponent(sitting)}/events`);
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        try {
          (handle as (data: unknown) => void)(JSON.parse(event.data));
        } catch {
          // A line that is no JSON is the stream's fault; the next poll brings the same facts.
        }
      });
    }
    // The browser reconnects by itself except after a refusal (a session that ended, a full
    // server).
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, reopen_ms);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
