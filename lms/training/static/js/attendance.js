// Only adds: a tick is sent by itself, and waits on this device while there is no network.
//
// <form data-ticks="/formare/…/bifa/<sitting>/" data-ticks-waiting="…{n}…" data-ticks-saved="…" data-ticks-again="…">
//   <input type="checkbox" name="prezent" value="<participant>"> … <p data-ticks-state>
//
// What waits is random ids and moments, never a name. It is sent in the order in which it was
// ticked; each tick has an id of its own, so that one sent twice is one.
const form = document.querySelector("form[data-ticks]");

if (form) {
  const place = `prezenta:${form.dataset.ticks}`;
  const state = form.querySelector("[data-ticks-state]");
  const boxes = [...form.querySelectorAll("input[name=prezent]")];
  let isSending = false;

  const waiting = () => JSON.parse(localStorage.getItem(place) ?? "[]");
  const keep = (ticks) =>
    ticks.length ? localStorage.setItem(place, JSON.stringify(ticks)) : localStorage.removeItem(place);
  const say = (words) => { state.textContent = words; };

  // "sent", "refused" with its words, or "later": no network, or an account that was left.
  const send = async (tick) => {
    const { said, ...what } = tick;
    const body = new URLSearchParams({
      ...what,
      // How long it waited, by this device's own clock, which may be an hour wrong.
      waited: Math.max(0, Date.now() - said),
      csrfmiddlewaretoken: form.querySelector("[name=csrfmiddlewaretoken]").value,
    });
    const answer = await fetch(form.dataset.ticks, { method: "POST", body }).catch(() => null);
    if (!answer) return ["later", form.dataset.ticksWaiting];
    const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
    if (!isOurs) return ["later", form.dataset.ticksAgain];
    const { error } = await answer.json();
    return answer.ok ? ["sent", ""] : ["refused", error];
  };

  const flush = async () => {
    if (isSending) return;
    isSending = true;
    let refusal = "";
    for (let ticks = waiting(); ticks.length; ticks = waiting()) {
      const [outcome, words] = await send(ticks[0]);
      if (outcome === "later") {
        say(words.replace("{n}", ticks.length));
        isSending = false;
        return;
      }
      if (outcome === "refused") refusal = words;
      // Another one may have been ticked meanwhile: only this one goes.
      keep(waiting().filter((one) => one.client_id !== ticks[0].client_id));
    }
    isSending = false;
    say(refusal || form.dataset.ticksSaved);
  };

  for (const box of boxes) {
    box.addEventListener("change", () => {
      const tick = {
        participant: box.value,
        present: box.checked ? "da" : "nu",
        client_id: crypto.randomUUID(),
        said: Date.now(),
      };
      keep([...waiting(), tick]);
      flush();
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    flush();
  });
  addEventListener("online", flush);
  setInterval(() => waiting().length && flush(), 15_000);

  // What was ticked before this page was opened holds over what the server knows.
  for (const tick of waiting()) {
    const box = boxes.find((one) => one.value === tick.participant);
    if (box) box.checked = tick.present === "da";
  }
  if (waiting().length) flush();
}
