"""The shelf of recordings, and the plans and modules that use one."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from lessons.models import StepPage
from lms.core.enums import AgeBand
from lms.people.learners import may_open
from lms.people.models import Learner
from media.models import Recording
from media.selectors import Card, cards_of, public_pages_with


@dataclass(frozen=True)
class Choice:
    """One way to narrow the shelf, as a link."""

    label: str
    url: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Band:
    """The recordings for one age."""

    value: str
    label: str
    recordings: list[Card]


@dataclass(frozen=True)
class Shelf:
    """What the list shows. `ages` is empty where there is nothing at all."""

    ages: list[Choice]
    languages: list[Choice]
    bands: list[Band]


@dataclass(frozen=True)
class Use:
    """A page that shows a recording: what it is, its title and its address."""

    kind: str
    title: str
    url: str
    language: str


def shelf(query: Mapping[str, str], learner: Learner | None) -> Shelf:
    """The public recordings that this reader may open, by age, narrowed by `varsta` and `limba`."""
    found = Recording.objects.public().select_related("poster").prefetch_related("renditions")
    everything = [r for r in found.order_by("title", "pk") if may_open(learner, r.age_band)]
    age = query.get("varsta", "")
    languages = {r.language: str(r.get_language_display()) for r in everything}
    language = query.get("limba", "") if query.get("limba") in languages else ""
    if age not in {r.age_band for r in everything}:
        age = ""
    kept = [
        recording
        for recording in everything
        if age in ("", recording.age_band) and language in ("", recording.language)
    ]
    bands = [
        Band(band.value, str(band.label), cards_of(r for r in kept if r.age_band == band))
        for band in AgeBand
        if any(r.age_band == band for r in kept)
    ]
    bands_here = [(b.value, str(b.label)) for b in AgeBand]
    return Shelf(
        ages=_choices("varsta", bands_here, age, [r.age_band for r in everything], language),
        languages=_choices(
            "limba", sorted(languages.items()), language, [r.language for r in everything], age
        )
        if len(languages) > 1
        else [],
        bands=bands,
    )


def _choices(
    key: str, options: list[tuple[str, str]], chosen: str, values: list[str], other: str
) -> list[Choice]:
    """ "All" and every option that leads somewhere; `other` is what is chosen of the other key."""
    kept = {"limba" if key == "varsta" else "varsta": other} if other else {}

    def url(value: str) -> str:
        return "?" + urlencode({**({key: value} if value else {}), **kept})

    found = [
        Choice(label, url(value), values.count(value), value == chosen)
        for value, label in options
        if value in values
    ]
    return [Choice(_("toate"), url(""), 0, not chosen), *found] if found else []


def uses_of(recording: Recording) -> list[Use]:
    """The plans, modules and other public pages that show it, each once."""
    uses: list[Use] = []
    for page in public_pages_with(recording):
        shown = page.get_parent().specific if isinstance(page, StepPage) else page
        language = shown.locale.language_code
        use = Use(str(shown._meta.verbose_name), shown.title, shown.url or "", language)
        if use.url and not any(known.title == use.title for known in uses):
            uses.append(use)
    return uses
