"""Everything that is due, on one screen."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.core import content_checks
from lms.pages.duties import is_editor


@require_safe
def content(request: HttpRequest) -> HttpResponse:
    """What is due, a group after the other; with `?tot=1` also what takes long to look for."""
    if not is_editor(request.user):
        raise PermissionDenied
    everything = "tot" in request.GET
    groups = [
        {"key": group.key, "title": group.title, "findings": list(group.find())}
        for group in content_checks.groups(cheap_only=not everything)
    ]
    context = {"groups": groups, "everything": everything}
    return render(request, "pages/admin/content.html", context)
