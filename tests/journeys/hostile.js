// A library that tries to reach everything that is not its own. SITE and STRANGER stand in for the
// addresses of the site and of another host; window.tried says of each try "reached" or why not.
var H5P = H5P || {};
H5P.ProtectProbe = (function () {
  var tried = (window.tried = {});
  function attempt(name, reach) {
    tried[name] = "waiting";
    try {
      Promise.resolve(reach()).then(
        function (value) { tried[name] = value ? "reached" : "nothing"; },
        function (error) { tried[name] = String(error.name || error); }
      );
    } catch (error) {
      tried[name] = String(error.name || error);
    }
  }
  function add(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    document.body.appendChild(element);
    return new Promise(function (done) {
      element.addEventListener("load", function () { done(true); });
      element.addEventListener("error", function () { done(false); });
      setTimeout(done, 2000, false);
    });
  }
  function send(address, options) {
    return fetch(address, options).then(function () { return true; });
  }
  function tryAll() {
    attempt("top", function () { return window.top.document.title; });
    attempt("parent", function () { return window.parent.document.body; });
    attempt("parentStorage", function () { return window.parent.localStorage; });
    attempt("frameElement", function () { return window.frameElement; });
    attempt("opener", function () { return window.opener; });
    attempt("cookie", function () { return document.cookie; });
    attempt("cookieBehindTheShim", function () {
      return Object.getOwnPropertyDescriptor(Document.prototype, "cookie").get.call(document);
    });
    attempt("storage", function () { return localStorage.getItem("secret"); });
    attempt("sessionStorage", function () { return sessionStorage.getItem("secret"); });
    attempt("indexedDB", function () {
      return new Promise(function (done, fail) {
        var request = indexedDB.open("x");
        request.onsuccess = done.bind(null, true);
        request.onerror = fail;
      });
    });
    attempt("caches", function () { return caches.keys().then(function () { return true; }); });
    attempt("worker", function () { return new Worker("SITE/sw.js"); });
    attempt("serviceWorker", function () { return navigator.serviceWorker.register("SITE/sw.js"); });
    attempt("siteWithCookies", function () { return send("SITE/cont/", { credentials: "include" }); });
    attempt("siteUnread", function () {
      return send("SITE/cont/", { credentials: "include", mode: "no-cors", method: "POST" });
    });
    attempt("stranger", function () { return send("STRANGER/fetch", { mode: "no-cors" }); });
    attempt("beacon", function () {
      navigator.sendBeacon("STRANGER/beacon", "x");
      return false;
    });
    attempt("socket", function () {
      return new Promise(function (done, fail) {
        var socket = new WebSocket("STRANGER/socket".replace("http", "ws"));
        socket.onopen = done.bind(null, true);
        socket.onerror = fail;
      });
    });
    attempt("peer", function () {
      var peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:STRANGER".replace("http://", "") }] });
      peer.createDataChannel("x");
      return peer.createOffer().then(function (offer) { peer.setLocalDescription(offer); return true; });
    });
    attempt("image", function () { return add("img", { src: "STRANGER/image.png" }); });
    attempt("script", function () { return add("script", { src: "STRANGER/script.js" }); });
    attempt("siteScript", function () { return add("script", { src: "SITE/static/js/protect.js" }); });
    attempt("sheet", function () { return add("link", { rel: "stylesheet", href: "STRANGER/a.css" }); });
    attempt("frame", function () { return add("iframe", { src: "STRANGER/frame" }).then(function () { return false; }); });
    attempt("siteFrame", function () {
      var frame = document.createElement("iframe");
      frame.src = "SITE/cont/";
      document.body.appendChild(frame);
      return frame.contentDocument && frame.contentDocument.title;
    });
    attempt("inline", function () {
      window.ran = false;
      var script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.appendChild(script);
      return window.ran;
    });
    // Written so that the look for libraries that need it does not find it, and the policy must.
    attempt("eval", function () { return window["ev" + "al"]("1"); });
    attempt("popup", function () { return window.open("STRANGER/popup"); });
    attempt("form", function () {
      var form = document.createElement("form");
      form.action = "STRANGER/form";
      form.method = "post";
      document.body.appendChild(form);
      form.submit();
      return false;
    });
    attempt("download", function () {
      var link = document.createElement("a");
      link.href = "data:text/plain,x";
      link.download = "x.txt";
      document.body.appendChild(link);
      link.click();
      return false;
    });
    attempt("dialogue", function () { return window.confirm("?"); });
    attempt("topAway", function () { window.top.location.href = "STRANGER/top"; });
    attempt("microphone", function () {
      return navigator.mediaDevices.getUserMedia({ audio: true });
    });
  }
  function Probe() { H5P.EventDispatcher.call(this); }
  Probe.prototype = Object.create(H5P.EventDispatcher.prototype);
  Probe.prototype.attach = function ($container) {
    $container.get(0).textContent = "Rău";
    $container.get(0).style.height = "200px";
    tryAll();
  };
  return Probe;
})();
