"""The list of programmes, and single ones by their address."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from lms.core.audiences import Audience
from lms.core.text import alphabetical
from lms.training.enums import TrainingKind
from lms.training.models import ProgrammeAudience, ProgrammeMaterial, ProgrammePage


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme as the list shows it."""

    page: ProgrammePage
    url: str
    audiences: list[str]


@dataclass(frozen=True)
class AudienceOption:
    """One choice of the filter and how many programmes are for it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class ProgrammeList:
    """The cards that match, and the filter above them."""

    cards: list[ProgrammeCard]
    options: list[AudienceOption] = field(default_factory=list)
    total: int = 0

    @property
    def chosen(self) -> AudienceOption | None:
        """The audience that was chosen, if any."""
        return next((option for option in self.options if option.chosen), None)


def programme_list(language: str, audience: str = "") -> ProgrammeList:
    """The programmes of a language, by kind and title; those for one audience when it is known.
    Three queries, however many programmes there are."""
    offered = ProgrammePage.objects.offered().filter(locale__language_code=language)
    groups: dict[int, list[str]] = {}
    rows = ProgrammeAudience.objects.filter(programme__in=offered)
    for programme, group in rows.values_list("programme", "audience"):
        groups.setdefault(programme, []).append(group)
    pages = sorted(offered.defer("body", "guide"), key=_place)
    counts = Counter(group for page in pages for group in groups.get(page.pk, ()))
    wanted = audience if audience in Audience.values else ""
    return ProgrammeList(
        cards=[
            _card(page, groups.get(page.pk, []))
            for page in pages
            if not wanted or wanted in groups.get(page.pk, ())
        ],
        options=[
            AudienceOption(group.value, str(group.label), counts[group.value], group == wanted)
            for group in Audience
            if counts[group.value] or group == wanted
        ],
        total=len(pages),
    )


def public_programme(slug: str, language: str) -> ProgrammePage | None:
    """A published programme that everybody may read; None also for one behind a view restriction,
    which Wagtail must ask for."""
    found = ProgrammePage.objects.live().public().select_related("locale")
    return found.filter(slug=slug, locale__language_code=language).first()


def programme_of(slug: str, language: str) -> ProgrammePage | None:
    """A published programme, whoever may read it."""
    found = ProgrammePage.objects.live().select_related("locale")
    return found.filter(slug=slug, locale__language_code=language).first()


def _place(page: ProgrammePage) -> tuple[int, str]:
    return list(TrainingKind).index(TrainingKind(page.kind)), alphabetical(page.title)


def _card(page: ProgrammePage, groups: list[str]) -> ProgrammeCard:
    url = reverse("training:programme", args=[page.slug])
    return ProgrammeCard(page, url, [str(Audience(group).label) for group in groups])


def programmes_to_hold() -> QuerySet[ProgrammePage]:
    """The programmes that an event can be of: the Romanian ones, whatever the language of whoever
    asks, because an event is held once."""
    return ProgrammePage.objects.offered().filter(locale__language_code="ro").order_by("title")


def programme_to_hold(slug: str) -> ProgrammePage | None:
    """The programme that an event is of when somebody read it at this address, in any language."""
    read = ProgrammePage.objects.offered().filter(slug=slug)
    return programmes_to_hold().filter(translation_key__in=read.values("translation_key")).first()


def materials_address(programme: ProgrammePage, language: str) -> str:
    """Where everybody may take the materials of a programme: its page in this language, or the
    Romanian one where it is not translated. "" when it has none, or is not published."""
    pages = ProgrammePage.objects.offered().filter(translation_key=programme.translation_key)
    known = {page.locale.language_code: page for page in pages.select_related("locale")}
    page = known.get(language) or known.get("ro")
    rows = ProgrammeMaterial.objects.filter(programme=page, trainers_only=False)
    if page is None or not rows.exists():
        return ""
    with translation.override(page.locale.language_code):
        return reverse("training:programme", args=[page.slug])


def programme_titles(language: str) -> dict[str, str]:
    """The title of every programme by its translation key, in this language where it is
    translated. One query."""
    rows = ProgrammePage.objects.order_by("pk").values_list(
        "translation_key", "title", "locale__language_code"
    )
    # Later ones hold: other languages first, then Romanian, then the asked one.
    ordered = sorted(rows, key=lambda row: (row[2] == language, row[2] == "ro"))
    return {str(key): title for key, title, _language in ordered}
