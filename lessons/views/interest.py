"""Downloads as editors and the secretariat read them, in Wagtail's admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessons.enums import DownloadRole
from lessons.selectors.interest import answers_of_plans, interest_in_editions


@require_safe
def interest(request: HttpRequest) -> HttpResponse:
    """Downloads of every edition, and what was said beside them."""
    if not request.user.has_perm("lessons.view_kitdownload"):
        raise PermissionDenied
    context = {
        "roles": [role.label for role in DownloadRole],
        "editions": interest_in_editions(),
        "answers": answers_of_plans(),
    }
    return render(request, "lessons/admin/interest.html", context)
