/* The desk's service worker: keeps the shell, so that the page opens without a network. It never
   touches what is sent: only the shell's own addresses, and only GET. */
const VERSION = {{ version|tojson }};
const SHELL = {{ shell|tojson }};
const CACHE = "desk-" + VERSION;

// A new shell never replaces the one under an open form: it waits until the page says so.
self.addEventListener("install", (event) => {
  const fresh = SHELL.map((url) => new Request(url, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

async function tidyUp() {
  for (const name of await caches.keys()) {
    if (name.startsWith("desk-") && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}
self.addEventListener("activate", (event) => event.waitUntil(tidyUp()));

self.addEventListener("message", (event) => {
  if (event.data === "go") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const path = url.pathname === "/desk/" ? "/desk" : url.pathname;
  if (!SHELL.includes(path)) return;
  const kept = caches.match(path, { cacheName: CACHE, ignoreVary: true });
  event.respondWith(kept.then((found) => found || fetch(event.request)));
});
