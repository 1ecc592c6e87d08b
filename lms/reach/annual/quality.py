"""T10, T11 and T12: who has reported, what was kept out, how it is counted."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.classrooms.enums import Doubt, Quarantine
from lms.core.numbers import format_date, format_number
from lms.reach.annual.report import AnnualReport
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import ZERO, Breakdown, Cell, Judged, Standing
from lms.reach.counting.cells import total
from lms.reach.counting.filters import WITHOUT_TEACHER, SessionFilter
from lms.reach.enums import HANDED_IN, SubmissionState
from lms.reach.method import SECRETARIAT_NOTES, SUPPRESSION_NOTE


def completeness(annual: AnnualReport) -> AnnualTable:
    """T10: organisation by organisation, those that have not begun as well."""
    handed = sum(1 for line in annual.submissions if line.state in HANDED_IN)
    words = {"handed": handed, "all": len(annual.submissions)}
    sessions = annual.report.sessions.breakdowns[Breakdown.ORGANISATION]
    states = dict(SubmissionState.choices)
    return AnnualTable(
        key="T10",
        title=_("Cine a raportat"),
        note=_("Organizații care au trimis cifrele anului: %(handed)s din %(all)s.") % words,
        columns=(
            Column("organisation", _("Organizație"), Kind.TEXT),
            Column("state", _("Raportarea anului"), Kind.TEXT),
            Column("day", _("Trimisă la"), Kind.DAY),
            Column("sessions", _("Sesiuni numărate")),
        ),
        rows=tuple(
            AnnualRow(
                line.organisation,
                (
                    annual.names.of(Breakdown.ORGANISATION, line.organisation),
                    str(states.get(line.state) or _("neîncepute")),
                    line.submitted_on,
                    sessions.get(line.organisation, ZERO).sessions,
                ),
                links={"sessions": f"sesiuni/?org={line.organisation}"},
            )
            for line in annual.submissions
        ),
    )


def data_quality(annual: AnnualReport) -> AnnualTable:
    """T11. A session may have several reasons, so the reasons do not add up to their line."""
    return AnnualTable(
        key="T11",
        title=_("Calitatea datelor"),
        note=_("Ce se numără, ce s-a ținut în afara totalurilor și ce merită privit încă o dată."),
        columns=(
            Column("what", _("Ce"), Kind.TEXT),
            Column("counted", _("Se numără"), Kind.TEXT),
            Column("sessions", _("Sesiuni")),
            Column("pupils", _("Elevi (participări)"), people=True),
        ),
        rows=tuple(_quality_rows(annual)),
    )


def _quality_rows(annual: AnnualReport) -> Iterator[AnnualRow]:
    report, yes, no = annual.report.sessions, _("da"), _("nu")
    yield _line("counted", _("Numărate"), yes, report.contacts, SessionFilter())
    vouched = SessionFilter(verified_only=True)
    yield _line("counted.verified", _("verificate"), yes, report.verified, vouched, part=True)
    yield _without_teacher(report.without_teacher, yes)
    waiting = SessionFilter(standing=Standing.UNCONFIRMED)
    yield _line("unconfirmed", _("Neconfirmate"), no, report.unconfirmed, waiting)
    held = SessionFilter(standing=Standing.QUARANTINED)
    yield _line("quarantined", _("În carantină"), no, _sum(report.quarantined), held)
    for reason in Quarantine:
        cell = _sum(row for row in report.quarantined if reason in row.reasons)
        wanted = SessionFilter(standing=Standing.QUARANTINED, reason=reason)
        yield _line(f"quarantined.{reason}", str(reason.label), no, cell, wanted, part=True)
    twice = SessionFilter(standing=Standing.DUPLICATE)
    yield _line("duplicates", _("Dubluri"), no, _sum(report.duplicates), twice)
    yield _line("warned", _("Cu avertisment"), yes, _sum(report.warned), None)
    for doubt in Doubt:
        cell = _sum(row for row in report.warned if doubt in row.warnings)
        wanted = SessionFilter(warning=doubt)
        yield _line(f"warned.{doubt}", str(doubt.label), yes, cell, wanted, part=True)


def _line(
    key: str,
    name: str,
    counted: str,
    cell: Cell,
    wanted: SessionFilter | None,
    *,
    part: bool = False,
) -> AnnualRow:
    link = f"sesiuni/{wanted.query()}" if wanted and cell.sessions else ""
    words = _("din care: %(what)s") % {"what": name} if part else name
    return AnnualRow(key, (words, counted, cell.sessions, cell.pupils), link, is_part=part)


def _without_teacher(sessions: int, counted: str) -> AnnualRow:
    """RR13. How many pupils they had is not asked."""
    wanted = SessionFilter(teacher=WITHOUT_TEACHER)
    link = f"sesiuni/{wanted.query()}" if sessions else ""
    words = _("din care: %(what)s") % {"what": _("fără profesor identificat")}
    cells = (words, counted, sessions, None)
    return AnnualRow("counted.without_teacher", cells, link, is_part=True)


def _sum(rows: Iterable[Judged]) -> Cell:
    return total(row.fact.cell for row in rows)


def method(annual: AnnualReport) -> AnnualTable:
    """T12."""
    return AnnualTable(
        key="T12",
        title=_("Note de metodă"),
        note=_("Regulile după care este numărată fiecare cifră de mai sus."),
        columns=(
            Column("about", _("Despre"), Kind.TEXT),
            Column("how", _("Cum"), Kind.TEXT),
        ),
        rows=tuple(
            AnnualRow(str(at), (str(about), str(how)))
            for at, (about, how) in enumerate(_notes(annual), start=1)
        ),
        public=True,
    )


def _notes(annual: AnnualReport) -> Iterator[tuple[object, object]]:
    moment = timezone.localtime(annual.report.as_of)
    yield _("Cifre calculate la"), f"{format_date(moment.date())}, {moment:%H:%M}"
    yield _("Versiunea regulilor"), annual.report.sessions.rules_version
    if annual.software_version:
        yield _("Versiunea programului"), annual.software_version
    yield from SECRETARIAT_NOTES
    yield _("Campanii"), _campaigns(annual)
    yield _("La 1 000 de elevi"), _rates(annual)
    yield _("Cifre publice"), SUPPRESSION_NOTE


def _rates(annual: AnnualReport) -> str:
    if not annual.pupils:
        return _("Nu se calculează: nu este scris niciun număr de elevi cu sursa lui.")
    return _(
        "Elevi diferiți (estimat) la fiecare 1 000 de elevi de la clasa pregătitoare la a XIII-a. "
        "„–” unde nu este scris un număr cu sursa lui. Surse: %(sources)s."
    ) % {"sources": annual.pupil_sources}


def _campaigns(annual: AnnualReport) -> str:
    excluded = annual.report.campaigns.excluded
    words = {key: format_number(excluded.get(key, 0)) for key in ("impressions", "estimate")}
    return (
        _(
            "Se numără numai persoanele prezente și vizitatorii unici. Separat, fără să se adune: "
            "%(impressions)s afișări și %(estimate)s persoane estimate."
        )
        % words
    )
