"""What the report adds to the secretariat's home: the way to it, and what it asks for."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.people.links import Link
from lms.people.models import User
from lms.people.todo import TodoItem
from lms.reach.counting import Standing
from lms.reach.counting.filters import SessionFilter
from lms.reach.selectors import held_back


def report_links(user: User) -> Iterator[Link]:
    """The report of the running year, for whoever may read it."""
    if user.has_perm("reach.view_reach_report"):
        year = timezone.localdate().year
        title = _("Raportul anului %(year)s") % {"year": year}
        yield title, reverse("reach:report", args=[year]), "print"


def report_todo(user: User) -> Iterator[TodoItem]:
    """Sessions of the running year that the figures leave out, for whoever may read the report.
    What is unconfirmed stands on the home page already, from class sessions."""
    if not user.has_perm("reach.view_reach_report"):
        return
    year = timezone.localdate().year
    numbers = held_back(year)
    notices = (
        (
            Standing.QUARANTINED,
            _("Sesiuni în carantină"),
            _("Au o greșeală care le ține în afara cifrelor."),
        ),
        (
            Standing.DUPLICATE,
            _("Posibile dubluri"),
            _("Spuneți dacă sunt dubluri; până atunci nu se numără."),
        ),
    )
    for standing, title, text in notices:
        if number := numbers[standing]:
            url = reverse("reach:sessions", args=[year]) + SessionFilter(standing=standing).query()
            yield TodoItem(title=title, text=text, url=url, action=_("Deschideți"), count=number)
