// Shows on a page what an address says of an answer (`?r=b`) or of the way through a story
// (`?drum=a.c`), as the server would: in a saved module and in the pack.
Quiz.show = (sheet, words, search) => {
  const data = new URLSearchParams(search);
  const NOTHING = { answered: false };

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }
  // A line break stays one.
  const lines = (text) => text.split("\n").flatMap((line, at) => (at ? [document.createElement("br"), line] : [line]));
  const list = (className, items) => {
    const element = make("ul", className, ...items);
    element.setAttribute("role", "list");
    return element;
  };

  function fillIn() {
    for (const field of document.querySelectorAll("#pas [name^=r]")) {
      const values = data.getAll(field.name);
      if (field.tagName === "SELECT") field.value = values[0] || "";
      else field.checked = values.includes(field.value);
    }
  }

  function problem(trouble) {
    const said = make("p", "question__problem", words[trouble]);
    said.id = "r-problem";
    said.setAttribute("role", "alert");
    document.querySelector("#pas legend").after(said);
    document.querySelector("#pas fieldset").setAttribute("aria-describedby", said.id);
  }

  function feedback(response) {
    const remarks = Quiz.shownRemarks(sheet, response, words).map((remark) => {
      const option = make("p", "remark__option", make("span", "remark__text", remark.text));
      if (remark.label) option.prepend(make("span", "remark__label", remark.label), " ");
      if (remark.word) option.append(" ", make("span", "remark__word", remark.word));
      return make("li", `remark remark--${remark.tone}`, option, make("p", "remark__why", ...lines(remark.feedback)));
    });
    const head = make("h2", "feedback__headline", Quiz.headline(sheet, response, words));
    head.id = "r-feedback";
    const section = make("section", "feedback", head, list("remarks", remarks));
    section.setAttribute("aria-labelledby", head.id);
    if (sheet.closing) section.append(make("p", "feedback__closing", ...lines(sheet.closing)));
    const place = document.getElementById("raspuns");
    place.replaceChildren(section);
    const button = document.querySelector("#pas button");
    button.textContent = words.again;
    button.classList.remove("button--primary");
    place.scrollIntoView();
  }

  function scene(one) {
    const said = [make("p", "scene__text", ...lines(one.text))];
    return one.speaker ? [make("p", "scene__speaker", one.speaker), ...said] : said;
  }

  function link(text, keys, className) {
    const element = make("a", className, text);
    element.href = `?drum=${keys.join(".")}#acum`;
    return element;
  }

  function choices(walked, now) {
    return Quiz.optionsOf(sheet, now.key).map((option, place) => {
      const label = make("span", "answer__label", Quiz.letter(place));
      label.setAttribute("aria-hidden", "true");
      const answer = link("", [...walked, option.key], "answer answer--link");
      answer.append(label, " ", make("span", "answer__text", option.text));
      return make("li", "", answer);
    });
  }

  function turn(key, before) {
    const option = Quiz.optionOf(sheet, key);
    const chosen = make("p", "turn__chosen", make("span", "visually-hidden", words.chosen), " ", option.text);
    return make("div", "turn", ...scene(Quiz.follow(sheet, before)), chosen, make("p", "turn__why", ...lines(option.feedback)));
  }

  function story() {
    const walked = [];
    for (const key of Quiz.path(data.get("drum"))) {
      try { Quiz.follow(sheet, [...walked, key]); } catch { break; }
      walked.push(key);
    }
    const now = Quiz.follow(sheet, walked);
    const current = make("div", "turn turn--now", ...scene(now));
    current.id = "acum";
    if (!now.ending) current.append(list("answers", choices(walked, now)));
    if (walked.length) current.append(make("p", "story__back", link(words.back, walked.slice(0, -1), "link-target")));
    document.querySelector(".story").replaceChildren(...walked.map((key, at) => turn(key, walked.slice(0, at))), current);
    if (now.ending) {
      const anew = make("p", "", link(words.anew, [], "button"));
      document.querySelector(".ask").after(make("div", "ask-end", make("p", "", ...lines(sheet.closing)), anew));
    }
    if (walked.length) current.scrollIntoView();
    return { answered: now.ending, path: walked.join(".") };
  }

  function open() { document.querySelector(".note-gate__more")?.setAttribute("open", ""); }

  if (sheet.kind === "free_text") return NOTHING;
  if (sheet.kind === "branching") {
    if (!data.has("drum")) return NOTHING;
    open();
    return story();
  }
  if (!data.has("v") && ![...data].some(([name, value]) => name.startsWith("r") && value)) return NOTHING;
  open();
  fillIn();
  try {
    feedback(Quiz.responseFrom(sheet, data));
    return { answered: true };
  } catch (error) {
    if (!(error instanceof Quiz.BadResponse)) throw error;
    problem(error.message);
    return NOTHING;
  }
};

// In the pack the question lies in its page.
const asked = document.getElementById("intrebare");
if (asked) {
  const { sheet, words } = JSON.parse(asked.textContent);
  Quiz.show(sheet, words, location.search);
}
