"""The big figures at the head of the report, each with the query that opens its sessions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from lms.core.numbers import format_number
from lms.reach.counting import Cell, Report, Standing
from lms.reach.counting.cells import total
from lms.reach.counting.filters import WITH_TEACHER, SessionFilter


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what stands beside it, and the words of its link."""

    number: int
    label: str
    note: str
    query: str
    more: str


def big_figures(report: Report) -> list[Figure]:
    """The figures of the whole period, in the order in which they are read."""
    return [_contacts(report), _unique(report), *_places(report)]


def apart_figures(report: Report) -> list[Figure]:
    """What is shown beside the total and never added to it."""
    return [
        _adults(report),
        _waiting(
            report.unconfirmed,
            Standing.UNCONFIRMED,
            npgettext(
                "sub o cifră",
                "sesiune neconfirmată",
                "sesiuni neconfirmate",
                report.unconfirmed.sessions,
            ),
            _("Vedeți sesiunile"),
        ),
        _waiting(
            total(row.fact.cell for row in report.quarantined),
            Standing.QUARANTINED,
            npgettext(
                "sub o cifră",
                "sesiune în carantină",
                "sesiuni în carantină",
                len(report.quarantined),
            ),
            _("Vedeți motivele"),
        ),
        _waiting(
            total(row.fact.cell for row in report.duplicates),
            Standing.DUPLICATE,
            npgettext("sub o cifră", "dublură", "dubluri", len(report.duplicates)),
            _("Vedeți perechile"),
        ),
    ]


def _contacts(report: Report) -> Figure:
    cell = report.contacts
    note = _(
        "fete: %(girls)s, băieți: %(boys)s, fără precizare: %(undisclosed)s; din care în sesiuni "
        "verificate: %(verified)s"
    )
    return Figure(
        number=cell.pupils,
        label=npgettext(
            "sub o cifră", "participare a elevilor", "participări ale elevilor", cell.pupils
        ),
        note=note
        % {
            "girls": format_number(cell.girls),
            "boys": format_number(cell.boys),
            "undisclosed": format_number(cell.undisclosed),
            "verified": format_number(report.verified.pupils),
        },
        query="",
        more=_("Deschideți sesiunile"),
    )


def _unique(report: Report) -> Figure:
    return Figure(
        number=report.unique_pupils.pupils,
        label=npgettext(
            "sub o cifră",
            "elev diferit (estimat)",
            "elevi diferiți (estimat)",
            report.unique_pupils.pupils,
        ),
        note=_("Din fiecare clasă se ia o singură sesiune, cea cu cei mai mulți elevi."),
        query=SessionFilter(one_a_cohort=True).query(),
        more=_("Deschideți sesiunile alese"),
    )


def _places(report: Report) -> list[Figure]:
    counties = ngettext(
        "%(reached)s județ din %(all)s", "%(reached)s județe din %(all)s", report.counties_reached
    ) % {
        "reached": report.counties_reached,
        "all": len(report.unique_by_county),
    }
    without = _("Sesiuni fără profesor identificat: %(sessions)s") % {
        "sessions": format_number(report.without_teacher)
    }
    average = _("elevi în medie: %(pupils)s") % {"pupils": _average(report)}
    more = _("Deschideți lista")
    known = SessionFilter(teacher=WITH_TEACHER).query()
    sessions = npgettext(
        "sub o cifră", "sesiune la clasă", "sesiuni la clasă", report.contacts.sessions
    )
    schools = npgettext("sub o cifră", "școală", "școli", report.schools)
    teachers = npgettext("sub o cifră", "profesor", "profesori", report.teachers)
    return [
        Figure(report.contacts.sessions, sessions, average, "", more),
        Figure(report.schools, schools, counties, "", more),
        Figure(report.teachers, teachers, without, known, more),
    ]


def _average(report: Report) -> str:
    sessions = report.contacts.sessions
    return f"{report.contacts.pupils / sessions:.1f}".replace(".", ",") if sessions else "0"


def _adults(report: Report) -> Figure:
    return Figure(
        number=report.contacts.adults,
        label=npgettext("sub o cifră", "adult prezent", "adulți prezenți", report.contacts.adults),
        note=_("Părinți și alți adulți; nu se adună niciodată la elevi."),
        query="",
        more=_("Deschideți sesiunile"),
    )


def _waiting(cell: Cell, standing: Standing, label: str, more: str) -> Figure:
    note = ngettext(
        "%(pupils)s elev, neadunat la total", "%(pupils)s elevi, neadunați la total", cell.pupils
    ) % {"pupils": format_number(cell.pupils)}
    return Figure(cell.sessions, label, note, SessionFilter(standing=standing).query(), more)
