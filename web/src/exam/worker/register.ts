// Installs the shell's service worker. A new version waits; it is let in only from the start page.

interface TrustedUrls {
  createScriptURL(url: string): string;
}
interface TrustedFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): TrustedUrls;
}

const worker_url = "/thi/sw.js";

function trusted(url: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedFactory }).trustedTypes;
  if (!factory) return url;
  const rules = { createScriptURL: (text: string) => (text === worker_url ? text : "") };
  return factory.createPolicy("app-sw", rules).createScriptURL(url);
}

let registration: Promise<ServiceWorkerRegistration | undefined> | undefined;

export function register_worker(): Promise<ServiceWorkerRegistration | undefined> {
  registration ??= (async () => {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return undefined;
    try {
      return await navigator.serviceWorker.register(trusted(worker_url), { scope: "/thi/" });
    } catch {
      return undefined;
    }
  })();
  return registration;
}

// True when the page can be opened again without a network.
export async function shell_is_kept(): Promise<boolean> {
  if (!import.meta.env.PROD) return true;
  if (!(await register_worker())) return false;
  const ready = navigator.serviceWorker.ready.then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 10_000));
  return Promise.race([ready, late]);
}

// Only the start page calls this: a waiting version takes over and the page reloads once.
export async function let_new_version_in(): Promise<void> {
  const found = await register_worker();
  if (!found?.waiting || !navigator.serviceWorker.controller) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  found.waiting.postMessage("activate");
}
