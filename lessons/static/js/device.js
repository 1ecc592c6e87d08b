// What is saved on this device, and taking all of it away.
(() => {
  const box = document.querySelector("[data-device]");
  const button = box.querySelector("button");
  const list = document.querySelector("[data-saved-list]");
  const SAVED = "modul ";

  async function show() {
    for (const name of (await caches.keys()).filter((one) => one.startsWith(SAVED))) {
      const start = name.slice(SAVED.length).split(" ")[0];
      const kept = await caches.match(`${start}offline.json`, { ignoreVary: true });
      if (!kept) continue;
      const link = document.createElement("a");
      link.className = "link-target";
      link.href = start;
      link.textContent = (await kept.json()).title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    document.querySelector("[data-nothing]").hidden = list.children.length > 0;
  }

  // After what the worker may be saving just now, so that nothing of it comes back.
  const inTurn = (task) => (navigator.locks ? navigator.locks.request("modul", task) : task());

  async function erase() {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((one) => one.unregister()));
    await inTurn(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    localStorage.clear();
    sessionStorage.clear();
    // The class cookie is out of reach of scripts; the address of "Ieși rapid" ends it.
    const exit = document.querySelector("[data-exit]");
    await fetch(exit.href, { redirect: "manual" }).catch(() => {});
    list.replaceChildren();
    button.hidden = true;
    document.querySelector("[data-nothing]").hidden = false;
    box.querySelector("[data-said]").textContent = box.dataset.done;
  }

  if (!window.caches || !navigator.serviceWorker) return;
  box.hidden = false;
  button.addEventListener("click", erase);
  show();
})();
