"""Reads of help lines. They stand on every page, so they are read once a generation."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.cache import caches

from lms.core import generation
from lms.helplines.models import Helpline


@dataclass(frozen=True)
class HelplineEntry:
    """One published line in one language, as pages and kits show it."""

    number: str
    dial: str
    in_strip: bool
    theme: str
    name: str
    for_whom: str
    hours: str
    cost: str
    source_title: str
    source_address: str
    checked_on: date
    is_due: bool


def published_lines(language: str) -> list[HelplineEntry]:
    """All published lines in this language (Romanian words where it has none), in order."""
    key = f"helplines:{generation.current()}:{language}"
    entries = caches["local"].get(key)
    if entries is None:
        lines = Helpline.objects.filter(published=True).prefetch_related("texts")
        entries = [entry for line in lines if (entry := _entry(line, language))]
        caches["local"].set(key, entries)
    return entries


def strip_lines(language: str) -> list[HelplineEntry]:
    """The lines of the strip that every page carries."""
    return [entry for entry in published_lines(language) if entry.in_strip]


def lines_for(language: str, theme: str) -> list[HelplineEntry]:
    """The lines that materials of this theme carry: those for all, and those for the theme."""
    return [entry for entry in published_lines(language) if entry.theme in ("", theme)]


def _entry(line: Helpline, language: str) -> HelplineEntry | None:
    texts = {text.language: text for text in line.texts.all()}
    text = texts.get(language) or texts.get(settings.LANGUAGE_CODE)
    if text is None:
        return None
    return HelplineEntry(
        number=line.number,
        dial=line.dial,
        in_strip=line.in_strip,
        theme=line.theme,
        name=text.name,
        for_whom=text.for_whom,
        hours=text.hours,
        cost=text.cost,
        source_title=line.source_title,
        source_address=line.source_address,
        checked_on=line.checked_on,
        is_due=line.is_due,
    )
