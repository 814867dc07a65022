// Changes of a contest as they happen. One EventSource for the whole browser: the tab that holds
// the lock opens it and tells the others; every tab also asks again each 10 s by itself.

const poll_ms = 10_000;

export function listen(contest: string, changed: () => void): () => void {
  const channel = new BroadcastChannel(`thituyen.events.${contest}`);
  const release = new AbortController();
  let source: EventSource | undefined;
  channel.onmessage = changed;

  const open = (): Promise<void> =>
    new Promise((resolve) => {
      source = new EventSource(`/api/contests/${encodeURIComponent(contest)}/events`);
      const tell = (): void => {
        changed();
        channel.postMessage("changed");
      };
      source.onmessage = tell;
      for (const name of ["overview", "room", "rooms"]) source.addEventListener(name, tell);
      release.signal.addEventListener("abort", () => resolve());
    });
  navigator.locks
    .request(`thituyen.events.${contest}`, { signal: release.signal }, open)
    .catch(() => undefined);
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") changed();
  }, poll_ms);

  return () => {
    release.abort();
    source?.close();
    channel.close();
    clearInterval(timer);
  };
}
