"""How hard a draft is to read for whom it is written (lms.core.readability).

The limits are data: `reading.csv`. They are this project's own, a little above what its first
modules and pages measure, since nobody has published limits of LIX for Romanian.
"""

import csv
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.advice import Advice
from lms.core.enums import AgeBand
from lms.core.models import BasePage
from lms.core.readability import Reading, read
from lms.core.text import lines
from lms.pages.advice.care import age_of

LIMITS = Path(__file__).parent / "reading.csv"


@cache
def limits() -> dict[str, tuple[int, int]]:
    """{age band: (highest LIX, most words a sentence)}."""
    with LIMITS.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {row["age_band"]: (int(row["lix"]), int(row["words_a_sentence"])) for row in rows}


def advise(page: Page) -> Iterator[Advice]:
    """Say when sentences are long, or words are, for who reads them."""
    if not isinstance(page, BasePage):
        return
    reading = reading_of(page)
    age = age_of(page) or AgeBand.ADULTS
    highest, most = limits()[age]
    if not reading.says_something:
        return
    who = {"age": AgeBand(age).label}
    if reading.words_a_sentence > most:
        noticed = _("Fraze lungi pentru %(age)s: %(length).0f cuvinte în medie, potrivit %(most)d.")
        yield Advice(
            noticed % {**who, "length": reading.words_a_sentence, "most": most},
            _("Tăiați frazele lungi în două."),
        )
    elif reading.lix > highest:
        noticed = _("Text greu pentru %(age)s: indice LIX %(lix)d, potrivit până la %(highest)d.")
        yield Advice(
            noticed % {**who, "lix": reading.lix, "highest": highest},
            _("Înlocuiți cuvintele lungi cu unele mai scurte, acolo unde există."),
        )


def reading_of(page: BasePage) -> Reading:
    """What is counted in the page's running text."""
    texts = (with_breaks(text) for text in page.texts_to_check())
    return read("\n".join(line for text in texts for line in lines(text)))


def with_breaks(html: str) -> str:
    """The text of some HTML, a line for every part of it, so that a heading ends a sentence."""
    out, inside = [], False
    for sign in html:
        if sign == "<":
            inside = True
            out.append("\n")
        elif sign == ">" and inside:
            inside = False
        elif not inside:
            out.append(sign)
    return unescape("".join(out))
