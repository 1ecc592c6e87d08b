"""Reads of help lines. They stand on every page, so they are read once a generation."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings

from lms.core import generation
from lms.core.enums import ContentLanguage
from lms.helplines.enums import Reader, Situation
from lms.helplines.models import CountyService, Helpline

Use = tuple[str, str]


@dataclass(frozen=True)
class HelplineEntry:
    """One published line in one language, as pages and kits show it. `places` says as which of the
    lines it is called, by situation and reader."""

    number: str
    dial: str
    web: str
    in_strip: bool
    theme: str
    name: str
    for_whom: str
    hours: str
    cost: str
    languages: tuple[str, ...]
    places: dict[Use, int]
    source_title: str
    source_address: str
    checked_on: date
    is_due: bool

    @property
    def spoken(self) -> list[str]:
        """The languages that are spoken on the line, in the reader's language."""
        return [str(ContentLanguage(code).label) for code in self.languages]


def published_lines(language: str) -> list[HelplineEntry]:
    """All published lines in this language (Romanian words where it has none), in order."""
    return generation.kept(f"helplines:{language}", partial(_entries, language))


def strip_lines(language: str) -> list[HelplineEntry]:
    """The lines of the strip that every page carries."""
    return [entry for entry in published_lines(language) if entry.in_strip]


def lines_for(language: str, theme: str) -> list[HelplineEntry]:
    """The lines that materials of this theme carry: those for all, and those for the theme."""
    return [entry for entry in published_lines(language) if entry.theme in ("", theme)]


def lines_in(language: str, situation: Situation, reader: Reader) -> list[HelplineEntry]:
    """The lines to call in a situation, the first to call first."""
    use = (str(situation), str(reader))
    found = [entry for entry in published_lines(language) if use in entry.places]
    return sorted(found, key=lambda entry: entry.places[use])


def county_services(county: str = "") -> list[CountyService]:
    """The published county services in alphabetical order, or those of one county."""
    found = CountyService.objects.published().select_related("county")
    return list(found.filter(county=county) if county else found)


def _entries(language: str) -> list[HelplineEntry]:
    lines = Helpline.objects.published().prefetch_related("texts", "uses")
    return [entry for line in lines if (entry := _entry(line, language))]


def _entry(line: Helpline, language: str) -> HelplineEntry | None:
    texts = {text.language: text for text in line.texts.all()}
    text = texts.get(language) or texts.get(settings.LANGUAGE_CODE)
    if text is None or line.checked_on is None:
        return None
    return HelplineEntry(
        number=line.number,
        dial=line.dial,
        web=line.web,
        in_strip=line.in_strip,
        theme=line.theme,
        name=text.name,
        for_whom=text.for_whom,
        hours=text.hours,
        cost=text.cost,
        languages=tuple(code for code in line.languages if code in ContentLanguage),
        places={(use.situation, use.reader): use.place for use in line.uses.all()},
        source_title=line.source_title,
        source_address=line.source_address,
        checked_on=line.checked_on,
        is_due=line.is_due,
    )
