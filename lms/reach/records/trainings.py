"""The trainings behind persons trained, seats and number of trainings (RR12)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from lms.reach.annual.labels import audience_label
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import Breakdown, TrainingCut
from lms.reach.counting.placing import Placed, place_trainings
from lms.reach.counting.trainings import LIST, TrainingCell, TrainingFact, training_cell
from lms.reach.enums import Placing, TrainingMode
from lms.reach.figures import Figure
from lms.reach.records.wanted import RecordFilter, RecordList, status_label
from lms.reach.selectors.names import PartNames


def training_list(
    facts: Iterable[TrainingFact], wanted: RecordFilter, names: PartNames
) -> RecordList:
    """The trainings of a year. Persons add up as well: each stands at the first list that has
    them."""
    placed = place_trainings(fact for fact in facts if wanted.holds_training(fact))
    cell = training_cell(one.fact for one in placed if one.placing is Placing.COUNTED)
    return RecordList(
        figures=_figures(cell),
        states=wanted.states(placed),
        table=_table([_row(one, names) for one in wanted.shown(placed)], cell),
    )


def _figures(cell: TrainingCell) -> list[Figure]:
    persons, seats, trainings, completed = cell
    return [
        Figure(
            persons,
            npgettext("sub o cifră", "persoană instruită", "persoane instruite", persons),
            _("O persoană de pe două liste se numără o singură dată."),
            page="",
        ),
        Figure(
            completed,
            npgettext("sub o cifră", "persoană cu adeverință", "persoane cu adeverință", completed),
            page="",
        ),
        Figure(
            seats,
            npgettext("sub o cifră", "participare la formări", "participări la formări", seats),
            page="",
        ),
        Figure(trainings, npgettext("sub o cifră", "formare", "formări", trainings), page=""),
    ]


def _table(rows: list[AnnualRow], cell: TrainingCell) -> AnnualTable:
    return AnnualTable(
        key="formari",
        title=_("Formările din care se compune cifra"),
        note="",
        columns=(
            Column("reference", _("Referință"), Kind.TEXT),
            Column("date", _("Data"), Kind.DAY),
            Column("organisation", _("Organizație"), Kind.TEXT),
            Column("audience", _("Grup-țintă"), Kind.TEXT),
            Column("topic", _("Temă"), Kind.TEXT),
            Column("programme", _("Program"), Kind.TEXT),
            Column("county", _("Județ"), Kind.TEXT),
            Column("place", _("Unde s-a ținut"), Kind.TEXT),
            Column("mode", _("Cum s-a numărat"), Kind.TEXT),
            Column("status", _("Stare"), Kind.TEXT),
            Column("placing", _("În cifră"), Kind.TEXT),
            Column("seats", _("Participări"), people=True),
            Column("adds", _("Persoane, prima dată"), people=True),
        ),
        rows=tuple(rows),
        total=AnnualRow("total", (_("Total"), *[""] * 10, cell.seats, cell.persons)),
    )


def _row(placed: Placed[TrainingFact], names: PartNames) -> AnnualRow:
    fact = placed.fact
    seats = len(fact.people) if fact.mode == LIST else fact.participants
    return AnnualRow(
        fact.reference,
        (
            fact.reference,
            fact.date,
            names.of(Breakdown.ORGANISATION, fact.organisation),
            audience_label(fact.audience),
            fact.topic,
            names.of(TrainingCut.PROGRAMME, fact.programme),
            names.of(TrainingCut.COUNTY, fact.county),
            names.of(TrainingCut.PLACE, fact.place),
            str(TrainingMode(fact.mode).label),
            status_label(fact.status),
            str(placed.placing.label),
            seats,
            placed.adds,
        ),
    )
