"""What a kit is built from, and what comes out: frozen records without any behaviour.

Every `*_html` field holds the small HTML subset that `richtext.parse` reads; every other text is
plain. Texts are ready to print: figure tokens are already replaced and labels translated.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Audience = Literal["teacher", "pupil", "parent"]
Locale = Literal["ro", "en"]


@dataclass(frozen=True, slots=True)
class Step:
    """One timed step. `short_minutes` is its time in the short cut; 0 means it is left out."""

    title: str
    minutes: int
    short_minutes: int
    grouping_label: str
    body_html: str


@dataclass(frozen=True, slots=True)
class Term:
    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class Misconception:
    belief: str
    reply: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case study: the story and questions are for pupils, the note for the teacher alone."""

    title: str
    story_html: str
    questions: tuple[str, ...] = ()
    teacher_note_html: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a worksheet. `lines` are writing lines; `answer` is never shown to pupils."""

    prompt: str
    options: tuple[str, ...] = ()
    lines: int = 0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """`slug` becomes the file name (ASCII); a private sheet stays with the pupil."""

    slug: str
    title: str
    tasks: tuple[Task, ...]
    audience: Audience = "pupil"
    private: bool = False
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    title: str
    body_html: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    title: str
    body_html: str


@dataclass(frozen=True, slots=True)
class HelpLine:
    """`number` is shown as written, e.g. "0800 800 678"; `hours` and `cost` may be empty."""

    number: str
    name: str
    for_whom: str
    hours: str = ""
    cost: str = ""

    @property
    def terms(self) -> str:
        """When the line answers and what a call costs, as far as the source says."""
        return ", ".join(part for part in (self.hours, self.cost) if part)


@dataclass(frozen=True, slots=True)
class Statistic:
    """`value` carries its unit, e.g. "61 %"; `period` and `source_title` are always printed."""

    label: str
    value: str
    period: str
    source_title: str


@dataclass(frozen=True, slots=True)
class Hook:
    """Where the lesson fits the curriculum in one school year ("2026-2027")."""

    school_year: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Captions:
    """The captions of one language, ready as files; `language` is a tag such as "ro"."""

    language: str
    label: str
    vtt: str
    srt: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A video or a sound of the lesson. `slug` becomes the file name (ASCII).

    Its bytes are given to `build_files` apart, by `key`, which tells them from all others; without
    them only captions and transcript go into the kit, and `address` says where it is shown.
    """

    slug: str
    title: str
    format: str
    key: str
    address: str
    transcript: str
    credit: str = ""
    captions: tuple[Captions, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One lesson plan in one language, one edition, one version: the whole input of a kit.

    `duration` and `short_duration` are minutes. `address` is the plan's public address,
    `register_url` the absolute signed address that the QR codes carry, `short_register_url` the
    one that people type. `built_on` is the only date in the files, so that the same sheet always
    gives the same bytes.
    """

    title: str
    locale: Locale
    slug: str
    summary: str
    essential_question: str
    outcomes: tuple[str, ...]
    age_band_label: str
    grades_label: str
    theme_label: str
    duration: int
    short_duration: int
    edition_label: str
    version: int
    licence: str
    address: str
    register_url: str
    short_register_url: str
    built_on: date
    steps: tuple[Step, ...]
    subtitle: str = ""
    content_note: str = ""
    materials: tuple[str, ...] = ()
    background_html: str = ""
    before_html: str = ""
    after_html: str = ""
    trusted_map_html: str = ""
    disclosure_html: str = ""
    vocabulary: tuple[Term, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    cases: tuple[Case, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    slides: tuple[Slide, ...] = ()
    quiz: tuple[QuizQuestion, ...] = ()
    exit_questions: tuple[str, ...] = ()
    family_letter: Letter | None = None
    helplines: tuple[HelpLine, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    hooks: tuple[Hook, ...] = ()
    crc: tuple[str, ...] = ()
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One finished file. `name` is ASCII, `title` is what people read, `format` the extension."""

    name: str
    title: str
    kind: str
    audience: Audience
    format: str
    content: bytes
