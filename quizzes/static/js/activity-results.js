// Tells the class what the activities of this page say, when a learner sits in one. The player asks
// before it opens (media/static/js/activity.js); what it says then is kept in memory until it has
// arrived, and nothing that fails here stops it.

const ENDS = /\/(answered|completed|passed|failed|mastered|consumed?)$/;
const TOGETHER = 300;
const AT_ONCE = 20;
const BETWEEN_STATES = 5000;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;

class Later extends Error {}
class Refused extends Error {}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
}

class Teller {
  constructor(root, key) {
    this.root = root;
    this.words = root.dataset;
    this.key = key;
    this.launch = "";
    this.queue = [];
    this.state = null;
    this.stateAt = 0;
    this.wait = FIRST_WAIT;
    this.timer = 0;
    this.running = null;
    this.stopped = false;
  }

  say(text) {
    const place = this.root.querySelector("[data-launches-said]");
    if (place && place.textContent !== text) place.textContent = text;
  }

  async post(path, body) {
    const sent = JSON.stringify({ loc: this.words.seat, ...body });
    const answer = await fetch(this.words.launches + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.words.token },
      body: sent,
      // What is sent while the page goes away still arrives; browsers let only little through.
      keepalive: sent.length < 30000,
    }).catch(() => { throw new Later(); });
    if (answer.status === 429 || answer.status >= 500) throw new Later();
    const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Refused(said.error || this.words.lost), { status: answer.status });
    return said;
  }

  // The address of a launch's player; without one the player opens as it does for anyone.
  async begin(anew) {
    this.stopped = false;
    this.state = null;
    // A pass that ended is told before another begins.
    await this.run();
    if (this.stopped) return undefined;
    try {
      const said = await this.post(`${this.key}/`, { anew });
      this.launch = said.launch;
      this.say("");
      return said.player;
    } catch (error) {
      this.launch = "";
      if (error instanceof Refused) this.stop(error.message);
      return undefined;
    }
  }

  take(statement) {
    if (this.stopped || !ENDS.test(statement?.verb?.id || "")) return;
    this.queue.push({ id: newId(), statement: JSON.stringify(statement) });
    this.soon(TOGETHER);
  }

  takeState(state) {
    if (this.stopped) return;
    this.state = state;
    this.soon(Math.max(TOGETHER, this.stateAt + BETWEEN_STATES - Date.now()));
  }

  soon(delay) {
    clearTimeout(this.timer);
    // Answers never wait for a state, nor for each other once the network failed.
    this.timer = setTimeout(() => this.run(), this.queue.length ? Math.min(delay, this.wait) : delay);
  }

  run() {
    clearTimeout(this.timer);
    if (!this.running) this.running = this.send().finally(() => { this.running = null; });
    return this.running;
  }

  async send() {
    try {
      if (!this.launch && this.queue.length) this.launch = (await this.post(`${this.key}/`, { anew: false })).launch;
      while (this.queue.length) await this.sendSome();
      if (this.launch && this.state !== null) await this.sendState();
      this.wait = FIRST_WAIT;
    } catch (error) {
      if (error instanceof Refused) this.stop(error.message);
      else if (error instanceof Later) this.again();
      else throw error;
    }
  }

  async sendSome() {
    const some = this.queue.slice(0, AT_ONCE);
    const said = await this.post("spus/", { launch: this.launch, statements: some });
    this.queue.splice(0, some.length);
    if (said.left) return this.stop(this.words.enough);
    if (!this.queue.length) this.say(this.words.arrived);
    return undefined;
  }

  async sendState() {
    const { state } = this;
    try {
      await this.post("stare/", { launch: this.launch, state });
    } catch (error) {
      // A state that cannot be kept is no harm: the next one may be.
      if (!(error instanceof Refused) || error.status !== 400) throw error;
    }
    this.stateAt = Date.now();
    if (this.state === state) this.state = null;
  }

  again() {
    if (this.queue.length) this.say(this.words.waiting);
    this.timer = setTimeout(() => this.run(), this.wait);
    this.wait = Math.min(2 * this.wait, LONGEST_WAIT);
  }

  stop(text) {
    this.stopped = true;
    this.queue = [];
    this.state = null;
    this.say(text);
  }
}

for (const root of document.querySelectorAll("[data-launches]")) {
  const tellers = new Map();
  const tellerOf = (event) => {
    const figure = event.target.closest("[data-activity]");
    if (!tellers.has(figure)) tellers.set(figure, new Teller(root, figure.dataset.activity));
    return tellers.get(figure);
  };
  root.addEventListener("activity:open", (event) => {
    event.preventDefault();
    const { restart, open } = event.detail;
    tellerOf(event).begin(restart === true).then((player) => open(player));
  });
  root.addEventListener("activity:statement", (event) => tellerOf(event).take(event.detail.statement));
  root.addEventListener("activity:state", (event) => tellerOf(event).takeState(event.detail.state));
  for (const [target, name] of [[window, "online"], [window, "pagehide"], [document, "visibilitychange"]]) {
    target.addEventListener(name, () => tellers.forEach((one) => one.run()));
  }
}
