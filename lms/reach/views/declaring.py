"""An officer's pages: the figures of the organisation, year by year, until they are handed in."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.campaigns.models import CampaignRun
from lms.core.record_status import RecordStatus
from lms.organisations.models import MemberOrganisation
from lms.reach.models import ReportingPeriod, Submission
from lms.reach.selectors.submissions import indicator_lines, is_overdue, own_records
from lms.reach.services.declaring import (
    declare_zeros,
    is_writable,
    submit_figures,
    take_back_figures,
)
from lms.reach.services.problems import PeriodProblem
from lms.reach.views.access import needs, reporting_period


@needs("declare_figures", methods=("GET", "HEAD"))
def overview(request: HttpRequest) -> HttpResponse:
    """The years that the organisation reports on."""
    organisation = own_organisation(request)
    mine = {row.period_id: row for row in Submission.objects.for_user(request.user)}
    periods = [
        {"period": period, "submission": mine.get(period.pk), "is_late": is_overdue(period)}
        for period in ReportingPeriod.objects.all()
    ]
    context = {"organisation": organisation, "periods": periods}
    return render(request, "reach/declaring/overview.html", context)


@needs("declare_figures", methods=("GET", "HEAD"))
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Everything that the organisation says of one year."""
    period, organisation = reporting_period(year), own_organisation(request)
    submission = own_submission(period, organisation)
    lines = indicator_lines(organisation, year)
    runs = CampaignRun.objects.filter(organisation=organisation, year=year)
    context = {
        "year": year,
        "period": period,
        "organisation": organisation,
        "submission": submission,
        "lines": lines,
        "missing": sum(line.is_missing for line in lines),
        "records": own_records(organisation, year),
        "runs": runs.exclude(latest__status=RecordStatus.VOID).select_related("latest"),
        "is_writable": is_writable(submission),
        "is_late": is_overdue(period),
    }
    return render(request, "reach/declaring/year.html", context)


@needs("declare_figures", methods=("POST",))
def zeros(request: HttpRequest, year: int) -> HttpResponse:
    """Say zero wherever nothing was said."""
    try:
        made = declare_zeros(period=reporting_period(year), by=request.user)
    except PeriodProblem as problem:
        messages.error(request, str(problem))
    else:
        text = ngettext("S-a scris un zero.", "S-au scris %(n)s zerouri.", len(made))
        messages.success(request, text % {"n": len(made)})
    return redirect("reach:declare_year", year)


@needs("declare_figures", methods=("POST",))
def submit(request: HttpRequest, year: int) -> HttpResponse:
    """Hand in the figures of the year."""
    said = _("Cifrele sunt trimise. Secretariatul le verifică și vă scrie dacă are întrebări.")
    return _step(request, year, submit_figures, said)


@needs("declare_figures", methods=("POST",))
def take_back(request: HttpRequest, year: int) -> HttpResponse:
    """Take back what was handed in."""
    said = _("Cifrele sunt din nou la dumneavoastră. Schimbați-le, apoi trimiteți-le din nou.")
    return _step(request, year, take_back_figures, said)


def _step(request: HttpRequest, year: int, service: Any, said: str) -> HttpResponse:
    try:
        service(period=reporting_period(year), edition=edition_of(request), by=request.user)
    except PeriodProblem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, said)
    return redirect("reach:declare_year", year)


def edition_of(request: HttpRequest) -> int:
    """The edition that the person looked at; 0, which none has, for anything unreadable."""
    text = request.POST.get("editie", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def own_organisation(request: HttpRequest) -> MemberOrganisation:
    """The officer's organisation. Raises PermissionDenied of somebody who has none."""
    organisation = request.user.organisation
    if organisation is None:
        raise PermissionDenied
    return organisation


def own_submission(period: ReportingPeriod, organisation: MemberOrganisation) -> Submission:
    """Where the organisation stands with the period, also before it has begun."""
    found = Submission.objects.filter(period=period, organisation=organisation).first()
    return found or Submission(period=period, organisation=organisation)
