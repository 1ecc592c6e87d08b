"""What the report adds to the secretariat's home: the way to it, and what it asks for."""

from collections.abc import Iterator

from django.db.models import Count, F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.core.record_status import RecordStatus
from lms.people.links import Link
from lms.people.models import User
from lms.people.todo import TodoItem
from lms.reach.counting import Standing
from lms.reach.counting.filters import SessionFilter
from lms.reach.enums import HANDED_IN, PeriodState, SubmissionState
from lms.reach.models import DeclaredFigure, ReportingPeriod, Submission
from lms.reach.selectors import held_back

# Days before a deadline from which it stands on top.
SOON = 14


def report_links(user: User) -> Iterator[Link]:
    """The report of the running year, for whoever may read it; what trainings led to, for who
    plans them."""
    if user.has_perm("reach.view_reach_report"):
        year = timezone.localdate().year
        title = _("Raportul anului %(year)s") % {"year": year}
        yield title, reverse("reach:report", args=[year]), "print"
    if user.has_perm("reach.close_periods"):
        yield _("Perioade de raportare"), reverse("reach:periods"), "clock"
    if user.has_perm("training.plan_training_events"):
        yield _("Cascada formărilor"), reverse("cascade"), "people"
    if user.has_perm("reach.declare_figures") and user.organisation_id:
        yield _("Raportarea anuală"), reverse("reach:declare"), "check"


def figures_todo(user: User) -> Iterator[TodoItem]:
    """What an organisation owes, and what waits to be verified."""
    if user.has_perm("reach.declare_figures") and user.organisation_id:
        yield from _owed(user)
    if user.has_perm("reach.review_figures"):
        yield from _to_verify(user)


def _owed(user: User) -> Iterator[TodoItem]:
    mine = {row.period_id: row for row in Submission.objects.for_user(user)}
    for period in ReportingPeriod.objects.order_by("year"):
        row = mine.get(period.pk)
        words = {"year": period.year}
        url = reverse("reach:declare_year", args=[period.year])
        if row and row.state == SubmissionState.RETURNED:
            title = _("Cifrele anului %(year)s sunt returnate") % words
            yield TodoItem(title=title, text=row.reason, url=url, action=_("Corectați"), soon=True)
        elif period.state == PeriodState.OPEN and period.deadline and not _is_handed_in(row):
            title = _("Trimiteți cifrele anului %(year)s") % words
            text = _("Termen: %s.") % format_date(period.deadline)
            soon = (period.deadline - timezone.localdate()).days <= SOON
            yield TodoItem(title=title, text=text, url=url, action=_("Deschideți"), soon=soon)


def _is_handed_in(row: Submission | None) -> bool:
    return row is not None and row.state in HANDED_IN


def _to_verify(user: User) -> Iterator[TodoItem]:
    waiting = DeclaredFigure.objects.for_user(user).filter(latest__status=RecordStatus.REPORTED)
    handed = waiting.filter(
        organisation__submissions__period__year=F("year"),
        organisation__submissions__state=SubmissionState.SUBMITTED,
    )
    numbers = handed.values("year").annotate(number=Count("pk")).order_by("year")
    for row in numbers:
        yield TodoItem(
            title=_("Cifre de verificat, %(year)s") % row,
            text=_("Organizațiile le-au trimis; le acceptați sau le returnați."),
            url=f"{reverse('reach:inbox')}?an={row['year']}&fel=cifre",
            action=_("Deschideți"),
            count=row["number"],
        )


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
