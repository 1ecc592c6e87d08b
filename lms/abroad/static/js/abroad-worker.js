// Opens a guide that was read before without a network: the network first, for a fresh page; what is
// kept when it says nothing. It keeps nothing by itself: the page does, each time it is read.
const KEPT = "ghiduri";
const EXACTLY = { ignoreVary: true, cacheName: KEPT };
// A network that says nothing for so long (ms) is none, for whoever has the page here.
const PATIENCE = 5000;
const LIST = new URL(registration.scope).pathname;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// A kept page says of itself that it is one, so that its figures are read with their dates.
async function marked(found) {
  const headers = new Headers(found.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response((await found.text()).replace("<html ", "<html data-saved "), { headers });
}

async function page(request, path) {
  const kept = await caches.match(path, EXACTLY);
  // What was never read: the list of countries, which every guide keeps beside itself.
  if (!kept) return fetch(request).catch(async () => (await caches.match(LIST, EXACTLY).then((list) => list && marked(list))) || Response.error());
  const late = new Promise((_, giveUp) => setTimeout(giveUp, PATIENCE));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (answer.status < 500) return answer;
  } catch {
    // No network: what is kept.
  }
  return marked(kept);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(page(request, pathname));
  } else if (pathname.startsWith("/static/")) {
    event.respondWith(caches.match(pathname, EXACTLY).then((kept) => kept || fetch(request)));
  }
});
