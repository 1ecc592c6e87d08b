"""One campaign run: register, correct, take back."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.campaigns.models import CampaignRun
from lms.campaigns.services import RunExists, RunMovedOn
from lms.reach.forms.figures import WithdrawForm
from lms.reach.forms.runs import RunForm
from lms.reach.models import ReportingPeriod
from lms.reach.services.runs import correct_run, register_run, withdraw_run
from lms.reach.views.access import needs, reporting_period
from lms.reach.views.declaring import own_organisation


@needs("declare_figures", methods=("GET", "HEAD"))
def new(request: HttpRequest) -> HttpResponse:
    """From a campaign's page to its form, in the last year that has begun; to the list of years
    where nobody has opened one."""
    begun = ReportingPeriod.objects.filter(year__lte=timezone.localdate().year)
    period = begun.order_by("-year").first()
    if period is None:
        return redirect("reach:declare")
    query = urlencode({"campanie": request.GET.get("campanie", "")})
    return redirect(f"{reverse('reach:register_run', args=[period.year])}?{query}")


@needs("declare_figures")
def register(request: HttpRequest, year: int) -> HttpResponse:
    """Report a run; it counts at once and waits to be verified."""
    reporting_period(year)
    form = RunForm(
        request.POST or None,
        organisation=own_organisation(request),
        year=year,
        by=request.user,
        campaign=request.GET.get("campanie", ""),
    )
    if request.method == "POST" and form.is_valid():
        try:
            register_run(
                event_key=form.event_key_said,
                year=year,
                method=form.cleaned_data["method"],
                client_id=form.cleaned_data["client_id"] or form.initial["client_id"],
                by=request.user,
                **form.said,
            )
        except RunExists:
            form.add_error(
                "name",
                _(
                    "Ați raportat deja acest eveniment, numărat la fel. "
                    "Deschideți-l și schimbați-l."
                ),
            )
        else:
            messages.success(request, _("Campania este salvată."))
            return redirect("reach:declare_year", year)
    return render(request, "reach/declaring/run.html", {"form": form, "year": year})


@needs("declare_figures")
def correct(request: HttpRequest, run: UUID) -> HttpResponse:
    """Say otherwise of a run."""
    found = _own_or_404(request, run)
    organisation = own_organisation(request)
    form = RunForm(
        request.POST or None,
        organisation=organisation,
        year=found.year,
        by=request.user,
        run=found,
    )
    if request.method == "POST" and form.is_valid():
        try:
            correct_run(
                run=found,
                expected=form.cleaned_data["expected"] or 0,
                by=request.user,
                **form.said,
            )
        except RunMovedOn:
            form.add_error(
                None,
                _(
                    "Cineva a schimbat campania între timp. Nu s-a salvat nimic: "
                    "reîncărcați pagina și scrieți din nou."
                ),
            )
        else:
            messages.success(request, _("Campania este salvată."))
            return redirect("reach:declare_year", found.year)
    context = {
        "form": form,
        "run": found,
        "year": found.year,
        "history": found.revisions.select_related("recorded_by").order_by("-number"),
    }
    return render(request, "reach/declaring/run.html", context)


@needs("declare_figures")
def withdraw(request: HttpRequest, run: UUID) -> HttpResponse:
    """Take a run back, with a reason."""
    found = _own_or_404(request, run)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw_run(run=found, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Campania este luată înapoi. Rămâne în istoric."))
        return redirect("reach:declare_year", found.year)
    name = found.latest.name if found.latest else found.event_key
    context = {"form": form, "year": found.year, "name": name or found.event_key, "label": ""}
    return render(request, "reach/declaring/withdraw.html", context)


def _own_or_404(request: HttpRequest, public_id: UUID) -> CampaignRun:
    """A run of the officer's own organisation."""
    if not request.user.has_perm("campaigns.register_campaign_runs"):
        raise PermissionDenied
    own = CampaignRun.objects.filter(organisation=own_organisation(request))
    return get_object_or_404(own.select_related("latest__project"), public_id=public_id)
