"""How a pupil answers the packages of the H5P Hub, each to its end, with the last answer right or
wrong. What is clicked are the players' own classes: nothing else tells their parts apart."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Locator

CHECK = ".h5p-question-check-answer:visible"
MOVING = 1500
IN_A_SET = ("TrueFalse", "MultiChoice", "Blanks", "DragText")


def seen(frame: Frame, selector: str, text: str | None = None) -> Locator:
    """What can be seen of these, in a set of questions those of the one that is shown."""
    return frame.locator(f"{selector}:visible", has_text=text)


def answer_true_false(frame: Frame, right: bool) -> None:
    """Oslo is the capital of Norway."""
    seen(frame, ".h5p-true-false-answer", "Yes" if right else "No").first.click()


def answer_multi_choice(frame: Frame, right: bool) -> None:
    """Blackcurrants are of a very dark purple."""
    seen(frame, ".h5p-answer", "purple" if right else "Blue").first.click()


def answer_blanks(frame: Frame, right: bool) -> None:
    """Blueberries, cloudberries, blackcurrants."""
    gaps = seen(frame, ".h5p-text-input")
    for number, word in enumerate(("blue", "cloud", "black" if right else "Popescu")):
        gaps.nth(number).fill(word)
        gaps.nth(number).press("Tab")


def answer_drag_text(frame: Frame, right: bool) -> None:
    """Words are taken and put down by two clicks."""
    words = ("blue", "red", "orange") if right else ("blue", "orange", "red")
    for number, word in enumerate(words):
        seen(frame, ".h5p-drag-draggables-container .ui-draggable", word).first.click()
        seen(frame, ".h5p-drag-dropzone-container .ui-droppable").nth(number).click()
        seen(frame, ".h5p-drag-dropzone-container .ui-draggable", word).wait_for()


def answer_single_choice_set(frame: Frame, right: bool) -> None:
    """The set goes on by itself a second after each answer."""
    for word in ("Wolfberries", "Asia", "Dried" if right else "Frozen"):
        frame.locator(".h5p-sc-current-slide .h5p-sc-alternative", has_text=word).first.click()


def answer_question_set(frame: Frame, right: bool) -> None:
    """Four questions, each checked, of which the third is the one that may be wrong."""
    for answer in (answer_true_false, answer_multi_choice):
        answer(frame, True)
        frame.locator(CHECK).first.click()
        _go_on(frame)
    # It checks itself once all is filled in.
    answer_blanks(frame, right)
    _go_on(frame)
    answer_drag_text(frame, True)
    frame.locator(CHECK).first.click()
    frame.wait_for_timeout(MOVING)
    seen(frame, ".h5p-question-finish").first.click()


def _go_on(frame: Frame) -> None:
    """The buttons move while a question says how it was answered, and so do the questions."""
    frame.wait_for_timeout(MOVING)
    seen(frame, ".h5p-question-next").first.click()
    frame.wait_for_timeout(MOVING)


@dataclass(frozen=True)
class Played:
    """A package, how it is answered, its full score, what a wrong last answer loses, and what is
    still to be seen when a pupil comes back after one."""

    answer: Callable[[Frame, bool], None]
    most: int
    loses: int
    still_there: str
    checks_itself: bool = False


PLAYED = {
    "TrueFalse": Played(answer_true_false, 1, 1, ".h5p-true-false-answer[aria-checked=true]"),
    "MultiChoice": Played(answer_multi_choice, 1, 1, ".h5p-answer[aria-checked=true]"),
    "Blanks": Played(answer_blanks, 3, 1, ".h5p-input-wrapper.h5p-correct", checks_itself=True),
    "DragText": Played(answer_drag_text, 3, 2, ".h5p-drag-dropzone-container .ui-draggable"),
    "SingleChoiceSet": Played(
        answer_single_choice_set, 3, 1, ".h5p-sc-current-slide", checks_itself=True
    ),
    "QuestionSet": Played(
        answer_question_set, 8, 1, ".question-container:visible", checks_itself=True
    ),
}


def package(folder: Path, name: str) -> io.BytesIO:
    """The Hub's package of a type; the set of questions, whose own are empty, with the questions of
    four others."""
    data = (folder / f"H5P.{name}.h5p").read_bytes()
    if name != "QuestionSet":
        return io.BytesIO(data)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            body = old.read(entry.filename)
            if entry.filename == "content/content.json":
                body = json.dumps(_filled(json.loads(body), folder)).encode()
            new.writestr(entry.filename, body, zipfile.ZIP_DEFLATED)
    written.seek(0)
    return written


def _filled(content: dict[str, Any], folder: Path) -> dict[str, Any]:
    versions = {one["library"].split()[0]: one["library"] for one in content["questions"]}
    questions = []
    for number, name in enumerate(IN_A_SET):
        with zipfile.ZipFile(folder / f"H5P.{name}.h5p") as archive:
            params = json.loads(archive.read("content/content.json"))
        params.pop("media", None)
        questions.append(
            {
                "library": versions[f"H5P.{name}"],
                "params": params,
                "subContentId": f"00000000-0000-4000-8000-00000000000{number}",
                "metadata": {"contentType": name, "license": "U", "title": name},
            }
        )
    return {**content, "questions": questions}
