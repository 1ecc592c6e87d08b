"""Who may read the secretariat's report."""

from collections.abc import Callable
from datetime import date

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core.periods import Period
from lms.reach.models import ReportingPeriod

View = Callable[..., HttpResponseBase]


def for_secretariat(view: View) -> View:
    """A private page that only reads: strangers are sent to sign in, others without the permission
    are told so (403)."""
    permitted = permission_required("reach.view_reach_report", raise_exception=True)(view)
    return require_safe(never_cache(login_required(permitted)))


def needs(permission: str, *, methods: tuple[str, ...] = ("GET", "HEAD", "POST")):
    """A private page that also writes: sign-in first, then this permission of reach or 403."""

    def wrap(view: View) -> View:
        permitted = permission_required(f"reach.{permission}", raise_exception=True)(view)
        return require_http_methods(list(methods))(never_cache(login_required(permitted)))

    return wrap


def reporting_period(year: int) -> ReportingPeriod:
    """The period of an address. Raises Http404 when nobody opened it."""
    return get_object_or_404(ReportingPeriod, year=year)


def period_of(year: int, today: date) -> Period:
    """The period of an address. Raises Http404 for a year that cannot have records."""
    if not EARLIEST_YEAR <= year <= today.year + 1:
        raise Http404
    return Period.year(year)
