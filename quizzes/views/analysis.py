"""How questions work and how activities are used, for editors. Pupils' pages belong to lessons."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quizzes.selectors import FEWEST, activity_uses, changes_of_all, item_analysis


def item_analysis_page(request: HttpRequest) -> HttpResponse:
    """Difficulty, discrimination and what misleads, of questions with enough answers."""
    if not request.user.has_perm("quizzes.view_question"):
        raise PermissionDenied
    context = {"items": item_analysis(), "changes": changes_of_all(), "fewest": FEWEST}
    return render(request, "quizzes/admin/items.html", context)


def activity_uses_page(request: HttpRequest) -> HttpResponse:
    """How often the files of activities were opened and ended in classes that are over."""
    if not request.user.has_perm("quizzes.view_question"):
        raise PermissionDenied
    context = {"uses": activity_uses(), "fewest": FEWEST}
    return render(request, "quizzes/admin/activities.html", context)
