// Runs before H5P core. The page has no origin, so reading localStorage, sessionStorage or
// document.cookie throws there, and core and many libraries read them as they start. They get a
// memory that lasts as long as the page. What core is to play lies in the page as data, because
// the policy of the page runs no script that stands in it.
(() => {
  "use strict";
  const memory = () => Object.create({
    getItem(key) { return Object.prototype.hasOwnProperty.call(this, key) ? this[key] : null; },
    setItem(key, value) { this[key] = String(value); },
    removeItem(key) { delete this[key]; },
    clear() { Object.keys(this).forEach((key) => delete this[key]); },
    key(index) { return Object.keys(this)[index] || null; },
    get length() { return Object.keys(this).length; },
  });
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { value: memory() });
  }
  Object.defineProperty(document, "cookie", { get: () => "", set() {} });
  // A peer connection would call any host and show it the reader's address: no policy of content
  // covers it.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete window[name];
  // Here every file comes from another origin. A picture or film that was not asked for openly could
  // be shown, but not drawn on a canvas, which some libraries do; all our files may be.
  for (const kind of [HTMLImageElement, HTMLMediaElement]) {
    const source = Object.getOwnPropertyDescriptor(kind.prototype, "src");
    Object.defineProperty(kind.prototype, "src", Object.assign({}, source, {
      set(address) {
        if (/^https?:/.test(address)) this.crossOrigin = "anonymous";
        source.set.call(this, address);
      },
    }));
  }
  window.H5PIntegration = JSON.parse(document.getElementById("integration").textContent);
})();
