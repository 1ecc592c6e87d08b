"""Who may read the secretariat's report."""

from collections.abc import Callable
from datetime import date

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core.periods import Period

View = Callable[..., HttpResponseBase]


def for_secretariat(view: View) -> View:
    """A private page that only reads: strangers are sent to sign in, others without the permission
    are told so (403)."""
    permitted = permission_required("reach.view_reach_report", raise_exception=True)(view)
    return require_safe(never_cache(login_required(permitted)))


def period_of(year: int, today: date) -> Period:
    """The period of an address. Raises Http404 for a year that cannot have records."""
    if not EARLIEST_YEAR <= year <= today.year + 1:
        raise Http404
    return Period.year(year)
