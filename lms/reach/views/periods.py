"""Periods: open, submitted, approved, published; their versions; and every decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy

from lms.reach.enums import PeriodState
from lms.reach.forms.periods import DeadlineForm, StepReasonForm
from lms.reach.models import AuditEvent, ReachReport, ReportingPeriod
from lms.reach.restated_figures import restated_lines
from lms.reach.selectors.decisions import decisions
from lms.reach.selectors.periods import period_lines, versions_of
from lms.reach.selectors.restatements import restatement_of
from lms.reach.selectors.submissions import completeness_of
from lms.reach.services.periods import (
    approve_period,
    publish_report,
    reopen_period,
    set_deadline,
    subject_of,
    submit_period,
)
from lms.reach.services.problems import PeriodProblem
from lms.reach.views.access import for_secretariat, needs, reporting_period
from lms.reach.views.declaring import edition_of

PER_PAGE = 50
_SAID = {
    "inchide": gettext_lazy("Perioada este închisă pentru organizații și așteaptă aprobarea."),
    "aproba": gettext_lazy("Perioada este aprobată: acestea sunt cifrele care se publică."),
    "publica": gettext_lazy("Raportul este publicat și înghețat ca o versiune nouă."),
    "redeschide": gettext_lazy("Perioada este deschisă din nou."),
    "termen": gettext_lazy("Termenul este schimbat."),
}


@for_secretariat
def periods(request: HttpRequest) -> HttpResponse:
    """Every year and where its report stands."""
    return render(request, "reach/periods/list.html", {"rows": period_lines()})


@needs("close_periods")
def period(request: HttpRequest, year: int) -> HttpResponse:
    """One year: its next step, what changed since it was published, its versions."""
    found = reporting_period(year)
    deadline = DeadlineForm(initial={"deadline": found.deadline})
    reason = StepReasonForm()
    if request.method == "POST":
        deadline, reason, is_done = _step(request, found, deadline, reason)
        if is_done:
            return redirect("reach:period", year)
        found.refresh_from_db()
    restatement = restatement_of(year)
    matrix = completeness_of(found)
    context = {
        "period": found,
        "states": _states(found),
        "versions": versions_of(found),
        "restatement": restatement,
        "restated": restated_lines(restatement, year) if restatement else [],
        "handed_in": matrix.handed_in,
        "expected": matrix.expected,
        "deadline_form": deadline,
        "reason_form": reason,
        "decisions": decisions(
            AuditEvent.objects.filter(subject=subject_of(found)).select_related("actor")[:20]
        ),
    }
    return render(request, "reach/periods/period.html", context)


@for_secretariat
def version(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The bytes of a published version, as they were frozen."""
    report = get_object_or_404(ReachReport, period__year=year, version=number)
    response = HttpResponse(report.content, content_type="application/json")
    name = f"protect-raport-{year}-v{number}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-SHA256"] = report.sha256
    return response


@for_secretariat
def every_decision(request: HttpRequest) -> HttpResponse:
    """Who decided what, when and why, newest first."""
    events = AuditEvent.objects.select_related("actor")
    page = Paginator(events, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"page_obj": page, "decisions": decisions(page.object_list)}
    return render(request, "reach/periods/decisions.html", context)


def _step(
    request: HttpRequest, found: ReportingPeriod, deadline: DeadlineForm, reason: StepReasonForm
) -> tuple[DeadlineForm, StepReasonForm, bool]:
    """Take the step that was asked for; whether it was taken, with the forms to show again."""
    asked = request.POST.get("pas", "")
    common: dict[str, Any] = {"period": found, "edition": edition_of(request), "by": request.user}
    if asked == "termen":
        deadline = DeadlineForm(request.POST)
        if not deadline.is_valid():
            return deadline, reason, False
        common["deadline"] = deadline.cleaned_data["deadline"]
    if asked == "redeschide" or (asked == "publica" and found.reports.exists()):
        reason = StepReasonForm(request.POST)
        if not reason.is_valid():
            return deadline, reason, False
        common["reason"] = reason.cleaned_data["reason"]
    try:
        _service(asked)(**common)
    except PeriodProblem as problem:
        messages.error(request, str(problem))
        # With a reason that was typed the page comes back as it is; else the state is shown anew.
        return deadline, reason, not reason.is_bound
    messages.success(request, str(_SAID[asked]))
    return deadline, reason, True


def _service(asked: str) -> Callable[..., object]:
    services: dict[str, Callable[..., object]] = {
        "inchide": submit_period,
        "aproba": approve_period,
        "publica": publish_report,
        "redeschide": reopen_period,
        "termen": set_deadline,
    }
    if asked not in services:
        raise Http404
    return services[asked]


def _states(found: ReportingPeriod) -> list[dict[str, object]]:
    """The four states in order, with those that are behind."""
    order = list(PeriodState)
    at = order.index(PeriodState(found.state))
    return [
        {"name": state.label, "is_now": number == at, "is_done": number < at}
        for number, state in enumerate(order)
    ]
