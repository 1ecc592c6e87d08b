"""T2, T3 and T3a to T3c: people trained, by audience, organisation, programme, county, place."""

from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.audiences import Audience
from lms.core.text import alphabetical
from lms.reach.annual.labels import audience_label, indicator_label
from lms.reach.annual.report import AnnualReport
from lms.reach.annual.section4 import declared_link
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import Breakdown
from lms.reach.counting.trainings import NOBODY_TRAINED, TrainingCell, TrainingCut
from lms.reach.counting.year import TRAINED

_CUT_TITLES = {
    TrainingCut.PROGRAMME: gettext_lazy("Persoane instruite pe program"),
    TrainingCut.COUNTY: gettext_lazy("Persoane instruite pe județ"),
    TrainingCut.PLACE: gettext_lazy("Persoane instruite față în față și online"),
}
# The part of trainings of which it is not known.
NOWHERE = "fara"
_UNITS = ("persons", "declared", "together", "trainings", "seats")


def section_8(annual: AnnualReport) -> AnnualTable:
    """The year's persons trained by audience: of the records, and declared beside them."""
    trainings, declared = annual.report.trainings, annual.report.declared.trained_by_audience
    rows = tuple(
        _row(
            audience,
            (audience_label(audience),),
            trainings.by_audience.get(audience, NOBODY_TRAINED),
            declared.get(audience, 0),
            trainings_link(audience=audience or "fara"),
            declared_link(indicator=TRAINED, audience=audience or "fara"),
        )
        for audience in _in_order(trainings.by_audience, declared)
    )
    return AnnualTable(
        key="T2",
        title=indicator_label(TRAINED, annual.year),
        note=_(
            "Secțiunea 8 a raportului. O persoană din două grupuri-țintă se numără în fiecare și o "
            "singură dată în total, deci persoanele pe grupuri pot da mai mult decât totalul. La "
            "fel o formare ținută pentru mai multe grupuri. Unde s-au ținut formările arată T3c."
        ),
        columns=(Column("audience", _("Grup-țintă"), Kind.TEXT), *_columns()),
        rows=rows,
        total=_total(annual, 1),
        public=True,
    )


def trained_by_organisation(annual: AnnualReport) -> AnnualTable:
    """T3: the same by audience and organisation, only where there is something."""
    by_both = annual.report.trainings.by_audience_and_org
    declared: Counter[tuple[str, str]] = Counter()
    for fact in annual.report.declared.counted:
        if fact.indicator == TRAINED:
            declared[fact.audience, fact.organisation] += fact.value
    pairs = sorted({*by_both, *declared}, key=lambda pair: (_rank(pair[0]), _name(annual, pair[1])))
    rows = tuple(
        _row(
            f"{audience}/{organisation}",
            (audience_label(audience), _name(annual, organisation)),
            by_both.get((audience, organisation), NOBODY_TRAINED),
            declared[audience, organisation],
            trainings_link(audience=audience or "fara", organisation=organisation),
            declared_link(
                indicator=TRAINED, organisation=organisation, audience=audience or "fara"
            ),
        )
        for audience, organisation in pairs
    )
    return AnnualTable(
        key="T3",
        title=_("Persoane instruite pe grup-țintă și organizație"),
        note=_("Numai perechile cu cel puțin o formare sau o declarație."),
        columns=(
            Column("audience", _("Grup-țintă"), Kind.TEXT),
            Column("organisation", _("Organizație"), Kind.TEXT),
            *_columns(),
        ),
        rows=rows,
        total=_total(annual, 2),
    )


def trained_by_cut(annual: AnnualReport, cut: TrainingCut, key: str) -> AnnualTable:
    """T3a to T3c: the trainings of the records by programme, county or place. Trainings and seats
    add up; what members declare is not known by these."""
    cells = annual.report.trainings.by_cut.get(cut, {})
    in_order = sorted(cells, key=lambda part: (not part, alphabetical(annual.names.of(cut, part))))
    return AnnualTable(
        key=key,
        title=str(_CUT_TITLES[cut]),
        note=_(
            "Din înregistrări, fără cifrele declarate. Cine a primit adeverința a fost de față la "
            "partea de ore cerută de program; celor numărați fără listă nu li se dă adeverință."
        ),
        columns=(
            Column(cut.value, str(cut.label), Kind.TEXT),
            Column("persons", _("Persoane din înregistrări"), people=True),
            Column("completed", _("din care cu adeverință"), people=True),
            Column("trainings", _("Formări"), adds_to="trained.trainings"),
            Column("seats", _("Participări"), people=True, adds_to="trained.seats"),
        ),
        rows=tuple(
            _cut_row(part, annual.names.of(cut, part), cells[part], cut) for part in in_order
        ),
        total=_cut_row("total", _("Total"), annual.report.trainings.whole, None),
    )


def _cut_row(part: str, name: str, cell: TrainingCell, cut: TrainingCut | None) -> AnnualRow:
    link = f"formari/?{urlencode({cut.value: part or NOWHERE})}" if cut else "formari/"
    figures = {
        "persons": cell.persons, "completed": cell.completed, "trainings": cell.trainings,
        "seats": cell.seats,
    }  # fmt: skip
    links = {unit: link for unit, figure in figures.items() if figure and unit != "completed"}
    return AnnualRow(part or NOWHERE, (name, *figures.values()), links=links)


def trainings_link(*, audience: str = "", organisation: str = "") -> str:
    """The list of the trainings behind a figure."""
    said = {"grup": audience, "org": organisation}
    query = "&".join(f"{key}={value}" for key, value in said.items() if value)
    return f"formari/?{query}" if query else "formari/"


def _columns() -> tuple[Column, ...]:
    return (
        Column("persons", _("Persoane din înregistrări"), people=True),
        Column("declared", _("Declarate în plus"), people=True, adds_to="trained.declared"),
        Column("together", _("Persoane instruite"), people=True),
        # A training for two groups is one in each line.
        Column("trainings", _("Formări")),
        Column("seats", _("Participări"), people=True, adds_to="trained.seats"),
    )


def _row(
    key: str,
    names: tuple[str, ...],
    cell: TrainingCell,
    declared: int,
    trainings: str,
    declarations: str,
) -> AnnualRow:
    figures = (cell.persons, declared, cell.persons + declared, cell.trainings, cell.seats)
    of_records = dict.fromkeys(("persons", "trainings", "seats"), trainings)
    links = of_records | {"declared": declarations}
    shown = {unit for unit, figure in zip(_UNITS, figures, strict=True) if figure}
    kept = {unit: link for unit, link in links.items() if unit in shown}
    return AnnualRow(key, (*names, *figures), links=kept)


def _total(annual: AnnualReport, names: int) -> AnnualRow:
    declared = annual.report.declared.totals.get(TRAINED, 0)
    words = (_("Total"), *[""] * (names - 1))
    whole = annual.report.trainings.whole
    return _row("total", words, whole, declared, "formari/", declared_link(indicator=TRAINED))


def _in_order(*groups: Mapping[str, object]) -> list[str]:
    return sorted({key for group in groups for key in group}, key=_rank)


def _rank(audience: str) -> tuple[int, str]:
    known = list(Audience.values)
    return (known.index(audience) if audience in known else len(known), audience)


def _name(annual: AnnualReport, organisation: str) -> str:
    return annual.names.of(Breakdown.ORGANISATION, organisation)
