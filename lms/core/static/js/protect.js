// Only adds: everything works without this file.

// Quick exit: a white page at once, then away without an entry that Back would return to.
const exit = document.querySelector("[data-exit]");
function leave(event) {
  event?.preventDefault();
  document.documentElement.replaceChildren();
  // The class cookie ends on the server even if the browser is gone before the answer.
  fetch(exit.href, { redirect: "manual", keepalive: true }).catch(() => {});
  location.replace(exit.dataset.exit);
}
exit?.addEventListener("click", leave);

let shifts = [];
addEventListener("keyup", (event) => {
  if (event.key !== "Shift") { shifts = []; return; }
  shifts = [...shifts, event.timeStamp].slice(-3);
  if (shifts.length === 3 && shifts[2] - shifts[0] < 1500 && exit) leave();
});

// After a refused form the summary is what a reader needs first.
document.querySelector("[data-focus]")?.focus();

// The larger reading mode is remembered only here, in the browser.
const reading = document.querySelector("[data-reading-mode]");
if (reading) {
  reading.checked = localStorage.getItem("citire") === "1";
  reading.addEventListener("change", () => localStorage.setItem("citire", reading.checked ? "1" : "0"));
}

// A sheet to print, and a page that waits for the class.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
const waiting = document.querySelector("[data-again]");
if (waiting) setTimeout(() => location.replace(waiting.dataset.to), waiting.dataset.again * 1000);

// Saving a module for later: the rest comes when it is asked for, or where something is saved.
const offline = document.querySelector("[data-offline]");
if (offline && window.caches && navigator.serviceWorker) {
  const save = document.querySelector("[data-save]");
  const load = (event) => {
    if (event) save.dataset.asked = "";
    document.head.append(Object.assign(document.createElement("script"), { src: offline.dataset.offline }));
  };
  if (save) save.hidden = false;
  if (localStorage.getItem("salvat")) load();
  else save?.querySelector("[data-ask]").addEventListener("click", load, { once: true });
}

// What a page needs only once it stands: a script that its reader does not wait for.
const later = document.querySelector("[data-later]")?.dataset.later;
if (later) {
  addEventListener("load", () => document.head.append(Object.assign(document.createElement("script"), { src: later })));
}

// A form is sent once, however often its button is pressed. Not for ever: an answer that is a file
// to save leaves the form standing, and it may be asked for again.
const SENT_FOR = 3000;
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, SENT_FOR);
  if (form.matches("form.ask") && !event.submitter?.hasAttribute("formaction")) ask(event, form);
});

// What is said of a pupil's answer comes into the page as it stands: one request less on a slow
// line. Whenever that does not work the form is sent as without scripts; its id counts once.
async function ask(event, form) {
  event.preventDefault();
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { "X-Part": "1" },
    redirect: "manual",
    signal: AbortSignal.timeout?.(8000),
  }).catch(() => {});
  if (!answer?.ok) return form.submit();
  const part = form.closest("[data-part]");
  part.innerHTML = await answer.text();
  const said = part.querySelector("[role=alert], #raspuns");
  said.tabIndex = -1;
  said.focus();
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
