/* global self, caches, shell_version, shell_files */
// Service worker of the exam page: keeps the shell, so that a reload works without a network.
// It never touches /api/ and never replaces itself during an attempt: a new version waits until
// the start page sends "activate".

const cache_name = `exam-shell-${shell_version}`;
const shell_page = "/thi/";

self.addEventListener("install", (event) => {
    event.waitUntil(
        caches
            .open(cache_name)
            .then((cache) =>
                cache.addAll(shell_files.map((path) => new Request(path, { cache: "no-cache" }))),
            ),
    );
});

self.addEventListener("activate", (event) => {
    const drop_others = async () => {
        const names = await caches.keys();
        const old = names.filter((name) => name.startsWith("exam-shell-") && name !== cache_name);
        await Promise.all(old.map((name) => caches.delete(name)));
        await self.clients.claim();
    };
    event.waitUntil(drop_others());
});

self.addEventListener("message", (event) => {
    if (event.data === "activate") self.skipWaiting();
});

async function from_shell(path, request) {
    const cache = await caches.open(cache_name);
    return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== self.location.origin) return;
    if (request.mode === "navigate" && url.pathname.startsWith("/thi")) {
        event.respondWith(from_shell(shell_page, request));
    } else if (shell_files.includes(url.pathname)) {
        event.respondWith(from_shell(url.pathname, request));
    }
});
