// Opens a saved module without a network. It answers for saved modules only, keeps nothing that
// nobody asked to keep, and passes everything else on as it came. Above this line the server writes
// VERSION, which moves with every change of a module and of a file of ours: a browser that sees
// another worker installs it, and the saved modules are brought up to date.
const SAVED = "modul ";                      // one cache a module: "modul /module/prieteni/ 3f9a…"
const QUEUE = "coada";
const STATE = "stare";
const FILES = /^\/(static|fisiere)\/|\/sunet$/;
const FORM = /^(.*\/)(raspuns|inainte)\/$/;
const SCOPE = new URL(registration.scope).pathname;
const EXACTLY = { ignoreVary: true };
// A network that says nothing for so long (ms) is none, for whoever has the page here.
const PATIENCE = 5000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const savedNames = async () => (await caches.keys()).filter((name) => name.startsWith(SAVED));

async function find(path) {
  for (const name of await savedNames()) {
    // Not by opening it: that would make anew a cache that is deleted meanwhile.
    const found = await caches.match(path, { ...EXACTLY, cacheName: name });
    if (found) return found;
  }
  return undefined;
}

async function fetched(path) {
  // Without cookies: what is kept is what anybody may read, whoever is at the device.
  const answer = await fetch(path, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer;
}

// One save after the other, whichever worker or page asks: each starts from what the last one left.
const inTurn = (task) => (navigator.locks ? navigator.locks.request("modul", task) : task());

async function save(address) {
  const answer = await fetched(address);
  const module = await answer.clone().json();
  const mine = `${SAVED}${module.start} `;
  const name = mine + module.version;
  const before = (await savedNames()).filter((one) => one.startsWith(mine) && one !== name);
  const cache = await caches.open(name);
  // The list itself comes last: where it is, everything is.
  if (!(await cache.match(address, EXACTLY))) {
    try {
      const paths = module.paths.filter((path) => FILES.test(path) || path.startsWith(SCOPE));
      await Promise.all(paths.map(async (path) => cache.put(path, await fetched(path))));
      await cache.put(address, answer);
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }
  await Promise.all(before.map((one) => caches.delete(one)));
}

// Once for each version, after a page has arrived: nobody waits for it.
async function refresh() {
  const names = await savedNames();
  if (!names.length) return;
  const state = await caches.open(STATE);
  const known = await state.match("/versiune");
  if (known && (await known.text()) === VERSION) return;
  let done = true;
  for (const name of names) {
    const start = name.slice(SAVED.length).split(" ")[0];
    try {
      await save(`${start}offline.json`);
    } catch (error) {
      // A module that was withdrawn goes; for any other reason the one that is here stays.
      if ([404, 410].includes(error.status)) await caches.delete(name);
      else done = false;
    }
  }
  if (done) await state.put("/versiune", new Response(VERSION));
}

// A saved page says of itself that it is one.
async function shown(path) {
  const found = (await find(path)) || (await find(`${SCOPE}dispozitiv/`));
  if (!found) return undefined;
  const headers = new Headers(found.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response((await found.text()).replace("<html ", "<html data-saved "), { headers });
}

async function answered(request, isSaved) {
  const answer = fetch(request);
  if (!isSaved) return answer;
  return Promise.race([answer, new Promise((_, giveUp) => setTimeout(giveUp, PATIENCE))]);
}

async function page(event, path) {
  let answer;
  try {
    answer = await answered(event.request, await find(path));
    if (answer.ok) event.waitUntil(inTurn(refresh));
    if (answer.status < 500) return answer;
  } catch {
    answer = undefined;
  }
  return (await shown(path)) || answer || Response.error();
}

// An answer that cannot leave waits here; the page sends it later, with its own id.
async function sent(request, path) {
  const copy = request.clone();
  const [, step, kind] = path.match(FORM);
  const isSaved = await find(step);
  try {
    return await answered(request, isSaved);
  } catch {
    if (!isSaved) return Response.error();
    const body = new URLSearchParams(await copy.text());
    const way = body.get("catre");
    body.delete("csrfmiddlewaretoken");
    const answer = new URLSearchParams([...body].filter(([name]) => name.startsWith("r")));
    if (kind === "raspuns" || way !== "inapoi" || [...answer.values()].some(Boolean)) await wait(path, answer, body);
    const next = kind === "raspuns" ? `${step}?${answer}#raspuns` : await neighbour(step, way === "inapoi" ? -1 : 1);
    return Response.redirect(next, 303);
  }
}

async function wait(path, answer, body) {
  const queue = await caches.open(QUEUE);
  const key = `/coada${path}?${answer}&loc=${body.get("loc")}`;
  const counts = [...answer.values()].some(Boolean);
  const entry = { path, body: body.toString(), counts, at: Date.now() };
  if (!(await queue.match(key))) await queue.put(key, new Response(JSON.stringify(entry)));
}

// A player asks for pieces; some show nothing when they get the whole.
async function part(kept, request) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") || "");
  if (!asked) return kept;
  const whole = await kept.blob();
  const first = Number(asked[1]);
  const last = Math.min(Number(asked[2] || whole.size), whole.size - 1);
  if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
  const headers = { "Content-Type": kept.headers.get("Content-Type"), "Accept-Ranges": "bytes", "Content-Range": `bytes ${first}-${last}/${whole.size}`, "Content-Length": String(last - first + 1) };
  return new Response(whole.slice(first, last + 1), { status: 206, headers });
}

async function neighbour(step, way) {
  const start = `${SCOPE}${step.slice(SCOPE.length).split("/")[0]}/`;
  const { steps, review } = await (await find(`${start}offline.json`)).json();
  const place = steps.indexOf(step) + way;
  return place < 0 ? start : steps[place] || review;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode !== "navigate") {
    if (request.method === "GET" && FILES.test(pathname)) {
      event.respondWith(find(pathname).then((kept) => (kept ? part(kept, request) : fetch(request))));
    }
  } else if (request.method === "GET") {
    event.respondWith(page(event, pathname));
  } else if (request.method === "POST" && FORM.test(pathname)) {
    event.respondWith(sent(request, pathname));
  }
});

addEventListener("message", (event) => {
  const reply = (saved) => event.ports[0].postMessage(saved);
  event.waitUntil(inTurn(() => save(event.data)).then(() => reply(true), () => reply(false)));
});
