"""`{fapt:DE.salariu_minim}` in any text: the one value of today, in the reader's language."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.utils import timezone
from django.utils.translation import override

from lms.abroad.countries import COUNTRIES
from lms.abroad.enums import Field, Scheme
from lms.abroad.models import LabourFact
from lms.abroad.selectors.shown import begins
from lms.abroad.words import dated, value_text
from lms.core import generation
from lms.core.facts import Fact

# The first of these fields that a country has a value of. "No national minimum wage" comes before
# every number: where it is set by agreement no number holds for everybody.
TOKENS: dict[str, tuple[Field, ...]] = {
    "salariu_minim": (
        Field.WAGE_SCHEME, Field.WAGE_NATIONAL, Field.WAGE_MONTH, Field.WAGE_HOUR,
    ),
    "salariu_minim_ora": (Field.WAGE_HOUR,),
    "salariu_in_mana": (Field.WAGE_NET,),
    "concediu": (Field.LEAVE,),
    "ore": (Field.HOURS, Field.HOURS_MAX),
    "sarbatori": (Field.HOLIDAYS,),
    "urgente": (Field.EMERGENCY,),
    "linie_trafic": (Field.TRAFFICKING_LINE,),
    "consiliere": (Field.ADVICE,),
    "inspectia_muncii": (Field.INSPECTORATE,),
    "inspectia_muncii_telefon": (Field.INSPECTORATE_PHONE,),
    "oficiu_munca": (Field.OFFICE,),
}  # fmt: skip


def resolve_fact(key: str, language: str) -> Fact | None:
    """The fact that a token names, or None. All are read at once and kept until a fact changes or
    the day does: a value may begin tomorrow without anybody saving it."""
    code, _dot, token = key.partition(".")
    if code not in COUNTRIES or token not in TOKENS:
        return None
    today = timezone.localdate()
    known = generation.kept(f"abroad:{today}:{language}", partial(_all, language, today))
    return known.get(key)


def _all(language: str, day: date) -> dict[str, Fact]:
    with override(language):
        return _by_token(language, LabourFact.objects.published().on(day))


def _by_token(language: str, facts: Iterable[LabourFact]) -> dict[str, Fact]:
    first: dict[tuple[str, str], LabourFact] = {}
    for fact in sorted(facts, key=lambda one: (one.position, -begins(one).toordinal())):
        first.setdefault((fact.country, fact.field), fact)
    found = {}
    for code in COUNTRIES:
        for token, fields in TOKENS.items():
            chosen = next((f for field in fields if (f := _usable(first.get((code, field))))), None)
            if chosen and (value := value_text(chosen)):
                found[f"{code}.{token}"] = _fact(f"{code}.{token}", chosen, value, language)
    return found


def _usable(fact: LabourFact | None) -> LabourFact | None:
    """A scheme is an answer to "how much" only where it says that there is no number."""
    if fact and fact.field == Field.WAGE_SCHEME and fact.text == Scheme.NATIONAL:
        return None
    return fact


def _fact(key: str, fact: LabourFact, value: str, language: str) -> Fact:
    return Fact(
        key=key,
        value=value,
        label=f"{COUNTRIES[fact.country].name(language)}: {Field(fact.field).label}",
        period=dated(fact.source_day, fact.source_precision),
        source_title=fact.source_title,
        source_address=fact.source_address,
        checked_on=fact.checked_on,
    )
