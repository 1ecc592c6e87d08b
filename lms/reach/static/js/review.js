// Only adds: the inbox is decided with links and buttons without this file.
const drawer = document.querySelector(".drawer");
const keys = drawer?.querySelector("[data-keys]");
// Single letters can disturb who speaks to the computer: they can be switched off, for good.
const wanted = keys?.querySelector("input");
if (keys) {
  keys.hidden = false;
  wanted.checked = localStorage.getItem("taste") !== "0";
  wanted.addEventListener("change", () => localStorage.setItem("taste", wanted.checked ? "1" : "0"));
}
const step = (by) => {
  const items = [...document.querySelectorAll(".review__item")];
  const at = items.findIndex((item) => item.hasAttribute("aria-current"));
  const next = items[at + by];
  (next?.matches("a") ? next : next?.querySelector("a"))?.click();
};
const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => drawer.querySelector("[data-accept]")?.click(),
  r: () => drawer.querySelector("textarea")?.focus(),
};
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (!wanted?.checked || typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const act = acts[event.key.toLowerCase()];
  if (!act || event.shiftKey) return;
  event.preventDefault();
  act();
});
