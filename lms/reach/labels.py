"""What stands under a figure: the thing that it counts, in the number that it needs."""

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from lms.core.numbers import format_number
from lms.reach.counting import Cell


def pupils_label(number: int) -> str:
    """Contacts: a pupil at two lessons is two of them."""
    return npgettext("sub o cifră", "participare a elevilor", "participări ale elevilor", number)


def sessions_label(number: int) -> str:
    """Class sessions."""
    return npgettext("sub o cifră", "sesiune la clasă", "sesiuni la clasă", number)


def schools_label(number: int) -> str:
    """Schools, each once."""
    return npgettext("sub o cifră", "școală", "școli", number)


def teachers_label(number: int) -> str:
    """Teachers who are told apart, each once."""
    return npgettext("sub o cifră", "profesor", "profesori", number)


def adults_label(number: int) -> str:
    """Adults in class sessions."""
    return npgettext("sub o cifră", "adult prezent", "adulți prezenți", number)


def by_gender(cell: Cell) -> str:
    """The pupils of a cell by its three parts."""
    return _("fete: %(girls)s, băieți: %(boys)s, fără precizare: %(undisclosed)s") % {
        "girls": format_number(cell.girls),
        "boys": format_number(cell.boys),
        "undisclosed": format_number(cell.undisclosed),
    }
