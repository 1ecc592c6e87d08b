"""Branching scenarios of texts and branching questions as stories with choices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.core.text import first_free
from media.h5p.content import AdvancedText, BranchingQuestion, BranchingScenario, Other
from media.h5p.content.branching import Alternative, EndScreen, Piece, Screen
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.exchange.losses import KEEP_AS_ACTIVITY, Lost, if_set
from quizzes.exchange.parts import Gathering, Part
from quizzes.exchange.stories import USUAL_END
from quizzes.exchange.surroundings import losses_around
from quizzes.exchange.texts import ENDS, formatting, lines, one_line, paragraph_lines
from quizzes.sheets import Scene

_SPEAKER = re.compile(r"\s*<p>\s*<strong>([^<]{1,200})</strong>\s*</p>")
_KEY = re.compile(r"[a-z0-9-]{1,40}")
LONGEST_SPEAKER = 60


@dataclass
class _Reading:
    content: BranchingScenario
    keys: list[str] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)
    choices: list[ChoiceDraft] = field(default_factory=list)
    ends: dict[int, str] = field(default_factory=dict)
    losses: list[Lost | None] = field(default_factory=list)

    def end(self, number: float) -> EndScreen | None:
        return next((one for one in self.content.ends if one.end_id == number), None)

    def scene_at(self, number: float) -> str:
        """The scene that a piece or an end screen became; "" for one that is not there."""
        place = int(number)
        if place >= 0:
            return self.keys[place] if place < len(self.keys) else ""
        if place not in self.ends:
            key = _free("final", [*self.keys, *self.ends.values()])
            self.ends[place] = key
            screen = self.end(place)
            said = _said(screen.title, screen.subtitle) if screen else ""
            self.scenes.append(Scene(key, "", said, ending=True))
        return self.ends[place]


def read_story(
    content: BranchingScenario, metadata: Mapping[str, Any], gathering: Gathering
) -> None:
    """The story, if it is made of what a native story has."""
    if foreign := _foreign(content):
        lost = Lost(_("povestea are părți fără formă la noi"), foreign, KEEP_AS_ACTIVITY)
        gathering.parts.append(Part(content.KIND, one_line(content.title), losses=(lost,)))
        return
    reading = _Reading(content)
    for place, piece in enumerate(content.pieces):
        title = piece.content.metadata.get("title")
        wanted = title if isinstance(title, str) and _KEY.fullmatch(title) else f"scena-{place + 1}"
        reading.keys.append(_free(wanted, reading.keys))
    for key, piece in zip(reading.keys, content.pieces, strict=True):
        _read_piece(reading, key, piece)
    usual = reading.end(USUAL_END)
    closing = ""
    if usual and USUAL_END not in reading.ends:
        closing = _said("" if usual.title in ENDS.values() else usual.title, usual.subtitle)
    text = one_line(content.start_title) or one_line(content.title)
    draft = QuestionDraft(
        Kind.BRANCHING, text, closing, tuple(reading.choices), tuple(reading.scenes)
    )
    losses = [*reading.losses, *_of_story(content, text), *losses_around(content, metadata)]
    gathering.add(content.KIND, draft, losses)


def _foreign(content: BranchingScenario) -> str:
    names = {
        inner.library.name if isinstance(inner, Other) else inner.LIBRARY
        for inner in (piece.content.content for piece in content.pieces)
        if not isinstance(inner, AdvancedText | BranchingQuestion)
    }
    return ", ".join(sorted(names))


def _free(wanted: str, taken: list[str]) -> str:
    # A number must still fit behind it.
    return wanted if wanted not in taken else first_free(wanted[:36], taken)


def _read_piece(reading: _Reading, key: str, piece: Piece) -> None:
    inner = piece.content.content
    if isinstance(inner, BranchingQuestion):
        speaker, text = _spoken(reading, inner.question)
        reading.scenes.append(Scene(key, speaker, text))
        for alternative in inner.alternatives:
            reading.choices.append(_choice(reading, key, alternative))
        return
    if not isinstance(inner, AdvancedText):
        return
    speaker, text = _spoken(reading, inner.text)
    following = USUAL_END if piece.next_id is None else piece.next_id
    said = _said(piece.feedback.title, piece.feedback.subtitle)
    if following >= 0:
        # A piece that only goes on: in a native story something is pressed for that too.
        reading.scenes.append(Scene(key, speaker, text))
        leads_to = reading.scene_at(following)
        onward = ChoiceDraft(one_line(piece.proceed), said, scene=key, leads_to=leads_to)
        reading.choices.append(onward)
        return
    if following != USUAL_END and (screen := reading.end(following)):
        text = "\n".join(filter(None, (text, _said(screen.title, screen.subtitle))))
    reading.scenes.append(Scene(key, speaker, text, ending=True))
    reading.losses.append(if_set(_("ce se spune după ultima parte"), said))


def _choice(reading: _Reading, key: str, alternative: Alternative) -> ChoiceDraft:
    screen = alternative.feedback
    reading.losses += _of_screen(screen)
    return ChoiceDraft(
        one_line(alternative.text),
        _said(screen.title, screen.subtitle),
        scene=key,
        leads_to=reading.scene_at(alternative.next_id),
    )


def _of_screen(screen: Screen) -> list[Lost | None]:
    return [
        if_set(_("imaginea de după o alegere"), bool(screen.image)),
        if_set(_("punctele de după o alegere"), bool(screen.score)),
    ]


def _said(title: str, subtitle: str) -> str:
    return "\n".join(filter(None, (lines(title), lines(subtitle))))


def _spoken(reading: _Reading, source: str) -> tuple[str, str]:
    """Who speaks, when the text begins with a bold line of its own, and what is said."""
    found = _SPEAKER.match(source)
    speaker = one_line(found[1]) if found else ""
    if not found or not speaker or len(speaker) > LONGEST_SPEAKER:
        speaker, rest = "", source
    else:
        rest = source[found.end() :]
    reading.losses.append(if_set(_("formatarea textului"), formatting(rest)))
    return speaker, paragraph_lines(rest)


def _of_story(content: BranchingScenario, text: str) -> list[Lost | None]:
    title = one_line(content.title)
    images = [content.start_image, *(end.image for end in content.ends)]
    scored = "" if content.scoring == "no-score" else content.scoring
    return [
        if_set(_("titlul poveștii"), "" if title == text else title),
        if_set(_("textul de sub titlu"), lines(content.start_subtitle)),
        if_set(_("imaginile de început și de sfârșit"), any(images)),
        if_set(_("punctajul poveștii"), scored, _("La noi o poveste nu are punctaj.")),
        if_set(_("întoarcerea la pasul dinainte"), content.way_back),
        if_set(_("ordinea amestecată a alegerilor"), content.shuffle),
    ]
