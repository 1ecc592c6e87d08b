"""The conditions of what is for trainers: read by whoever signs in, accepted before a download."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lms.training.conditions import CONDITIONS, CONDITIONS_VERSION
from lms.training.models import Facilitator
from lms.training.selectors import READ_TRAINERS_PART
from lms.training.selectors.facilitators import accepted_by
from lms.training.services import accept_conditions


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def conditions(request: HttpRequest) -> HttpResponse:
    """The words; a POST keeps that they are accepted and goes on to the file that was wanted. A
    form whose words are no longer those of today is shown again instead."""
    wanted = request.POST.get("urmeaza") or request.GET.get("urmeaza", "")
    may = _may_open_something(request)
    is_of_today = request.POST.get("versiune") == CONDITIONS_VERSION
    if request.method == "POST" and may and is_of_today:
        accept_conditions(user=request.user)
        return redirect(_safe(request, wanted) or "training:conditions")
    context = {
        "conditions": CONDITIONS,
        "version": CONDITIONS_VERSION,
        "wanted": _safe(request, wanted),
        "accepted": accepted_by(request.user).filter(version=CONDITIONS_VERSION).first(),
        "before": accepted_by(request.user).exclude(version=CONDITIONS_VERSION).exists(),
        "may_accept": may,
    }
    return render(request, "training/facilitators/conditions.html", context)


def _may_open_something(request: HttpRequest) -> bool:
    if request.user.has_perm(READ_TRAINERS_PART):
        return True
    return Facilitator.objects.tied_to(request.user).valid().exists()


def _safe(request: HttpRequest, address: str) -> str:
    """An address of this site, or nothing."""
    hosts = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure())
    return address if is_ours and address.startswith("/") else ""
