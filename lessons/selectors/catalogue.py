"""The catalogue: plans that match what was chosen, and how many each further choice would leave.

One light row is read for every published plan (a few dozen bytes each), so that all counts come
from one pass; only the plans of the page shown are read whole. The number of queries does not
depend on the number of plans.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _

from lessons.models import Kit, KitFile, LessonPlanPage
from lms.core.enums import AgeBand, Theme
from lms.core.filtering import Offer, Option, chosen, counted, fitting
from lms.core.grades import grade_label
from lms.core.stemming import stem_query

PER_PAGE = 12
MINUTES = (20, 30, 50)
FORMATS = ("pdf", "docx", "pptx")


class PlanRow(NamedTuple):
    """What a plan is chosen by."""

    pk: int
    age_band: str
    theme: str
    grade_from: int
    grade_to: int
    duration: int
    short_duration: int
    needs_devices: bool
    needs_internet: bool
    locale__language_code: str


@dataclass(frozen=True)
class Choices:
    """What a reader chose, cleaned: anything unknown in the address is left out."""

    language: str
    words: str = ""
    ages: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    grade: int | None = None
    minutes: int | None = None
    format: str = ""
    without: frozenset[str] = frozenset()

    @classmethod
    def from_query(cls, query: QueryDict, language: str) -> "Choices":
        """Read the choices from an address."""
        wanted = query.get("limba", "")
        return cls(
            language=wanted if wanted in settings.COMPLETE_LANGUAGES else language,
            words=query.get("q", "").strip()[:100],
            ages=frozenset(query.getlist("varsta")) & frozenset(AgeBand.values),
            themes=frozenset(query.getlist("tema")) & frozenset(Theme.values),
            grade=_number(query.get("clasa", ""), range(14)),
            minutes=_number(query.get("minute", ""), MINUTES),
            format=query.get("format", "") if query.get("format") in FORMATS else "",
            without=frozenset(query.getlist("fara")) & {"dispozitive", "internet"},
        )


@dataclass(frozen=True)
class Catalogue:
    """The page of plans and the filter form beside it."""

    choices: Choices
    total: int
    page: Page[LessonPlanPage]
    options: dict[str, list[Option]] = field(default_factory=dict)

    @property
    def chosen(self) -> list[tuple[str, Option]]:
        """The choices made, as (key of the address, option), each of which can be dropped; there
        is always a language."""
        return chosen(self.options, always=frozenset({"limba"}))


Test = Callable[[PlanRow], bool]


def catalogue(choices: Choices, page_number: str | None = None) -> Catalogue:
    """Return the plans that match, the newest first, and the counts of every choice."""
    plans = LessonPlanPage.objects.offered().public()
    found = None
    if choices.words:
        # Not among those offered: the search index knows no aliases and no retirement.
        found = {
            p.pk
            for p in LessonPlanPage.objects.live().search(stem_query(choices.words), operator="and")
        }
    rows = [
        row
        for row in map(PlanRow._make, plans.values_list(*PlanRow._fields))
        if found is None or row.pk in found
    ]
    formats = _formats()
    tests = _tests(choices, formats)
    matching = [row.pk for row in fitting(rows, tests)]
    shown = plans.filter(pk__in=matching).order_by("-first_published_at", "pk")
    return Catalogue(
        choices=choices,
        total=len(matching),
        page=Paginator(shown, PER_PAGE).get_page(page_number),
        options=_options(choices, rows, tests, formats),
    )


def _tests(choices: Choices, formats: Mapping[int, set[str]]) -> dict[str, Test]:
    """One test for each filter that was used; several ages or themes mean any of them."""
    tests: dict[str, Test] = {"limba": _in_language(choices.language)}
    if choices.ages:
        tests["varsta"] = lambda row: row.age_band in choices.ages
    if choices.themes:
        tests["tema"] = lambda row: row.theme in choices.themes
    if choices.grade is not None:
        tests["clasa"] = _for_grade(choices.grade)
    if choices.minutes:
        tests["minute"] = _within(choices.minutes)
    if choices.format:
        tests["format"] = _in_format(choices.format, formats)
    if choices.without:
        tests["fara"] = _without(choices.without)
    return tests


def _options(
    choices: Choices, rows: list[PlanRow], tests: dict[str, Test], formats: Mapping[int, set[str]]
) -> dict[str, list[Option]]:
    offers: dict[str, list[Offer[PlanRow]]] = {
        "varsta": [Offer(b, b.label, _of_age(b), b in choices.ages) for b in AgeBand],
        "clasa": [Offer(g, grade_label(g), _for_grade(g), choices.grade == g) for g in range(13)],
        "tema": [Offer(t, t.label, _on(t), t in choices.themes) for t in Theme],
        "minute": [
            Offer(m, _("cel mult %d de minute") % m, _within(m), choices.minutes == m)
            for m in MINUTES
        ],
        "format": [
            Offer(f, f.upper(), _in_format(f, formats), choices.format == f) for f in FORMATS
        ],
        "fara": [
            Offer(value, label, _without(frozenset({value})), value in choices.without)
            for value, label in (
                ("dispozitive", _("fără telefoane sau calculatoare")),
                ("internet", _("fără internet")),
            )
        ],
        "limba": [
            Offer(code, name, _in_language(code), code == choices.language)
            for code, name in settings.LANGUAGES
            if code in settings.COMPLETE_LANGUAGES
        ],
    }
    return counted(rows, tests, offers)


def _of_age(band: str) -> Test:
    return lambda row: row.age_band == band


def _on(theme: str) -> Test:
    return lambda row: row.theme == theme


def _for_grade(grade: int) -> Test:
    return lambda row: row.grade_from <= grade <= row.grade_to


def _within(minutes: int) -> Test:
    return lambda row: min(row.duration, row.short_duration) <= minutes


def _in_format(name: str, formats: Mapping[int, set[str]]) -> Test:
    return lambda row: name in formats.get(row.pk, ())


def _without(needs: frozenset[str]) -> Test:
    return lambda row: (
        not (
            ("dispozitive" in needs and row.needs_devices)
            or ("internet" in needs and row.needs_internet)
        )
    )


def _in_language(code: str) -> Test:
    return lambda row: row.locale__language_code == code


def _formats() -> dict[int, set[str]]:
    """Which formats each plan's kit holds, by plan: the kit that its page offers now."""
    kits = Kit.objects.filter(edition__plan=OuterRef("pk"), withdrawn=False)
    newest = kits.order_by("-edition__school_year", "-version").values("pk")[:1]
    offered = LessonPlanPage.objects.order_by().values(kit=Subquery(newest))
    files = KitFile.objects.filter(kit__in=offered).order_by()
    formats: dict[int, set[str]] = {}
    for plan, name in files.values_list("kit__edition__plan", "format").distinct():
        formats.setdefault(plan, set()).add(name)
    return formats


def _number(text: str, allowed: range | tuple[int, ...]) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= 3
    return int(text) if is_number and int(text) in allowed else None
