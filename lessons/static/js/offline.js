// Comes only when somebody saves a module, or has saved one on this device: saves it, shows answers
// in a saved page, keeps those of a pupil in a class while the network is away and sends them later.
(() => {
  const foot = document.querySelector("[data-offline]");
  const { module: address, worker, scope } = foot.dataset;
  const isSaved = "saved" in document.documentElement.dataset;
  const status = document.querySelector("[data-queue]");
  const DAY = 24 * 60 * 60 * 1000;
  const CLASS = "clasa";

  const listOf = async (path) => {
    const kept = await caches.match(path, { ignoreVary: true });
    return kept ? kept.json() : null;
  };

  // Saving: how much first, then everything at once or nothing.
  const box = document.querySelector("[data-save]");
  const say = (text) => { box.querySelector("[data-said]").textContent = text; };

  async function offer() {
    if (await listOf(address)) return say(box.dataset.done);
    try {
      const { size } = await (await fetch(address, { credentials: "omit" })).json();
      const button = box.querySelector("[data-confirm]");
      box.querySelector("[data-ask]").hidden = true;
      say(box.dataset.size.replace("#", size));
      button.hidden = false;
      button.focus();
      button.addEventListener("click", () => keep(button), { once: true });
    } catch {
      say(box.dataset.failed);
    }
  }

  async function keep(button) {
    button.hidden = true;
    say(box.dataset.saving);
    localStorage.setItem("salvat", "1");
    await navigator.serviceWorker.register(worker, { scope });
    const { active } = await ready();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => say(data ? box.dataset.done : box.dataset.failed);
    active.postMessage(address, [port2]);
    remember();
  }

  async function ready() {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    const worker = registration.active || registration.waiting || registration.installing;
    if (worker.state !== "activated") {
      await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
    }
    return registration;
  }

  // Whether answers are to be sent at all: this device was in a class of this module not long ago.
  function remember() {
    if (isSaved || !address) return;
    const seat = box?.dataset.seat || document.querySelector("[name=loc]")?.value;
    if (!("class" in foot.dataset)) localStorage.removeItem(CLASS);
    else if (seat) localStorage.setItem(CLASS, JSON.stringify({ address, seat, at: Date.now() }));
  }
  // The place in the class that answers are of; undefined when they are not to be sent.
  function ownSeat() {
    const known = JSON.parse(localStorage.getItem(CLASS) || "{}");
    return known.address === address && Date.now() - known.at < DAY ? known.seat : undefined;
  }

  async function wait(path, answer, more) {
    const queue = await caches.open("coada");
    const seat = ownSeat();
    const key = `/coada${path}?${answer}&loc=${seat}`;
    if (await queue.match(key)) return;
    const counts = [...answer.values()].some(Boolean);
    const body = new URLSearchParams([...answer, ...more, ["loc", seat], ["client_id", crypto.randomUUID()]]);
    const entry = { path, body: body.toString(), counts, at: Date.now() };
    await queue.put(key, new Response(JSON.stringify(entry)));
  }

  async function entries() {
    if (!(await caches.has("coada"))) return [];
    const queue = await caches.open("coada");
    return Promise.all((await queue.keys()).map(async (key) => ({ key, queue, ...(await (await queue.match(key)).json()) })));
  }

  const counted = (words, forms, n) => words[forms][new Intl.PluralRules(document.documentElement.lang).select(n)].replace("#", n);

  async function tell(words, lost = 0) {
    const waiting = await entries();
    const left = waiting.filter((entry) => entry.counts).length;
    const text = left ? counted(words, "waiting", left) : lost ? counted(words, "late", lost) : "";
    // "Arrived" comes last: steps that were passed wait too, without being counted.
    if (text || (status.textContent && !waiting.length)) status.textContent = text || words.arrived;
  }

  // The same addresses, the same ids: what arrived before counts once.
  async function send(words) {
    let lost = 0;
    for (const entry of await entries()) {
      const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || "";
      const options = {
        method: "POST",
        body: new URLSearchParams(entry.body),
        headers: { "X-CSRFToken": token, "X-Queued": "1" },
      };
      const answer = Date.now() - entry.at > DAY ? null : await fetch(entry.path, options).catch(() => undefined);
      // No network yet, a server in trouble, or a token that the next page brings: later.
      if (answer === undefined || answer?.status === 403 || answer?.status >= 500) break;
      const kept = answer?.ok && (await answer.json().catch(() => ({}))).kept;
      if (!kept && entry.counts) lost += 1;
      await entry.queue.delete(entry.key);
    }
    await tell(words, lost);
  }

  const add = (source) => new Promise((done) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = done;
    document.head.append(script);
  });

  async function showSaved(list) {
    // Help is one page further on the site; what is saved has its own.
    for (const link of document.querySelectorAll("a[href$='/ajutor/']")) link.href = `${scope}dispozitiv/#ajutor`;
    const base = location.pathname;
    const sheet = list.sheets[base];
    const isAsked = ownSeat() && list.steps.includes(base);
    const shown = { answered: false };
    // Before anything is fetched: whoever presses at once is not missed.
    if (isAsked) passOn(base, sheet, shown);
    if (sheet) {
      for (const source of list.scripts) await add(source);
      Object.assign(shown, Quiz.show(sheet, list.words, location.search));
    }
    if (isAsked && shown.answered && !shown.path) await wait(`${base}raspuns/`, sentWith(), []);
  }

  const fieldsOf = (pairs) => new URLSearchParams([...pairs].filter(([name, value]) => name.startsWith("r") && value));
  const sentWith = () => fieldsOf(new URLSearchParams(location.search));

  // What is filled in and was not sent: kept on the way, if it is a whole answer.
  function unsent(sheet) {
    const nothing = new URLSearchParams();
    const form = document.getElementById("pas");
    if (!sheet || !form || !globalThis.Quiz) return nothing;
    const filled = fieldsOf(new FormData(form));
    if (filled.toString() === sentWith().toString()) return nothing;
    try {
      Quiz.responseFrom(sheet, filled);
      return filled;
    } catch {
      return nothing;
    }
  }

  // "Next", "back" and "skip" say to the class what they say with a network.
  function passOn(base, sheet, shown) {
    for (const link of document.querySelectorAll(".onward a, .note-gate__skip")) {
      link.addEventListener("click", async (event) => {
        event.preventDefault();
        const way = link.matches(".note-gate__skip") ? "peste" : link.rel === "prev" ? "inapoi" : "inainte";
        const answer = way === "inainte" && shown.path ? new URLSearchParams({ r: shown.path })
          : way === "peste" ? new URLSearchParams() : unsent(sheet);
        try {
          if (way !== "inapoi" || answer.toString()) await wait(`${base}inainte/`, answer, [["catre", way]]);
        } finally {
          location.assign(link.href);
        }
      });
    }
  }

  async function start() {
    if (box) {
      const ask = box.querySelector("[data-ask]");
      ask.addEventListener("click", offer);
      if ("asked" in box.dataset) offer();
    }
    remember();
    const list = address && (await listOf(address));
    if (!list) return;
    if (isSaved) await showSaved(list);
    // One at a time: a second one would only send the same again.
    const again = () => (navigator.locks
      ? navigator.locks.request("trimite", { ifAvailable: true }, (lock) => lock && send(list.words))
      : send(list.words));
    await tell(list.words);
    await again();
    addEventListener("online", again);
    setInterval(async () => (await entries()).length && again(), 15000);
  }
  start();
})();
