/* Sends the form of an activity itself, so that a large file shows how far it is, and an error
   leaves the chosen file and everything typed where it is. Without this script the form is sent
   as any other. */
(() => {
  "use strict";
  const form = document.getElementById("w-editor-form");
  const box = document.querySelector("[data-upload-progress]");
  const file = form && form.querySelector('input[type="file"]');
  if (!box || !file) return;
  const sending = box.querySelector("[data-upload-sending]");
  const refused = box.querySelector("[data-upload-refused]");
  const bar = box.querySelector("progress");
  const percent = box.querySelector("[data-upload-percent]");
  const said = box.querySelector("[data-upload-said]");

  form.addEventListener("submit", (event) => {
    if (!file.files.length) return;
    event.preventDefault();
    send();
  });

  function send() {
    const request = new XMLHttpRequest();
    box.hidden = false;
    sending.hidden = false;
    refused.hidden = true;
    say("");
    show(0);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) show(Math.round((100 * event.loaded) / event.total));
    });
    request.upload.addEventListener("load", () => say(box.dataset.checking));
    request.addEventListener("load", () => answer(request));
    request.addEventListener("error", () => fail([box.dataset.failed]));
    request.open("POST", form.action);
    request.setRequestHeader("X-Upload", "1");
    request.send(new FormData(form));
  }

  function show(done) {
    bar.value = done;
    percent.textContent = `${done} %`;
  }

  function say(sentence) {
    said.textContent = sentence;
  }

  function answer(request) {
    let told = {};
    try {
      told = JSON.parse(request.responseText);
    } catch {
      /* a page, not an answer: the server stumbled */
    }
    if (told.next) {
      window.location.assign(told.next);
    } else {
      fail(told.errors || [box.dataset.failed]);
    }
  }

  function fail(sentences) {
    sending.hidden = true;
    say("");
    const items = sentences.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    });
    refused.querySelector("ul").replaceChildren(...items);
    refused.hidden = false;
    box.tabIndex = -1;
    box.focus();
    box.scrollIntoView({ block: "center" });
    const button = form.querySelector("[data-controller~='w-progress']");
    if (button) button.dataset.wProgressLoadingValue = "false";
  }
})();
