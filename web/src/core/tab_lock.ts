// One tab of this browser holds a sitting. A second one may ask for it; the first then saves what
// it has, lets go and locks itself.

export interface TabLock {
  release: () => void;
}

const channel_name = (sitting: string): string => `thi-tuyen ${sitting}`;
const patience_ms = 3000;

// Undefined when another tab holds it. `on_asked` runs when another tab wants it (it must save,
// then the lock is let go); `on_lost` when it was taken without an answer.
export function take_tab(
  sitting: string,
  options: { steal?: boolean; on_asked: () => Promise<void>; on_lost: () => void },
): Promise<TabLock | undefined> {
  return new Promise((resolve, reject) => {
    const held = async (lock: Lock | null): Promise<void> => {
      if (!lock) {
        resolve(undefined);
        return;
      }
      const channel = new BroadcastChannel(channel_name(sitting));
      await new Promise<void>((let_go) => {
        channel.onmessage = (event) => {
          if (event.data === "ask") void options.on_asked().finally(let_go);
        };
        resolve({ release: let_go });
      });
      channel.close();
    };
    const name = channel_name(sitting);
    const mode = options.steal ? { steal: true } : { ifAvailable: true };
    navigator.locks.request(name, mode, held).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") options.on_lost();
      else reject(error as Error);
    });
  });
}

// Asks the holder to let go and waits for it; false when it did not answer in time.
export async function ask_for_tab(sitting: string): Promise<boolean> {
  const channel = new BroadcastChannel(channel_name(sitting));
  channel.postMessage("ask");
  const give_up = new AbortController();
  const timer = setTimeout(() => {
    give_up.abort();
  }, patience_ms);
  try {
    await navigator.locks.request(channel_name(sitting), { signal: give_up.signal }, () => true);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    channel.close();
  }
}
