"""T8 and T9: beside the year before, and beside what was promised."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lms.core.numbers import format_number
from lms.reach.annual.labels import indicator_label
from lms.reach.annual.report import AnnualReport, TargetLine
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind, Value
from lms.reach.counting.year import TRAINED, YearReport


def year_on_year(annual: AnnualReport) -> AnnualTable:
    """T8: absolute and in percent, with a mark where a published figure has changed since."""
    return AnnualTable(
        key="T8",
        title=_("%(year)s față de %(before)s") % {"year": annual.year, "before": annual.year - 1},
        note=_(
            "„–” înseamnă că pentru %(before)s nu există cifre. „Retratat” înseamnă că cifra s-a "
            "schimbat după publicare; versiunea publicată rămâne neschimbată și se poate descărca."
        )
        % {"before": annual.year - 1},
        columns=(
            Column("figure", _("Cifra"), Kind.TEXT),
            Column("before", str(annual.year - 1), people=True),
            Column("now", str(annual.year), people=True),
            Column("difference", _("Diferență"), people=True),
            Column("percent", _("Diferență, %"), Kind.PERCENT, people=True),
            Column("restated", _("Retratat"), Kind.TEXT),
        ),
        rows=tuple(_compared(annual)),
    )


def headline_figures(report: YearReport) -> dict[str, int]:
    """The figures that years are compared by; a published report keeps them under these keys."""
    sessions = report.sessions
    return {
        **report.section_4,
        TRAINED: report.trained,
        "contacts": sessions.contacts.pupils,
        "unique_pupils": sessions.unique_pupils.pupils,
        "sessions": sessions.contacts.sessions,
        "schools": sessions.schools,
        "teachers": sessions.teachers,
    }


def _compared(annual: AnnualReport) -> Iterator[AnnualRow]:
    now = headline_figures(annual.report)
    before = headline_figures(annual.before) if annual.before else {}
    for key, figure in now.items():
        earlier = before.get(key)
        difference = None if earlier is None else figure - earlier
        cells = (
            _label(key, annual.year),
            earlier,
            figure,
            difference,
            _percent(difference, earlier),
            _restated(annual, key, figure, earlier),
        )
        yield AnnualRow(key, cells)


def _label(key: str, year: int) -> str:
    ours = {
        "contacts": _("Participări ale elevilor"),
        "unique_pupils": _("Elevi diferiți (estimat)"),
        "sessions": _("Sesiuni la clasă"),
        "schools": _("Școli"),
        "teachers": _("Profesori"),
        TRAINED: _("Beneficiari direcți instruiți pe parcursul anului"),
    }
    return ours.get(key) or indicator_label(key, year)


def _percent(part: int | None, whole: int | None) -> float | None:
    return round(100 * part / whole, 1) if part is not None and whole else None


def _restated(annual: AnnualReport, key: str, now: int, before: int | None) -> str:
    found = []
    for year, published, figure in (
        (annual.year - 1, annual.published_before, before),
        (annual.year, annual.published, now),
    ):
        if key in published and figure is not None and published[key] != figure:
            words = {"year": year, "figure": format_number(published[key])}
            found.append(_("%(year)s: publicat %(figure)s") % words)
    return "; ".join(found)


def targets(annual: AnnualReport) -> AnnualTable:
    """T9."""
    return AnnualTable(
        key="T9",
        title=_("Față de ținte"),
        note=_(
            "„–” la realizat: o formare nu spune de ce proiect ține. La o organizație și la un "
            "proiect, persoanele informate sunt fără cele online, care nu țin de nicio organizație."
        ),
        columns=(
            Column("whose", _("A cui"), Kind.TEXT),
            Column("indicator", _("Indicator"), Kind.TEXT),
            Column("target", _("Țintă")),
            Column("reached", _("Realizat"), people=True),
            Column("percent", _("Realizat, %"), Kind.PERCENT, people=True),
        ),
        rows=tuple(
            AnnualRow(str(at), _target_cells(annual, line))
            for at, line in enumerate(annual.targets, start=1)
        ),
    )


def _target_cells(annual: AnnualReport, line: TargetLine) -> tuple[Value, ...]:
    return (
        line.whose or _("Platforma"),
        _label(line.indicator, annual.year),
        line.value,
        line.reached,
        _percent(line.reached, line.value),
    )
