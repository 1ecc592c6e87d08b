"""Questions packed: one question set, and a branching scenario for each story, which no question
set takes. Several packages come as one ZIP with a list of what did not come along."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from media.h5p.content import Library, Nested, Profile, QuestionSet, Strings
from media.h5p.content.registry import Content
from media.h5p.content.strings import LANGUAGES
from media.h5p.package import libraries_of, write_package
from quizzes.drafts import QuestionDraft
from quizzes.enums import Kind
from quizzes.exchange.losses import Lost
from quizzes.exchange.stories import write_story
from quizzes.exchange.writing import title_of, write

MIME = "application/zip"
# What the web gives a package; there is no registered type.
H5P_MIME = "application/x-h5p"
_LONGEST_NAME = 60
_MOMENT = (1980, 1, 1, 0, 0, 0)

Libraries = Callable[[Sequence[Library]], Iterable[tuple[str, bytes]]]


class NothingToExport(ValueError):  # noqa: N818 - named as people say it
    """No question of the quiz has a form in H5P."""


@dataclass(frozen=True, slots=True)
class QuestionLosses:
    """What a question left behind; `left_out` when it is not there at all."""

    text: str
    losses: tuple[Lost, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """What goes out: (name without extension, title, content), and what does not."""

    parts: tuple[tuple[str, str, Content], ...]
    losses: tuple[QuestionLosses, ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """A file to send."""

    name: str
    content_type: str
    body: bytes


def pack(title: str, drafts: Sequence[QuestionDraft], language: str) -> Pack:
    """What the questions become in H5P, told before anything is written."""
    questions: list[Nested] = []
    stories: list[QuestionDraft] = []
    losses: list[QuestionLosses] = []
    for draft in drafts:
        written = write(draft, language)
        if draft.kind == Kind.BRANCHING:
            stories.append(draft)
        elif written is None:
            lost = Lost(_("textul liber nu are o formă în H5P care să nu păstreze ce scrie elevul"))
            losses.append(QuestionLosses(title_of(draft), (lost,), left_out=True))
        else:
            questions.append(written.content)
            if written.losses:
                losses.append(QuestionLosses(title_of(draft), written.losses))
    stem = slugify(title)[:_LONGEST_NAME].strip("-") or "test"
    parts: list[tuple[str, str, Content]] = []
    if questions:
        parts.append((stem, title, QuestionSet(questions=tuple(questions))))
    for number, draft in enumerate(stories, start=1):
        name = stem if len(stories) == 1 and not questions else f"{stem}-poveste-{number}"
        parts.append((name, title_of(draft), write_story(draft, language)))
    return Pack(tuple(parts), tuple(losses))


def download(
    packed: Pack,
    language: str,
    profile: Profile,
    libraries: Libraries | None = None,
) -> Download:
    """The `.h5p` file, or a ZIP of several. Raises NothingToExport.

    `libraries` gives the files of these libraries and of all that they load, for packages that
    also open where the types are not installed.
    """
    if not packed.parts:
        raise NothingToExport
    # Where our tables of buttons lack the language, English is what most sites have.
    strings = Strings(language if language in LANGUAGES else "en")
    written = [
        (
            f"{name}.h5p",
            write_package(
                content, title, language, profile,
                libraries(libraries_of(content, profile)) if libraries else None, strings=strings,
            ),
        )
        for name, title, content in packed.parts
    ]  # fmt: skip
    if len(written) == 1:
        return Download(written[0][0], H5P_MIME, written[0][1])
    read_me = ("citeste-ma.txt", read_me_of(packed).encode())
    return Download(f"{packed.parts[0][0]}-h5p.zip", MIME, _zipped([*written, read_me]))


def read_me_of(packed: Pack) -> str:
    """What the packages are and what is not in them."""
    lines = [_("Fiecare poveste cu alegeri este un pachet H5P separat.")]
    lines += [f"{name}.h5p: {title}" for name, title, _content in packed.parts]
    for one in packed.losses:
        lines += ["", one.text, *(f"- {lost}" for lost in one.losses)]
    return "\n".join(lines) + "\n"


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files:
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), body)
    return target.getvalue()
