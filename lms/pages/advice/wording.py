"""Words to avoid, with a suggestion. The list is data: `words.csv`, read with case and diacritics
folded, `*` for any ending.

Where it comes from: "Terminology Guidelines for the Protection of Children from Sexual Exploitation
and Sexual Abuse" (ECPAT, Luxembourg 2016) for what is done to children; the rest is this project's
own rule that no word frightens, blames or names a person after what was done to them.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.advice import Advice
from lms.core.models import BasePage
from lms.core.text import fold

LIST = Path(__file__).parent / "words.csv"


@dataclass(frozen=True)
class Avoided:
    """An expression to avoid; `pupils_only` ones are fine in a text for adults."""

    language: str
    pupils_only: bool
    pattern: re.Pattern[str]
    instead: str
    why: str


@cache
def avoided() -> tuple[Avoided, ...]:
    """The list as it is read from the file."""
    with LIST.open(newline="", encoding="utf-8") as file:
        return tuple(
            Avoided(
                language=row["language"],
                pupils_only=row["who"] == "pupils",
                pattern=_pattern(row["avoid"]),
                instead=row["instead"],
                why=row["why"],
            )
            for row in csv.DictReader(file)
        )


def advise(page: Page) -> Iterator[Advice]:
    """Every expression to avoid once, and exclamation marks."""
    if not isinstance(page, BasePage):
        return
    language = page.locale.language_code
    text = "\n".join(strip_tags(part) for part in page.texts_to_check())
    folded = fold(text)
    for entry in avoided():
        if entry.language != language or (entry.pupils_only and not page.two_pairs_of_eyes):
            continue
        if match := entry.pattern.search(folded):
            noticed = _("Scrie „%(words)s”.") % {"words": match[0]}
            instead = _("Mai bine: „%(instead)s”. %(why)s") % {
                "instead": entry.instead,
                "why": entry.why,
            }
            yield Advice(noticed, instead)
    marks = text.count("!")
    if marks:
        noticed = _("Are semne de exclamare: %(number)d.") % {"number": marks}
        yield Advice(noticed, _("Un punct spune același lucru mai liniștit."))


def _pattern(avoid: str) -> re.Pattern[str]:
    words = [re.escape(fold(word)).replace(r"\*", r"\w*") for word in avoid.split()]
    return re.compile(r"\b" + r"\s+".join(words) + r"\b")
