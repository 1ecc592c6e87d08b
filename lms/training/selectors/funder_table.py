"""The table that funders of the European Social Fund Plus ask for: the common output indicators.

The columns are those of Annex I to Regulation (EU) 2021/1057, each by its code. We ask nobody what
a training does not need, so most of them are empty: age and gender are known of those who agreed
to say them (`lms.training.consents`), the rest of nobody.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lms.core.periods import Period
from lms.organisations.models import FundingProject
from lms.people.models import User
from lms.training.enums import AdultAge, Gender
from lms.training.models import EventDecision, Participant, TrainingEvent
from lms.training.selectors.rosters import roster_of

Row = list[object]


@dataclass(frozen=True)
class _Person:
    """What is known of one participant: "" of what they did not say."""

    key: str
    age: str
    gender: str


def funder_table(user: User, project: FundingProject, year: int) -> list[Row]:
    """Titles, one row for each closed training of the project in the year that this person may
    open, and a total in which everybody stands once. Empty when there is no such training."""
    decisions = EventDecision.objects.latest_at().closed_in(Period.year(year))
    mine = decisions.filter(project=project, event__in=TrainingEvent.objects.for_user(user))
    held = list(
        mine.select_related("event__programme", "organiser", "county").order_by("held_on", "pk")
    )
    if not held:
        return []
    everybody: dict[str, _Person] = {}
    rows: list[Row] = []
    counted = 0
    for decision in held:
        roster = roster_of(decision.event)
        people = [_person(row.participant) for row in roster.rows if row.attended]
        heads = sum(roster.counted.values())
        # Of somebody at two trainings who said it at one, it is known.
        for one in people:
            known = everybody.get(one.key)
            everybody[one.key] = one if known is None else _together(known, one)
        counted += heads
        names: Row = [
            decision.event.code, str(decision.event), decision.held_on, str(decision.organiser),
            str(decision.county or ""), str(decision.get_mode_display()),
        ]  # fmt: skip
        rows.append([*names, heads, *_figures(people)])
    total: Row = [_("Total"), "", "", "", "", "", counted]
    return [_titles(), *rows, [*total, *_figures(everybody.values())]]


def _person(participant: Participant) -> _Person:
    if not participant.funder_consent_version:
        return _Person(participant.person_key, "", "")
    return _Person(participant.person_key, participant.age, participant.gender)


def _together(one: _Person, other: _Person) -> _Person:
    return _Person(one.key, one.age or other.age, one.gender or other.gender)


def _columns() -> list[tuple[str, Callable[[_Person], bool] | None]]:
    """(title, who is counted in it); None of what is asked of nobody."""
    not_asked = _("nu se întreabă")
    by_age: list[tuple[str, AdultAge]] = [
        (f"EECO06 {_('sub 18 ani')}", AdultAge.BELOW_18),
        (f"EECO07 {_('18–29 de ani')}", AdultAge.AGES_18_29),
        (_("30–54 de ani"), AdultAge.AGES_30_54),
        (f"EECO08 {_('55 de ani și peste')}", AdultAge.AGES_55_UP),
    ]
    nobody = {
        "EECO02": _("șomeri"), "EECO03": _("șomeri de lungă durată"),
        "EECO04": _("persoane inactive"), "EECO05": _("persoane ocupate"),
        "EECO09": _("cel mult gimnaziu (ISCED 0–2)"),
        "EECO10": _("liceu sau postliceal (ISCED 3–4)"),
        "EECO11": _("studii superioare (ISCED 5–8)"), "EECO12": _("cu dizabilități"),
        "EECO13": _("resortisanți ai țărilor terțe"),
        "EECO14": _("de origine străină sau minorități"),
        "EECO15": _("fără adăpost"), "EECO16": _("din zone rurale"),
    }  # fmt: skip
    columns: list[tuple[str, Callable[[_Person], bool] | None]] = [
        (f"EECO01 {_('participanți')}", lambda one: True),
        *((str(gender.label), _is("gender", gender)) for gender in Gender),
        (_("gen nedeclarat"), _is("gender", "")),
    ]
    for title, age in by_age:
        columns.append((title, _is("age", age)))
        columns += [
            (f"{title}, {gender.label}", _both(_is("age", age), _is("gender", gender)))
            for gender in Gender
        ]
    columns.append((_("vârstă nedeclarată"), _is("age", "")))
    return columns + [(f"{code} {name} ({not_asked})", None) for code, name in nobody.items()]


def _titles() -> Row:
    return [
        _("Cod"), _("Formarea"), _("Data"), _("Organizator"), _("Județ"), _("Cum s-a ținut"),
        _("Numărați fără listă"), *(title for title, _who in _columns()),
    ]  # fmt: skip


def _figures(people: Iterable[_Person]) -> Row:
    known = list(people)
    return [None if who is None else sum(map(who, known)) for _title, who in _columns()]


def _is(name: str, value: str) -> Callable[[_Person], bool]:
    return lambda one: getattr(one, name) == value


def _both(
    first: Callable[[_Person], bool], second: Callable[[_Person], bool]
) -> Callable[[_Person], bool]:
    return lambda one: first(one) and second(one)
