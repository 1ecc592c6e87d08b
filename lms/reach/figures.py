"""The big figures at the head of the report, each with the list that it is made of."""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext, npgettext
from django.utils.translation import gettext as _

from lms.core.numbers import format_decimal, format_number
from lms.reach.counting import Cell, Report, Standing
from lms.reach.counting.cells import total
from lms.reach.counting.filters import SessionFilter
from lms.reach.labels import (
    adults_label,
    by_gender,
    pupils_label,
    schools_label,
    sessions_label,
    teachers_label,
)

# The lists that a figure opens.
SESSIONS, SCHOOLS, TEACHERS = "reach:sessions", "reach:schools", "reach:teachers"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what stands beside it, and the words of its link.

    `page` is the list that it opens, at the report's year and with `query`; empty: no link.
    """

    number: int
    label: str
    note: str = ""
    query: str = ""
    more: str = ""
    page: str = SESSIONS


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
    note = _("%(parts)s; din care în sesiuni verificate: %(verified)s") % {
        "parts": by_gender(report.contacts),
        "verified": format_number(report.verified.pupils),
    }
    pupils = report.contacts.pupils
    return Figure(pupils, pupils_label(pupils), note, "", _("Deschideți sesiunile"))


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
    sessions = report.contacts.sessions
    return [
        Figure(sessions, sessions_label(sessions), average, "", more),
        Figure(report.schools, schools_label(report.schools), counties, "", more, SCHOOLS),
        Figure(report.teachers, teachers_label(report.teachers), without, "", more, TEACHERS),
    ]


def _average(report: Report) -> str:
    """Pupils a session, as the reader's language writes it."""
    sessions = report.contacts.sessions
    average = report.contacts.pupils / sessions if sessions else 0
    return format_decimal(average, get_language() or "ro")


def _adults(report: Report) -> Figure:
    return Figure(
        number=report.contacts.adults,
        label=adults_label(report.contacts.adults),
        note=_("Părinți și alți adulți; nu se adună niciodată la elevi."),
        query=SessionFilter(with_adults=True).query(),
        more=_("Deschideți sesiunile"),
    )


def _waiting(cell: Cell, standing: Standing, label: str, more: str) -> Figure:
    note = ngettext(
        "%(pupils)s elev, neadunat la total", "%(pupils)s elevi, neadunați la total", cell.pupils
    ) % {"pupils": format_number(cell.pupils)}
    return Figure(cell.sessions, label, note, SessionFilter(standing=standing).query(), more)
