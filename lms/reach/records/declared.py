"""The declarations behind a figure, and those that are set aside (RR14)."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from lms.core.numbers import format_number
from lms.core.qualifiers import least_exact
from lms.reach.annual.labels import audience_label, indicator_label, qualifier_label
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import Breakdown
from lms.reach.counting.declared import DeclaredFact
from lms.reach.counting.placing import Placed, place_declared
from lms.reach.counting.year import TRAINED
from lms.reach.enums import DeclaredMethod, Placing
from lms.reach.figures import Figure
from lms.reach.records.wanted import RecordFilter, RecordList, status_label
from lms.reach.selectors.names import PartNames

# (organisation, indicator) to what its records say.
Recorded = Mapping[tuple[str, str], int]


def declared_list(
    facts: Iterable[DeclaredFact],
    wanted: RecordFilter,
    names: PartNames,
    *,
    year: int,
    recorded: Recorded,
) -> RecordList:
    """The declarations of a year; `recorded` is what a figure that was set aside is compared
    with. Figures of several indicators are not added up: people of two of them may be the same."""
    placed = place_declared(
        fact
        for fact in facts
        if wanted.holds(
            organisation=fact.organisation, audience=fact.audience, indicator=fact.indicator
        )
    )
    rows = [_row(one, names, year, recorded) for one in wanted.shown(placed)]
    one_indicator = len({one.fact.indicator for one in placed}) == 1
    value = sum(one.adds for one in placed)
    return RecordList(
        figures=[_figure(placed, value)] if one_indicator else [],
        states=wanted.states(placed),
        table=_table(rows, value if one_indicator else None),
    )


def _figure(placed: list[Placed[DeclaredFact]], value: int) -> Figure:
    label = npgettext("sub o cifră", "persoană declarată", "persoane declarate", value)
    qualifiers = [one.fact.qualifier for one in placed if one.placing is Placing.COUNTED]
    said = qualifier_label(least_exact(qualifiers)) if qualifiers else ""
    note = _("Cât de exactă: %(qualifier)s") % {"qualifier": said} if said else ""
    return Figure(value, label, note, page="")


def _table(rows: list[AnnualRow], value: int | None) -> AnnualTable:
    total = None
    if value is not None:
        total = AnnualRow("total", (_("Total"), *[""] * 8, value))
    return AnnualTable(
        key="declarate",
        title=_("Declarațiile din care se compune cifra"),
        note="",
        columns=(
            Column("organisation", _("Organizație"), Kind.TEXT),
            Column("indicator", _("Indicator"), Kind.TEXT),
            Column("audience", _("Grup-țintă"), Kind.TEXT),
            Column("qualifier", _("Cât de exactă"), Kind.TEXT),
            Column("method", _("Cum s-a aflat"), Kind.TEXT),
            Column("source", _("Sursa"), Kind.TEXT),
            Column("status", _("Stare"), Kind.TEXT),
            Column("placing", _("În cifră"), Kind.TEXT),
            Column("said", _("Declarate"), people=True),
            Column("adds", _("Se adună"), people=True),
        ),
        rows=tuple(rows),
        total=total,
    )


def _row(
    placed: Placed[DeclaredFact], names: PartNames, year: int, recorded: Recorded
) -> AnnualRow:
    fact = placed.fact
    indicator = indicator_label(fact.indicator, year)
    part = _("din care: %(what)s") % {"what": fact.part} if fact.part else ""
    return AnnualRow(
        fact.reference,
        (
            names.of(Breakdown.ORGANISATION, fact.organisation),
            f"{indicator}, {part}" if part else indicator,
            audience_label(fact.audience) if fact.indicator == TRAINED else "",
            qualifier_label(fact.qualifier),
            str(dict(DeclaredMethod.choices).get(fact.method, fact.method)),
            fact.source,
            status_label(fact.status),
            _placing(placed, recorded),
            fact.value,
            placed.adds,
        ),
        is_part=bool(fact.part),
    )


def _placing(placed: Placed[DeclaredFact], recorded: Recorded) -> str:
    words = str(placed.placing.label)
    if placed.placing is not Placing.SET_ASIDE:
        return words
    found = recorded.get((placed.fact.organisation, placed.fact.indicator), 0)
    return _("%(why)s; înregistrările ei spun %(people)s") % {
        "why": words,
        "people": format_number(found),
    }
