// Only adds: the list of schools follows what is typed, instead of waiting for the button.
//
// <div data-school-picker data-url="/cont/scoli/" data-name="scoala" data-none="…">
//   <input data-school-words> … <form data-school-results hidden> <div data-school-list> radios
// </div>
for (const picker of document.querySelectorAll("[data-school-picker]")) {
  const words = picker.querySelector("[data-school-words]");
  const list = picker.querySelector("[data-school-list]");
  const results = picker.querySelector("[data-school-results]");
  let latest = 0;
  let waiting;

  const choice = (school) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const text = document.createElement("span");
    const place = document.createElement("small");
    label.className = "choice";
    input.type = "radio";
    input.name = picker.dataset.name;
    input.value = school.id;
    text.textContent = school.name;
    place.textContent = school.place;
    text.append(document.createElement("br"), place);
    label.append(input, text);
    return label;
  };

  const search = async () => {
    const mine = ++latest;
    const query = new URLSearchParams({ q: words.value });
    const answer = await fetch(`${picker.dataset.url}?${query}`).catch(() => null);
    // An answer that a newer one has overtaken says nothing any more.
    if (!answer?.ok || mine !== latest) return;
    const { schools } = await answer.json();
    show(schools);
  };

  // Who chose or stands in the list while a newer answer was on its way keeps choice and place.
  const show = (schools) => {
    const chosen = list.querySelector("input:checked")?.closest("label");
    const place = list.contains(document.activeElement) ? document.activeElement.value : null;
    const none = document.createElement("p");
    none.textContent = picker.dataset.none;
    list.replaceChildren(...(schools.length ? schools.map(choice) : [none]));
    if (chosen) {
      const value = chosen.querySelector("input").value;
      const again = list.querySelector(`input[value="${CSS.escape(value)}"]`)?.closest("label");
      if (again) again.replaceWith(chosen);
      else list.prepend(chosen);
    }
    if (place) (list.querySelector(`input[value="${CSS.escape(place)}"]`) ?? words).focus();
    results.hidden = false;
  };

  words?.addEventListener("input", () => {
    clearTimeout(waiting);
    if (words.value.trim().length > 1) waiting = setTimeout(search, 250);
  });
  // Enter after the words means "look for it", not "send the whole form with the rest empty".
  words?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || words.form.method !== "post") return;
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
}
