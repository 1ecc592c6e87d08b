"""The cascade of trainings, as a page and as a file."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.reach.exports.cascade_csv import cascade_csv
from lms.reach.selectors.cascade import FEWEST_TOLD_APART, cascade_of
from lms.reach.views.access import View, period_of
from lms.reach.views.report import csv_response


def for_trainers(view: View) -> View:
    """Sign-in first, then the permission to plan trainings or 403."""
    plans = permission_required("training.plan_training_events", raise_exception=True)(view)
    return require_safe(never_cache(login_required(plans)))


@for_trainers
def cascade(request: HttpRequest) -> HttpResponse:
    """What those whom one trained have taught: of the own trainings, for the secretariat of all."""
    year = _year(request)
    context = {
        "cascade": cascade_of(request.user, year, timezone.localdate()),
        "year": year,
        "fewest": FEWEST_TOLD_APART,
    }
    return render(request, "reach/cascade.html", context)


@for_trainers
def cascade_as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same trainings as a file, one a line."""
    year = _year(request)
    found = cascade_of(request.user, year, timezone.localdate())
    return csv_response(cascade_csv(found), f"protect-cascada-{year}.csv")


def _year(request: HttpRequest) -> int:
    """The year of ?an=, the running one without; 404 of what cannot be one."""
    today = timezone.localdate()
    asked = request.GET.get("an", str(today.year))
    if not (asked.isascii() and asked.isdigit() and len(asked) == 4):
        raise Http404
    return period_of(int(asked), today).start.year
