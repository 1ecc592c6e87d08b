// Only adds: the advert, its signs and the pledge work without this file. Nothing is stored.
// In a block: scripts of one page share their names.
{
  const part = document.querySelector("[data-advert]");
  const boxes = [...part.querySelectorAll("input")];

  // How many signs the reader saw, beside each of them.
  const seen = part.querySelector("[data-seen]");
  function look() {
    const ticked = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.sign));
    for (const badge of part.querySelectorAll("[data-of]")) badge.hidden = !ticked.has(badge.dataset.of);
    ticked.delete(undefined);
    seen.querySelector("[data-number]").textContent = ticked.size;
    seen.hidden = false;
  }
  part.addEventListener("change", look);
  part.querySelector("details").addEventListener("toggle", look);

  // Read aloud by a voice that lives on the device: one of a service would send the text away.
  const speech = window.speechSynthesis;
  const language = document.documentElement.lang;
  let speaking = null;
  function stop() {
    speech.cancel();
    if (speaking) speaking.textContent = speaking.dataset.start;
    speaking = null;
  }
  function listen(button, voice) {
    const was = speaking;
    stop();
    if (was === button) return;
    speaking = button;
    button.textContent = button.dataset.stop;
    const place = document.getElementById(button.getAttribute("aria-controls"));
    const spoken = [...place.querySelectorAll("[data-spoken]")].map((one) => one.innerText);
    spoken.forEach((text, at) => {
      const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 });
      if (at === spoken.length - 1) words.onend = () => speaking === button && stop();
      speech.speak(words);
    });
  }
  function offer() {
    const voice = speech.getVoices().find((one) => one.localService && one.lang.startsWith(language));
    if (!voice) return;
    for (const row of part.querySelectorAll("[data-listen]")) {
      const button = row.querySelector("button");
      button.dataset.start ??= button.textContent;
      button.onclick = () => listen(button, voice);
      row.hidden = false;
    }
  }
  if (speech) {
    offer();
    speech.addEventListener?.("voiceschanged", offer);
    addEventListener("pagehide", stop);
  }
}
