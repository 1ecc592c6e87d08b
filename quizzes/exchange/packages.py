"""A `.h5p` file as the parts that it holds. Only its content counts: no library is needed to read
it, and none of those it brings is kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from media.h5p import check
from media.h5p.content import ContentError, Loss, read
from media.h5p.contents import content_files
from media.h5p.verdict import Verdict
from media.problems import sentences
from quizzes.exchange.losses import Lost
from quizzes.exchange.parts import Collected, Gathering, Part
from quizzes.exchange.reading import gather
from quizzes.exchange.surroundings import licence_of

# A page of questions that somebody looks through, and that a browser sends back in one piece.
MOST_QUESTIONS = 60
MOST_PROBLEMS = 10
MOST_UNKNOWN = 30
# What the library of images takes.
IMAGES = frozenset({".gif", ".jpg", ".jpeg", ".png", ".webp"})


class UnreadablePackage(ValueError):  # noqa: N818 - named as people say it
    """A file that cannot be read, with a sentence for each thing to mend."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("; ".join(sentences))
        self.sentences = sentences


def open_package(file: IO[bytes]) -> Collected:
    """What the package holds. Raises UnreadablePackage."""
    verdict = check(file)
    if verdict.content_errors:
        raise UnreadablePackage(sentences(verdict.content_errors[:MOST_PROBLEMS]))
    manifest = verdict.manifest
    if manifest is None or manifest.main_library is None:
        raise UnreadablePackage(
            [
                _(
                    "Pachetul nu spune ce tip de conținut are. Exportați-l din nou din "
                    "programul în care a fost făcut."
                )
            ]
        )
    try:
        reading = read(str(manifest.main_library), verdict.content)
    except (ContentError, ValueError) as problem:
        raise UnreadablePackage([_malformed(problem)]) from problem
    gathering = Gathering(manifest.language)
    gather(reading.content, manifest.raw, gathering)
    parts = tuple(_with_its_picture(part, verdict) for part in gathering.parts)
    if len(parts) > MOST_QUESTIONS:
        many = _("Prea multe întrebări deodată. Împărțiți pachetul: cel mult %(most)d în fiecare.")
        raise UnreadablePackage([many % {"most": MOST_QUESTIONS}])
    unread = _unread(reading.losses) if any(part.draft for part in parts) else ()
    losses = [*gathering.losses, *unread, *_licence(verdict)]
    return Collected(manifest.title, manifest.language, parts, tuple(dict.fromkeys(losses)))


def _malformed(problem: ValueError) -> str:
    path = problem.path if isinstance(problem, ContentError) else "h5p.json"
    said = _(
        "Conținutul nu este scris cum cere tipul lui (%(path)s). Deschideți "
        "pachetul în Lumi sau în Moodle, salvați-l și exportați-l din nou."
    )
    return said % {"path": path}


def _with_its_picture(part: Part, verdict: Verdict) -> Part:
    """The part without a picture that the package does not have, or that is no web image."""
    if part.picture is None:
        return part
    path = part.picture.path
    if path in content_files(verdict.files) and PurePosixPath(path).suffix.lower() in IMAGES:
        return part
    lost = Lost(_("imaginea lipsește din pachet sau nu este PNG, JPEG, GIF ori WebP"), path)
    return replace(part, picture=None, losses=(*part.losses, lost))


def _unread(losses: tuple[Loss, ...]) -> Iterator[Lost]:
    for loss in losses[:MOST_UNKNOWN]:
        if loss.reason == "unknown-field":
            yield Lost(_("un câmp pe care nu îl cunoaștem"), loss.path)
        else:
            yield Lost(_("ceva scris lângă cuvintele în plus"), str(loss.value))
    if len(losses) > MOST_UNKNOWN:
        yield Lost(_("încă alte câmpuri necunoscute"), str(len(losses) - MOST_UNKNOWN))


def _licence(verdict: Verdict) -> Iterator[Lost]:
    said = licence_of(verdict.manifest.raw) if verdict.manifest else ""
    if said:
        yield Lost(_("autorii și licența"), said, _("Scrieți-le unde se folosesc întrebările."))
