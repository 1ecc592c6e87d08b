// Fetches the part of a class's page that changes. Only adds: without scripts the page reloads.

const EVERY = 4000;
const live = document.querySelector("[data-live]");
let shown = "";

function show(text) {
  const focused = live.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...live.querySelectorAll("details[open][id]")].map((one) => one.id);
  live.innerHTML = text;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  // The class ended meanwhile: the whole page says what comes now.
  if (live.querySelector("[data-over]")) location.reload();
}

async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch(live.dataset.live, { redirect: "manual" });
      // Signed out, or the class is gone: the page says so by itself.
      if (answer.type === "opaqueredirect" || answer.status === 404) return location.reload();
      const text = answer.ok ? await answer.text() : shown;
      if (text !== shown) show(shown = text);
    } catch {
      // No network for a moment: what is shown stays, and the next look may succeed.
    }
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
