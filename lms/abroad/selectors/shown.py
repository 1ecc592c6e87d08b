"""One fact as pages show it: value, note, date, source and state; never an empty value."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.abroad.enums import Audience, State
from lms.abroad.models import LabourFact
from lms.abroad.words import dated, dial, payslip, value_text
from lms.core.facts import is_link
from lms.core.numbers import format_date

# Shape and colour of a state; the word comes with it.
LOOKS = {
    State.FRESH: ("circle", "success"),
    State.DUE: ("triangle", "warning"),
    State.STALE: ("square", "error"),
}
# Names of languages as each calls itself: whoever needs one knows it by that.
LANGUAGE_NAMES = {
    "ro": "română",
    "en": "English",
    "hu": "magyar",
    "uk": "українська",
    "it": "italiano",
    "lt": "lietuvių",
    "ru": "русский",
    "de": "Deutsch",
    "fr": "français",
    "es": "español",
}


@dataclass(frozen=True)
class Source:
    """A source with its number on the page."""

    number: int
    title: str
    address: str

    @property
    def is_link(self) -> bool:
        """Whether it can be opened; some sources are a file in a repository."""
        return is_link(self.address)


@dataclass
class Sources:
    """The sources of a page, each once, in the order in which values name them."""

    known: dict[tuple[str, str], Source] = field(default_factory=dict)

    def of(self, fact: LabourFact) -> Source:
        """The source of this fact, with its number."""
        key = (fact.source_title, fact.source_address)
        return self.known.setdefault(key, Source(len(self.known) + 1, *key))

    def all(self) -> list[Source]:
        """All sources named so far."""
        return list(self.known.values())


@dataclass(frozen=True)
class Shown:
    """A value with everything that is said of it."""

    value: str
    name: str
    note: str
    phone: str
    dial: str
    email: str
    web: str
    web_label: str
    languages: tuple[str, ...]
    valid_from: str
    dated: str
    checked: str
    state: State
    icon: str
    look: str
    source: Source
    payslip: str = ""
    for_whom: str = ""
    is_older: bool = False


def shown(fact: LabourFact, sources: Sources, *, is_older: bool = False) -> Shown:
    """What readers see of a fact, in the language that is active."""
    language = (get_language() or "ro")[:2]
    note = fact.note(language)
    state = State.STALE if is_older else fact.state
    icon, look = LOOKS[state]
    value = value_text(fact)
    return Shown(
        value=value,
        # A contact's own name stands before its number; a name is not said twice.
        name=fact.text if fact.phone or fact.email or fact.web else "",
        note="" if note == value else note,
        phone=fact.phone,
        dial=dial(fact.phone),
        email=fact.email,
        web=fact.web,
        web_label=unquote(fact.web).split("//")[-1].removeprefix("www.").rstrip("/"),
        languages=tuple(LANGUAGE_NAMES.get(code, code) for code in fact.spoken),
        valid_from=format_date(fact.valid_from, language) if fact.valid_from else "",
        dated=dated(fact.source_day, fact.source_precision),
        checked=format_date(fact.checked_on, language) if fact.checked_on else "",
        state=state,
        icon=icon,
        look=look,
        source=sources.of(fact),
        payslip=payslip(fact),
        for_whom=_("de la 21 de ani") if fact.audience == Audience.OVER_20 else "",
        is_older=is_older,
    )


def begins(fact: LabourFact) -> date:
    """When a value began; long ago where nobody says."""
    return fact.valid_from or date.min
