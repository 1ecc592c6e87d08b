"""The answer key of a question, line by line, for paper and for editors."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.enums import Kind
from quizzes.labels import letter
from quizzes.sheets import Option, QuestionSheet


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What can be chosen, with a word on how it fits and what is said of it."""

    label: str
    text: str
    word: str = ""
    feedback: str = ""


def answer_key(sheet: QuestionSheet) -> tuple[KeyLine, ...]:
    """Every option in the right order, with how it fits and why."""
    if sheet.kind == Kind.BRANCHING:
        return story_lines(sheet)
    if sheet.kind == Kind.ORDER:
        options = [sheet.option(key) for key in sheet.solution]
        return tuple(KeyLine(str(n), o.text, "", o.feedback) for n, o in enumerate(options, 1))
    return tuple(
        KeyLine(letter(place), option.text, _word(sheet, option, place), option.feedback)
        for place, option in enumerate(sheet.options)
    )


def story_lines(sheet: QuestionSheet, *, feedback: bool = True) -> tuple[KeyLine, ...]:
    """Every scene with its number, and below it its choices and where they lead."""
    numbers = {scene.key: number for number, scene in enumerate(sheet.scenes, start=1)}
    lines = []
    for scene in sheet.scenes:
        number = numbers[scene.key]
        said = f"{scene.speaker}: {scene.text}" if scene.speaker else scene.text
        lines.append(KeyLine(str(number), said, _("final") if scene.ending else ""))
        lines += [
            KeyLine(
                f"{number}{letter(place)}",
                option.text,
                _("mergi la %(number)d") % {"number": numbers[option.leads_to]},
                option.feedback if feedback else "",
            )
            for place, option in enumerate(sheet.options_of(scene.key))
        ]
    return tuple(lines)


def _word(sheet: QuestionSheet, option: Option, place: int) -> str:
    if sheet.kind == Kind.MATCH:
        right = sheet.solution[place]
        return f"→ {next(target.text for target in sheet.targets if target.key == right)}"
    if sheet.kind == Kind.FILL:
        return _("locul %(gap)d") % {"gap": option.gap} if option.gap else _("în plus")
    return _("se potrivește") if option.correct else ""
