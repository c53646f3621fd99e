/* The desk is switched off: this worker lets go of the shell. What waits to be sent lies elsewhere
   (IndexedDB) and is not touched. */
self.addEventListener("install", () => self.skipWaiting());

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith("desk-")) await caches.delete(name);
  await self.registration.unregister();
}
self.addEventListener("activate", (event) => event.waitUntil(leave()));
