// Runs after H5P core and before the libraries, and tells the page around the frame what happens,
// each as {from: "protect-activity", kind, …}:
//
//   ready                     something can be seen and pressed
//   height   {height}         how high the content is, in CSS pixels
//   xapi     {statement}      what H5P core said
//   state    {state}          what was done so far, as JSON text of at most 64 KiB
//   failed   {reason}         "error": a library broke; "empty": nothing came in time;
//                             "loading": a file did not come
//
// Nothing is sent anywhere else, and nothing is heard: the frame cannot be steered from outside.
(() => {
  "use strict";
  const LARGEST_STATE = 64 * 1024;
  const PATIENCE = 30000;         // for the first sight of anything, on a slow line
  const BETWEEN_STATES = 3000;
  const H5P = window.H5P;
  let settled = false;
  let touched = false;
  let lastState = "";
  let lastHeight = 0;

  const tell = (kind, more) => {
    if (window.parent !== window) {
      window.parent.postMessage(Object.assign({ from: "protect-activity", kind }, more), "*");
    }
  };
  const settle = (kind, more) => {
    if (settled) return;
    settled = true;
    tell(kind, more);
  };
  const isShown = () => H5P.instances.length > 0 && document.body.scrollHeight > 10;

  // Core would take the attribute away again from files with whole addresses.
  H5P.getCrossOrigin = () => "anonymous";

  // Heard before any library runs, or the first "attempted" is missed. A copy: what is in a
  // statement may hold functions, which no message carries.
  H5P.externalDispatcher.on("xAPI", (event) => {
    tell("xapi", { statement: JSON.parse(JSON.stringify(event.data.statement)) });
    touched = true;
  });

  function sayHeight() {
    const height = Math.ceil(document.body.scrollHeight);
    if (Math.abs(height - lastHeight) > 1) {
      lastHeight = height;
      tell("height", { height });
    }
  }

  function sayState() {
    if (!touched) return;
    touched = false;
    const instance = H5P.instances[0];
    if (!instance || typeof instance.getCurrentState !== "function") return;
    let state;
    try {
      state = JSON.stringify(instance.getCurrentState());
    } catch (error) {
      return;                     // a library whose state breaks still plays
    }
    if (!state || state === lastState || new Blob([state]).size > LARGEST_STATE) return;
    lastState = state;
    tell("state", { state });
  }

  for (const kind of ["pointerup", "keyup", "change"]) {
    document.addEventListener(kind, () => { touched = true; }, true);
  }
  document.addEventListener("visibilitychange", sayState);
  window.addEventListener("pagehide", sayState);
  setInterval(sayState, BETWEEN_STATES);

  // A file that does not come says so here; its event does not bubble.
  window.addEventListener("error", (event) => {
    const isScript = event.target instanceof HTMLScriptElement;
    if (isScript) settle("failed", { reason: "loading" });
    // What breaks after the start is often small; only a frame that stays empty has failed.
    else if (document.readyState !== "loading") setTimeout(() => isShown() || settle("failed", { reason: "error" }), 1000);
  }, true);
  setTimeout(() => (isShown() ? settle("ready") : settle("failed", { reason: "empty" })), PATIENCE);

  H5P.externalDispatcher.on("initialized", () => {
    if (!H5P.instances.length) return settle("failed", { reason: "error" });
    // Core asks its parent to follow its height and waits for an answer. The bridge does that, and
    // gives the answer itself, in the parent's name.
    const hello = { context: "h5p", action: "hello" };
    window.dispatchEvent(new MessageEvent("message", { data: hello, source: window.parent }));
    if (window.ResizeObserver) new ResizeObserver(sayHeight).observe(document.body);
    setInterval(sayHeight, 500);  // what lies over the rest makes no element larger
    sayHeight();
    settle("ready");
  });

  // Core leaves it to the parent to say that the width has changed.
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    H5P.instances.forEach((instance) => H5P.trigger(instance, "resize"));
  });
})();
