"""What a list adds up to, on top of it: each figure leads to the list that it is made of."""

from dataclasses import replace

from django.utils.translation import gettext as _

from lms.reach.counting.filters import SessionFilter
from lms.reach.figures import SCHOOLS, TEACHERS, Figure
from lms.reach.labels import (
    adults_label,
    by_gender,
    pupils_label,
    schools_label,
    sessions_label,
    teachers_label,
)
from lms.reach.selectors import FoundSessions


def list_figures(found: FoundSessions, wanted: SessionFilter, page: str) -> list[Figure]:
    """The sums of the found sessions for the list `page` (SESSIONS, SCHOOLS or TEACHERS); the
    figures that the reader has opened already, and zeros, are no links."""
    cell, here = found.cell, wanted.query()
    with_adults = replace(wanted, with_adults=True).query()
    sessions, schools = _("Deschideți sesiunile"), _("Deschideți școlile")
    teachers = _("Deschideți profesorii")
    figures = [
        Figure(cell.pupils, pupils_label(cell.pupils), by_gender(cell), here, sessions),
        Figure(cell.sessions, sessions_label(cell.sessions), "", here, sessions),
        Figure(found.schools, schools_label(found.schools), "", here, schools, SCHOOLS),
        Figure(found.teachers, teachers_label(found.teachers), "", here, teachers, TEACHERS),
        Figure(cell.adults, adults_label(cell.adults), "", with_adults, sessions),
    ]
    opened = {(page, here)}
    return [
        figure
        if figure.number and (figure.page, figure.query) not in opened
        else replace(figure, page="")
        for figure in figures
    ]
