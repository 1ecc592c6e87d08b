"""T4, T6 and T7: the class sessions by county, level and gender, by lesson, by month."""

from collections.abc import Iterator, Mapping

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from lms.reach.annual.report import AnnualReport
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import Breakdown, Cell, OnlineCut
from lms.reach.counting.filters import SessionFilter
from lms.reach.counting.online import NONE_ONLINE
from lms.reach.counting.online_filters import OnlineFilter

SESSION_KEYS = ("sessions", "pupils", "girls", "boys", "undisclosed", "adults")


def session_columns() -> tuple[Column, ...]:
    """The six figures of a count cell, as every cut of the sessions shows them."""
    return (
        Column("sessions", _("Sesiuni"), adds_to="sessions"),
        Column("pupils", _("Elevi (participări)"), people=True, adds_to="pupils"),
        Column("girls", _("Fete"), people=True, adds_to="girls"),
        Column("boys", _("Băieți"), people=True, adds_to="boys"),
        Column("undisclosed", _("Fără precizare"), people=True, adds_to="undisclosed"),
        Column("adults", _("Adulți"), people=True, adds_to="adults"),
    )


def session_cells(cell: Cell) -> tuple[int, ...]:
    """A cell in the order of the columns."""
    return tuple(getattr(cell, key) for key in SESSION_KEYS)


def sessions_link(**parts: str) -> str:
    """The list of the sessions of a cut, by the names of the breakdowns: COUNTY="CJ"."""
    wanted = SessionFilter(parts={Breakdown[name]: part for name, part in parts.items()})
    return f"sesiuni/{wanted.query()}"


def by_county_level_and_gender(annual: AnnualReport) -> AnnualTable:
    """T4: every county with its levels; a county without a session has one line of zeros."""
    return AnnualTable(
        key="T4",
        title=_("Pe județe, niveluri și gen"),
        note=_("Participări ale elevilor la sesiuni numărate. Zero: nicio sesiune numărată."),
        columns=(
            Column("county", _("Județ"), Kind.TEXT),
            Column("level", _("Nivel"), Kind.TEXT),
            *session_columns(),
        ),
        rows=tuple(_county_levels(annual)),
        total=_total(annual, 2),
    )


def _county_levels(annual: AnnualReport) -> Iterator[AnnualRow]:
    names = annual.names
    cells: dict[str, dict[str, Cell]] = {}
    for (county, level), cell in annual.county_levels.items():
        cells.setdefault(county, {})[level] = cell
    for county in annual.report.sessions.breakdowns[Breakdown.COUNTY]:
        name = names.of(Breakdown.COUNTY, county)
        levels = cells.get(county, {})
        if not levels:
            yield AnnualRow(county, (name, "–", *session_cells(Cell())))
        for level in annual.report.sessions.breakdowns[Breakdown.LEVEL]:
            if level in levels:
                words = (name, names.of(Breakdown.LEVEL, level))
                link = sessions_link(COUNTY=county, LEVEL=level)
                yield AnnualRow(f"{county}/{level}", (*words, *session_cells(levels[level])), link)


def by_county(annual: AnnualReport) -> AnnualTable:
    """T4a: what the map shows."""
    unique = Column("unique", _("Elevi diferiți (estimat)"), people=True, adds_to="unique_pupils")
    rate = Column("rate", _("La 1 000 de elevi"), Kind.RATE, people=True)
    report = annual.report.sessions
    rows = tuple(
        AnnualRow(
            row.key,
            (
                *row.cells,
                report.unique_by_county.get(row.key, 0),
                _rate(report.unique_by_county.get(row.key, 0), annual.pupils.get(row.key)),
            ),
            row.link,
        )
        for row in _cut(annual, Breakdown.COUNTY)
    )
    total = _total(annual, 1)
    link = f"sesiuni/{SessionFilter(one_a_cohort=True).query()}"
    return AnnualTable(
        key="T4a",
        title=_("Pe județe"),
        note=_("Toate cele 42 de unități: 41 de județe și municipiul București."),
        columns=(Column("county", _("Județ"), Kind.TEXT), *session_columns(), unique, rate),
        rows=rows,
        total=AnnualRow(
            total.key,
            (
                *total.cells,
                report.unique_pupils.pupils,
                _rate(report.unique_pupils.pupils, annual.pupils.get("")),
            ),
            total.link,
            {"unique": link},
        ),
        public=True,
    )


