// Questions marked in the browser: for a saved module and for the pack. The rules are those of
// quizzes/marking.py, quizzes/controls.py and quizzes/remarks.py; a test compares the two on many
// questions. A plain script and no module: a page opened from a USB stick can load no modules.
globalThis.Quiz = (() => {
  const ONE_PRESS = ["single", "true_false", "scale"];
  const PLACES = ["order", "match", "fill"];
  const MARKED = ["single", "multiple", "true_false", ...PLACES];
  const MOST = 400;

  class BadResponse extends Error {}
  const refuse = (trouble) => { throw new BadResponse(trouble); };
  const letter = (index) => String.fromCharCode(65 + index);
  const optionOf = (sheet, key) => sheet.options.find((option) => option.key === key);
  const optionsOf = (sheet, scene) => sheet.options.filter((option) => option.scene === scene);
  const targetOf = (sheet, key) => sheet.targets.find((target) => target.key === key);
  const isRepeated = (keys) => new Set(keys).size < keys.length;
  // Of a name that is sent twice the server takes the last.
  const lastOf = (data, name) => data.getAll(name).at(-1) || "";
  const path = (text) => (text ? text.slice(0, MOST).split(".") : []);

  function follow(sheet, keys) {
    let scene = sheet.scenes[0];
    for (const key of keys) {
      const choice = optionsOf(sheet, scene.key).find((option) => option.key === key);
      if (!choice) refuse("unknown");
      scene = sheet.scenes.find((one) => one.key === choice.leads_to);
    }
    return scene;
  }

  function check(sheet, response) {
    if (sheet.kind === "free_text") return response.length ? refuse("unknown") : response;
    if (!response.length) refuse("empty");
    if (sheet.kind === "branching") return follow(sheet, response).ending ? response : refuse("incomplete");
    const offered = PLACES.includes(sheet.kind) && sheet.targets.length ? sheet.targets : sheet.options;
    const known = new Set(offered.map((item) => item.key));
    if (PLACES.includes(sheet.kind)) {
      if (response.includes("")) refuse(response.some(Boolean) ? "incomplete" : "empty");
      if (response.some((key) => !known.has(key)) || response.length !== sheet.solution.length) refuse("unknown");
      return sheet.kind === "order" && isRepeated(response) ? refuse("repeated") : response;
    }
    if (response.some((key) => !known.has(key)) || isRepeated(response)) refuse("unknown");
    if (sheet.kind !== "multiple" && response.length !== 1) refuse("unknown");
    return [...response].sort();
  }

  function responseFrom(sheet, data) {
    if (sheet.kind === "free_text") return [];
    if (sheet.kind === "branching") return check(sheet, path(lastOf(data, "r")));
    if (sheet.kind === "multiple" || ONE_PRESS.includes(sheet.kind)) return check(sheet, [...new Set(data.getAll("r"))]);
    const values = sheet.solution.map((_key, place) => lastOf(data, `r${place + 1}`));
    return check(sheet, sheet.kind === "order" ? inOrder(sheet, values) : values);
  }

  function inOrder(sheet, values) {
    const numbers = values.map((_value, place) => String(place + 1));
    const chosen = values.filter(Boolean);
    if (chosen.some((value) => !numbers.includes(value))) refuse("unknown");
    if (isRepeated(chosen)) refuse("repeated");
    return numbers.map((number) => sheet.options[values.indexOf(number)]?.key || "");
  }

  const fitsPlace = (sheet, place, key) =>
    sheet.kind === "fill" ? optionOf(sheet, key).gap === place + 1 : sheet.solution[place] === key;

  function score(sheet, response) {
    const right = sheet.solution;
    if (sheet.kind === "order") {
      const pairs = right.flatMap((one, at) => right.slice(at + 1).map((other) => [one, other]));
      return pairs.filter(([one, other]) => response.indexOf(one) < response.indexOf(other)).length / pairs.length;
    }
    if (PLACES.includes(sheet.kind)) {
      return response.filter((key, place) => fitsPlace(sheet, place, key)).length / response.length;
    }
    const hits = response.filter((key) => right.includes(key)).length;
    return Math.max(0, 2 * hits - response.length) / right.length;
  }

  function remarksOf(sheet, response) {
    const said = (option, right = null, chosen = true) => ({ option: option.key, text: option.feedback, right, chosen });
    if (sheet.kind === "multiple") {
      return sheet.options
        .filter((option) => option.correct || response.includes(option.key))
        .map((option) => said(option, option.correct && response.includes(option.key), response.includes(option.key)));
    }
    if (sheet.kind === "order") return sheet.solution.map((key, at) => said(optionOf(sheet, key), key === response[at]));
    if (sheet.kind === "match") return sheet.options.map((option, at) => said(option, sheet.solution[at] === response[at]));
    if (sheet.kind === "fill") {
      return response.map((key, at) => {
        const chosen = optionOf(sheet, key);
        if ([at + 1, 0].includes(chosen.gap)) return said(chosen, chosen.gap === at + 1);
        return said(optionOf(sheet, sheet.solution[at]), false, false);
      });
    }
    const marked = MARKED.includes(sheet.kind);
    return response.map((key) => said(optionOf(sheet, key), marked ? optionOf(sheet, key).correct : null));
  }

  function mark(sheet, given) {
    const response = check(sheet, given);
    const remarks = remarksOf(sheet, response);
    if (!MARKED.includes(sheet.kind)) return { score: null, right: null, remarks };
    const worth = score(sheet, response);
    return { score: worth, right: worth === 1, remarks };
  }

  function word(kind, remark, words) {
    if (remark.right === null) return "";
    if (remark.right) return words.fits;
    if (kind === "order") return words.order;
    if (kind === "match") return words.match;
    if (remark.chosen) return words.notYet;
    return kind === "fill" ? words.fill : words.missed;
  }

  function shownRemarks(sheet, response, words) {
    return mark(sheet, response).remarks.map((remark, at) => {
      const option = optionOf(sheet, remark.option);
      const siblings = sheet.kind === "branching" ? optionsOf(sheet, option.scene) : sheet.options;
      const isNumbered = ["order", "fill"].includes(sheet.kind);
      // A step of a scale has no letter on the screen.
      const name = sheet.kind === "scale" ? "" : letter(siblings.indexOf(option));
      const pair = sheet.kind === "match" ? ` → ${targetOf(sheet, sheet.solution[at]).text}` : "";
      return {
        label: isNumbered ? String(at + 1) : name,
        text: option.text + pair,
        word: word(sheet.kind, remark, words),
        tone: remark.right === null ? "said" : remark.right ? "fits" : "not-yet",
        feedback: remark.text,
      };
    });
  }

  function headline(sheet, response, words) {
    if (sheet.kind === "free_text") return words.done;
    if (!MARKED.includes(sheet.kind) || ONE_PRESS.includes(sheet.kind)) return words.choice;
    const worth = mark(sheet, response).score;
    return worth === 1 ? words.all : worth ? words.almost : words.think;
  }

  return { BadResponse, check, follow, headline, letter, mark, optionOf, optionsOf, path, responseFrom, shownRemarks };
})();
