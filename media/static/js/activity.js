// Activities in a page: a frame that opens on a press, and a vocabulary of events around it.
//
// In the page stands <figure data-activity="KEY" data-revision="KEY" data-player="ADDRESS">. These
// events are fired on it, and bubble; whoever keeps results listens on the document.
//
//   activity:open       cancelable. detail {key, revision, restart, open(address)}. The reader asked
//                       for the activity; `restart`: from its beginning. Unless a listener calls
//                       preventDefault(), the player opens at data-player. A listener that does
//                       makes a launch first and then calls open(address) with an address of its
//                       own below /h5p/, or open() for the usual one.
//   activity:ready      it can be seen and pressed
//   activity:failed     detail {reason}: "error", "empty", "loading" (see the bridge in the frame),
//                       or "silent": the frame said nothing for a long time
//   activity:statement  detail {statement}: what H5P said, an object as it came. A claim of a
//                       browser: nothing in it has been checked but its size
//   activity:state      detail {state}: what was done so far, JSON text of at most 64 KiB
//   activity:restart    the reader wants to start over. What is known of the state may be
//                       forgotten; then comes activity:open with `restart`
//   activity:close      the frame was taken away
//
// Messages are believed only if they come from the very window of the figure's frame and have the
// shape that the bridge gives them. The frame has no origin, so there is none to compare.
const LARGEST = 64 * 1024;
const LOWEST = 120;
const HIGHEST = 12000;
const PATIENCE = 45000;

const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= LARGEST;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const READ = {
  ready: () => ({}),
  height: ({ height }) => (Number.isFinite(height) && height > 0 ? { height } : null),
  xapi: ({ statement }) => (isObject(statement) && JSON.stringify(statement).length <= LARGEST ? { statement } : null),
  state: ({ state }) => (isText(state) ? { state } : null),
  failed: ({ reason }) => (["error", "empty", "loading"].includes(reason) ? { reason } : null),
};
const NAMES = { ready: "ready", xapi: "statement", state: "state", failed: "failed" };

class Activity {
  constructor(figure) {
    this.figure = figure;
    this.frame = null;
    this.timer = 0;
    this.part = (name) => figure.querySelector(`[data-activity-${name}]`);
    this.part("open").addEventListener("click", () => this.ask(false));
    this.part("restart").addEventListener("click", () => {
      this.fire("restart");
      this.ask(true);
    });
    this.part("close").addEventListener("click", () => this.close());
    this.part("full").addEventListener("click", () => this.toggleFull());
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isCovering()) this.toggleFull();
    });
    for (const name of ["fullscreenchange", "webkitfullscreenchange"]) {
      document.addEventListener(name, () => this.sayFull());
    }
    window.addEventListener("message", (event) => this.hear(event));
    for (const element of figure.querySelectorAll("[data-activity-start]")) element.hidden = false;
    for (const element of figure.querySelectorAll("[data-activity-plain]")) element.hidden = true;
  }

  fire(name, detail = {}, options = {}) {
    const event = new CustomEvent(`activity:${name}`, Object.assign({ bubbles: true, detail }, options));
    return this.figure.dispatchEvent(event);
  }

  ask(restart) {
    const { activity, revision, player } = this.figure.dataset;
    // A page that was saved on the device has no server behind it.
    if (!navigator.onLine || document.documentElement.hasAttribute("data-saved")) return this.say("away", true);
    this.say("loading");
    const open = (address) => this.open(address || player);
    const detail = { key: activity, revision, restart, open };
    if (this.fire("open", detail, { cancelable: true })) open();
    return undefined;
  }

  open(address) {
    this.remove();
    const frame = document.createElement("iframe");
    // No origin, whatever stands here besides: the page's own header says the same.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("allow", "fullscreen");
    frame.setAttribute("referrerpolicy", "no-referrer");
    frame.title = this.figure.dataset.title;
    frame.className = "activity__frame";
    frame.src = address;
    this.frame = frame;
    this.part("place").append(frame);
    this.figure.classList.add("activity--open");
    this.part("intro").hidden = true;
    this.part("bar").hidden = false;
    this.timer = setTimeout(() => this.fail("silent"), PATIENCE);
  }

  hear({ source, data }) {
    if (!this.frame || source !== this.frame.contentWindow) return;
    if (!isObject(data) || data.from !== "protect-activity") return;
    if (!Object.prototype.hasOwnProperty.call(READ, data.kind)) return;
    const said = READ[data.kind](data);
    if (!said) return;
    if (data.kind === "height") this.grow(said.height);
    else if (data.kind === "failed") this.fail(said.reason);
    else {
      if (data.kind === "ready") this.begin();
      this.fire(NAMES[data.kind], said);
    }
  }

  begin() {
    clearTimeout(this.timer);
    this.say("");
    // Who pressed the button goes on with the keyboard inside.
    if (document.activeElement === document.body || this.figure.contains(document.activeElement)) this.frame.focus();
  }

  grow(height) {
    this.frame.style.height = `${Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST)}px`;
  }

  fail(reason) {
    clearTimeout(this.timer);
    this.say("failed", true);
    this.fire("failed", { reason });
  }

  say(name, isBad = false) {
    const words = this.figure.dataset;
    this.part("status").textContent = { loading: words.loading, failed: words.failed, away: words.away }[name] || "";
    if (isBad) this.part("twin").open = true;
  }

  remove() {
    clearTimeout(this.timer);
    if (this.frame) this.frame.remove();
    this.frame = null;
  }

  close() {
    if (this.isFull()) this.toggleFull();
    this.remove();
    this.say("");
    this.figure.classList.remove("activity--open");
    this.part("bar").hidden = true;
    this.part("intro").hidden = false;
    this.part("open").focus();
    this.fire("close");
  }

  // Phones that let no element but a video fill the screen get a figure that covers the page.
  toggleFull() {
    const { figure } = this;
    const request = figure.requestFullscreen || figure.webkitRequestFullscreen;
    if (this.isCovering()) figure.classList.remove("activity--covering");
    else if (this.isFull()) (document.exitFullscreen || document.webkitExitFullscreen).call(document);
    else if (request) Promise.resolve(request.call(figure)).catch(() => this.cover());
    else this.cover();
    this.sayFull();
  }

  cover() {
    this.figure.classList.add("activity--covering");
    this.part("full").focus();
    this.sayFull();
  }

  isCovering() {
    return this.figure.classList.contains("activity--covering");
  }

  isFull() {
    return this.isCovering() || this.figure === (document.fullscreenElement || document.webkitFullscreenElement);
  }

  // Nothing may hide the quick way out: what fills the screen has one of its own, which presses
  // the page's.
  bringExit(isFull) {
    const exit = document.querySelector("a[data-exit]:not([data-activity-exit])");
    const here = this.part("exit");
    if (here) here.remove();
    if (!isFull || !exit) return;
    const copy = exit.cloneNode(true);
    copy.setAttribute("data-activity-exit", "");
    copy.addEventListener("click", (event) => {
      event.preventDefault();
      exit.click();
    });
    this.part("bar").append(copy);
  }

  sayFull() {
    const isFull = this.isFull();
    const words = this.part("full").dataset;
    this.part("full-words").textContent = isFull ? words.leave : words.enter;
    this.figure.classList.toggle("activity--full", isFull);
    this.bringExit(isFull);
    document.documentElement.classList.toggle("has-covering", this.isCovering());
  }
}

for (const figure of document.querySelectorAll("[data-activity][data-player]")) new Activity(figure);
