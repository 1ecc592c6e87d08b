"""What is to be checked, with one button for what has not changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from lms.abroad.admin.facts import fact_state, fact_value
from lms.abroad.models import LabourFact
from lms.abroad.selectors.due import draft_count, due_list
from lms.abroad.services import confirm_fact

CHANGE = "abroad.change_labourfact"


@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """Published values that were not checked for too long, the stale ones first."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    found = due_list(request.GET.get("tara", ""), request.GET.get("ce", ""))
    rows = [(fact, fact_value(fact), fact_state(fact)) for fact in found.facts]
    context = {"rows": rows, "options": found.options, "drafts": draft_count()}
    return render(request, "abroad/admin/due.html", context)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a value was read in its source today and is the same."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    fact = get_object_or_404(LabourFact, pk=pk)
    try:
        confirm_fact(fact=fact)
    except ValidationError as problem:
        messages.error(request, problem.message)
        return redirect("labourfact:edit", pk)
    log(instance=fact, action="abroad.confirm", user=request.user)
    messages.success(request, _("Notat: %(fact)s, verificat azi.") % {"fact": fact})
    # Back to what the editor was going through.
    return redirect(f"{reverse('abroad_due')}?{request.GET.urlencode()}")
