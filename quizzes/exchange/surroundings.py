"""What stands around an exercise: its image or video, its buttons, its licence."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from media.h5p.content import MultiChoice, Nested, Other, QuestionSet
from media.h5p.content.parts import Buttons, Confirmed, Exercise, Feedback
from quizzes.exchange import notes
from quizzes.exchange.losses import KEEP_AS_ACTIVITY, Lost, if_set, joined
from quizzes.exchange.parts import Picture
from quizzes.exchange.texts import lines

IMAGE = "H5P.Image"
# Licences that ask for nothing: unknown, and none chosen.
_NO_LICENCE = ("", "U")
# Where the player puts the score into a message.
_SCORE = re.compile(r"@(?:score|total|percent)\b|:(?:numcorrect|maxscore)\b")


def picture_of(media: Nested | None) -> Picture | None:
    """The image above an exercise, if it is one with a file in the package."""
    if media is None or not isinstance(media.content, Other):
        return None
    params = media.content.params
    if media.content.library.name != IMAGE or not isinstance(params, dict):
        return None
    file = params.get("file")
    file = file if isinstance(file, dict) else {}
    path, of_file = file.get("path"), file.get("copyright")
    if not isinstance(path, str) or ":" in path:
        return None
    credit = licence_of(media.metadata) or licence_of(of_file if isinstance(of_file, dict) else {})
    alt = params.get("alt")
    return Picture(path.removesuffix("#tmp"), lines(alt) if isinstance(alt, str) else "", credit)


def licence_of(metadata: Mapping[str, Any]) -> str:
    """Authors, licence and source as one line; "" when nothing was said."""
    said = metadata.get("authors")
    authors = [
        one["name"]
        for one in (said if isinstance(said, list) else [])
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    licence = metadata.get("license")
    version = metadata.get("licenseVersion") or metadata.get("version")
    named = "" if not isinstance(licence, str) or licence in _NO_LICENCE else licence
    if named and isinstance(version, str) and version:
        named = f"{named} {version}"
    others = [metadata.get("author"), metadata.get("source")]
    return joined([*authors, named, *(one for one in others if isinstance(one, str))])


def losses_around(exercise: object, metadata: Mapping[str, Any]) -> Iterator[Lost | None]:
    """What the exercise has besides its question."""
    yield if_set(
        _("autorii și licența"), licence_of(metadata), _("Scrieți-le unde se folosesc întrebările.")
    )
    yield if_set(_("comentariul autorului"), notes.foreign(metadata))
    if isinstance(exercise, Exercise):
        yield from _media(exercise)
    if isinstance(exercise, Buttons):
        again = _("La noi se poate încerca mereu din nou.")
        yield if_set(_("„fără încă o încercare”"), not exercise.retry, again)
        yield if_set(_("„fără soluție”"), not exercise.solutions and not _is_scale(exercise))
        yield if_set(_("„fără butonul Verifică”"), not exercise.check)
    if isinstance(exercise, Confirmed):
        yield if_set(_("întrebarea de confirmare înainte de verificare"), exercise.confirm_check)
        yield if_set(_("întrebarea de confirmare înainte de reluare"), exercise.confirm_retry)
        yield if_set(_("verificarea automată"), exercise.auto_check)


def _is_scale(exercise: Buttons) -> bool:
    return isinstance(exercise, MultiChoice) and all(one.correct for one in exercise.answers)


def _media(exercise: Exercise) -> Iterator[Lost | None]:
    # Editors also store which kind of medium was looked at, and never chosen.
    if exercise.media is None or not _has_file(exercise.media.content):
        return
    if picture_of(exercise.media) is not None:
        yield Lost(
            _("imaginea de deasupra întrebării"),
            advice=_("Ajunge în biblioteca de imagini; de acolo se pune în pasul modulului."),
        )
    else:
        yield Lost(_("filmul sau sunetul de deasupra întrebării"), advice=KEEP_AS_ACTIVITY)


def _has_file(held: object) -> bool:
    """Whether a path or an address stands anywhere in the parameters of a medium."""
    if isinstance(held, Other):
        return _has_file(held.params)
    if isinstance(held, dict):
        return bool(held.get("path")) or any(map(_has_file, held.values()))
    return isinstance(held, list) and any(map(_has_file, held))


def closing_of(feedback: tuple[Feedback, ...]) -> tuple[str, Lost | None]:
    """What is said whatever the score, or else the ranges as a loss."""
    said = [one for one in feedback if one.text.strip()]
    always = len(said) == 1 and (said[0].low, said[0].high) == (0, 100)
    if always and not _SCORE.search(said[0].text):
        return lines(said[0].text), None
    ranges = joined(f"{one.low:g}–{one.high:g} %: {lines(one.text)}" for one in said)
    return "", if_set(_("mesajele după punctaj"), ranges)


def losses_of_set(content: QuestionSet) -> Iterator[Lost | None]:
    """What a question set has besides its questions."""
    _closing, ranges = closing_of(content.feedback)
    whole = _closing and Lost(_("mesajul de la sfârșit"), _closing)
    yield ranges or whole or None
    yield if_set(_("titlul paginii de început"), lines(content.intro_title))
    yield if_set(_("introducerea"), lines(content.introduction), _("Puneți-o în pasul modulului."))
    yield if_set(_("imaginile de fundal"), bool(content.intro_image or content.background))
    yield if_set(_("ordinea amestecată a întrebărilor"), content.shuffle)
    drawn = f"{content.pool_size:g}" if content.pool_size else ""
    yield if_set(_("câte întrebări se trag la sorți"), drawn, _("La noi se pun toate."))
    passing = content.pass_percentage
    yield if_set(_("pragul de trecere"), "" if passing == 50 else f"{passing:g} %")
    yield if_set(_("„fără întoarcere la întrebarea dinainte”"), content.no_way_back)
    yield if_set(_("„fără pagină de rezultat”"), not content.show_results)
    videos = bool(content.success_video or content.fail_video)
    yield if_set(_("filmele de la sfârșit"), videos, KEEP_AS_ACTIVITY)
