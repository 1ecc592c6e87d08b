"""The figures of what was worked through online. They stand apart and are added to nothing."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from lms.reach.counting import OnlineCell, Report
from lms.reach.counting.online_filters import OnlineFilter
from lms.reach.figures import Figure
from lms.reach.method import UPPER_ESTIMATE

ONLINE = "reach:online"


def online_figures(report: Report) -> list[Figure]:
    """Persons and participations online, and what was left to counted class sessions."""
    more = _("Deschideți lista")
    figures = [
        *_pair(report.online.online, more),
        Figure(
            number=report.online.in_sessions.completions,
            label=npgettext(
                "sub o cifră",
                "modul parcurs într-o sesiune la clasă",
                "module parcurse în sesiuni la clasă",
                report.online.in_sessions.completions,
            ),
            note=_("Elevii sunt deja în sesiunea numărată, deci nu se numără și aici."),
            query=OnlineFilter(in_sessions=True).query(),
            more=more,
            page=ONLINE,
        ),
    ]
    return [figure if figure.number else replace(figure, page="") for figure in figures]


def online_sums(cell: OnlineCell) -> list[Figure]:
    """What a list of completions adds up to; the reader is on it already."""
    return [replace(figure, page="") for figure in _pair(cell)]


def _pair(cell: OnlineCell, more: str = "") -> list[Figure]:
    persons, completions = cell
    return [
        Figure(persons, persons_label(persons), str(UPPER_ESTIMATE), "", more, ONLINE),
        Figure(
            completions,
            completions_label(completions),
            _("Un elev care parcurge două module este de două ori aici."),
            "",
            more,
            ONLINE,
        ),
    ]


def persons_label(number: int) -> str:
    """Different learners, as far as they can be told apart."""
    return npgettext(
        "sub o cifră",
        "persoană online (estimat, cel mult)",
        "persoane online (estimat, cel mult)",
        number,
    )


def completions_label(number: int) -> str:
    """One learner × one module each."""
    return npgettext("sub o cifră", "participare online", "participări online", number)
