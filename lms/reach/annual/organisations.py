"""T5: each organisation's own line, of the records and of what it declared."""

from django.utils.translation import gettext as _

from lms.reach.annual.labels import indicator_label
from lms.reach.annual.report import AnnualReport
from lms.reach.annual.section4 import declared_link
from lms.reach.annual.sessions import session_cells, session_columns, sessions_link
from lms.reach.annual.trained import trainings_link
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import NO_ORGANISATION, ZERO, Breakdown, Cell
from lms.reach.counting.trainings import NOBODY_TRAINED, TrainingCell
from lms.reach.counting.year import SECTION_4, TRAINED

_DECLARED = (*SECTION_4, TRAINED)


def by_organisation(annual: AnnualReport) -> AnnualTable:
    """T5: of the records. A campaign held together stands in full in each line and once in the
    total; a person trained by two organisations likewise."""
    report = annual.report
    sessions = report.sessions.breakdowns[Breakdown.ORGANISATION]
    campaigns, trained = report.campaigns.by_org, report.trainings.by_org
    rows = tuple(
        _row(
            organisation,
            annual.names.of(Breakdown.ORGANISATION, organisation),
            sessions.get(organisation, ZERO),
            trained.get(organisation, NOBODY_TRAINED),
            campaigns.get(organisation, 0),
        )
        for organisation in _organisations(annual)
    )
    whole = report.trainings.whole
    total = _row("total", _("Total"), report.sessions.contacts, whole, report.campaigns.people)
    return AnnualTable(
        key="T5",
        title=_("Pe organizații, din înregistrări"),
        note=_(
            "Un eveniment ținut împreună se numără întreg la fiecare organizație și o singură dată "
            "în total; la fel o persoană instruită de două organizații."
        ),
        columns=(
            Column("organisation", _("Organizație"), Kind.TEXT),
            *session_columns(),
            Column("trained", _("Persoane instruite"), people=True),
            Column("seats", _("Participări la formări"), people=True, adds_to="trained.seats"),
            Column("campaigns", _("Persoane în campanii"), people=True),
        ),
        rows=rows,
        total=total,
    )


def _row(
    organisation: str, name: str, cell: Cell, trained: TrainingCell, campaigns: int
) -> AnnualRow:
    code = "" if organisation == "total" else organisation
    figures = (*session_cells(cell), trained.persons, trained.seats, campaigns)
    of_sessions = sessions_link(ORGANISATION=code) if code else "sesiuni/"
    of_trainings = trainings_link(organisation=code)
    links = {"trained": of_trainings, "seats": of_trainings} if trained.seats else {}
    if campaigns:
        links["campaigns"] = f"campanii/?org={code}" if code else "campanii/"
    return AnnualRow(organisation, (name, *figures), of_sessions if cell.sessions else "", links)


def declared_by_organisation(annual: AnnualReport) -> AnnualTable:
    """T5a: what each organisation declared and what of it counts."""
    declared = annual.report.declared
    rows = tuple(
        _declared_row(
            organisation,
            annual.names.of(Breakdown.ORGANISATION, organisation),
            {one: declared.by_org.get((organisation, one), 0) for one in _DECLARED},
        )
        for organisation in _organisations(annual)
        if organisation != NO_ORGANISATION
    )
    whole = {indicator: declared.totals.get(indicator, 0) for indicator in _DECLARED}
    return AnnualTable(
        key="T5a",
        title=_("Pe organizații, declarate"),
        note=_(
            "Numai cifrele care se numără: cele fără înregistrări în platformă și cele declarate "
            "în plus față de ele. Părțile „din care” nu se adaugă."
        ),
        columns=(
            Column("organisation", _("Organizație"), Kind.TEXT),
            *(
                Column(
                    indicator,
                    indicator_label(indicator, annual.year),
                    people=True,
                    adds_to=f"declared.{indicator}",
                )
                for indicator in _DECLARED
            ),
        ),
        rows=rows,
        total=_declared_row("total", _("Total"), whole),
    )


def _declared_row(organisation: str, name: str, figures: dict[str, int]) -> AnnualRow:
    code = "" if organisation == "total" else organisation
    links = {
        indicator: declared_link(indicator=indicator, organisation=code)
        for indicator, figure in figures.items()
        if figure
    }
    return AnnualRow(organisation, (name, *figures.values()), links=links)


def _organisations(annual: AnnualReport) -> list[str]:
    """The members of the year in their order, then whoever else has a figure."""
    report = annual.report
    members = list(report.sessions.breakdowns[Breakdown.ORGANISATION])
    declared = {fact.organisation for fact in report.declared.counted}
    others = {*report.campaigns.by_org, *report.trainings.by_org, *declared} - set(members)
    return [*members, *sorted(others)]