def _rate(reached: int, pupils: int | None) -> float | None:
    """Different pupils reached of 1,000; None where nobody says how many there are."""
    return round(1_000 * reached / pupils, 1) if pupils else None


def by_level(annual: AnnualReport) -> AnnualTable:
    """T4b: level and gender for the whole country."""
    note = _("Nivelul vine din clasă; un grup fără clasă este nespecificat.")
    return _by(annual, Breakdown.LEVEL, "T4b", _("Pe niveluri și gen"), note)


def by_medium(annual: AnnualReport) -> AnnualTable:
    """T4c."""
    return _by(annual, Breakdown.MEDIUM, "T4c", _("Pe medii"), _("Mediul școlii, din registru."))


def by_modality(annual: AnnualReport) -> AnnualTable:
    """T4d."""
    title, note = _("Față în față sau online"), _("Cum s-a ținut sesiunea.")
    return _by(annual, Breakdown.MODALITY, "T4d", title, note)


def by_lesson(annual: AnnualReport) -> AnnualTable:
    """T6."""
    note = _("O lecție și traducerile ei sunt aceeași lecție.")
    return _by(annual, Breakdown.LESSON, "T6", _("Pe lecții"), note)


def by_month(annual: AnnualReport) -> AnnualTable:
    """T7: sessions and what was worked through online, month by month."""
    online = annual.report.sessions.online
    months = online.breakdowns.get(OnlineCut.MONTH, {})
    whole = _total(annual, 1)
    return AnnualTable(
        key="T7",
        title=_("Pe luni"),
        note=_("Luna în care s-a ținut sesiunea sau s-a încheiat modulul, nu cea a înregistrării."),
        columns=(
            Column("month", _("Lună"), Kind.TEXT),
            *session_columns(),
            Column(
                "online", _("Module parcurse online"), people=True, adds_to="online.completions"
            ),
        ),
        rows=tuple(
            _with_online(row, months.get(row.key, NONE_ONLINE).completions)
            for row in _cut(annual, Breakdown.MONTH)
        ),
        total=AnnualRow(
            whole.key,
            (*whole.cells, online.online.completions),
            whole.link,
            {"online": "online/"},
        ),
        public=True,
    )


def _with_online(row: AnnualRow, completions: int) -> AnnualRow:
    link = f"online/{OnlineFilter(parts={OnlineCut.MONTH: row.key}).query()}"
    links: Mapping[str, str] = {"online": link} if completions else {}
    return AnnualRow(row.key, (*row.cells, completions), row.link, links)


def _by(annual: AnnualReport, cut: Breakdown, key: str, title: str, note: str) -> AnnualTable:
    return AnnualTable(
        key=key,
        title=title,
        note=note,
        columns=(Column(cut.name.lower(), str(cut.label), Kind.TEXT), *session_columns()),
        rows=tuple(_cut(annual, cut)),
        total=_total(annual, 1),
        public=True,
    )


def _cut(annual: AnnualReport, cut: Breakdown) -> Iterator[AnnualRow]:
    for part, cell in annual.report.sessions.breakdowns[cut].items():
        link = sessions_link(**{cut.name: part}) if cell.sessions and part else ""
        yield AnnualRow(part, (_name(annual, cut, part), *session_cells(cell)), link)


def _name(annual: AnnualReport, cut: Breakdown, part: str) -> str:
    """A month of a yearly report needs no year beside it."""
    return str(MONTHS[int(part[-2:])]) if cut is Breakdown.MONTH else annual.names.of(cut, part)


def _total(annual: AnnualReport, names: int) -> AnnualRow:
    words = (_("Total"), *[""] * (names - 1))
    return AnnualRow("total", (*words, *session_cells(annual.report.sessions.contacts)), "sesiuni/")
