// The check of an offer on a kept page: without a network nobody reads the answers but this page, and
// each one that is not "yes" says what to do. Nothing is sent or kept.
const offer = document.querySelector("form.offer");
offer?.addEventListener("submit", (event) => {
  if (!("saved" in document.documentElement.dataset)) return;
  event.preventDefault();
  const advice = [...offer.querySelectorAll("[data-advice]")];
  for (const one of advice) one.hidden = Boolean(one.closest("fieldset").querySelector("[value=da]:checked"));
  const clear = offer.querySelector("[data-clear]");
  const first = advice.find((one) => !one.hidden);
  clear.hidden = Boolean(first);
  (first || clear).focus();
});

// Keeps this page on the device, so that it opens without a network. Only adds.
(async () => {
  // The check of an offer keeps nothing, not even that it was opened: guides keep it beside themselves.
  const { worker, files } = document.querySelector("[data-guide]")?.dataset || {};
  if (!worker || !navigator.serviceWorker || !window.caches || "saved" in document.documentElement.dataset) return;
  const own = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
  const images = [...document.images].map((one) => one.currentSrc || one.src);
  const icons = [...document.querySelectorAll("use")].map((one) => new URL(one.getAttribute("href"), location).href.split("#")[0]);
  const paths = [location.pathname, ...(files || "").split(" "), ...own, ...images, ...icons].filter(Boolean);
  try {
    const cache = await caches.open("ghiduri");
    // Without cookies: what is kept is what anybody may read, whoever holds the phone.
    await Promise.all([...new Set(paths)].map(async (path) => {
      const answer = await fetch(path, { credentials: "omit" });
      if (answer.ok && new URL(path, location).origin === location.origin) await cache.put(path, answer);
    }));
    await navigator.serviceWorker.register(worker);
  } catch {
    // No room on the device, or a private window: the page stays an ordinary page.
  }
})();
