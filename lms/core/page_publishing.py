"""Publishing many pages at once passes by their forms, and their rules hold all the same.

An app whose pages must add up before readers get them calls `register` with the page's type and a
function that says what is wrong with the latest draft of one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

DraftErrors = Callable[[Any], Mapping[str, object]]
_rules: list[tuple[type[Page], DraftErrors]] = []


def errors_of(page: Page) -> dict[str, object]:
    """What is wrong with the latest draft of this page, by the rules of its type."""
    found: dict[str, object] = {}
    for page_type, draft_errors in _rules:
        if isinstance(page, page_type):
            found.update(draft_errors(page))
    return found


def register(page_type: type[Page], errors_of: DraftErrors) -> None:
    """Refuse to publish in bulk while one of the pages of this type has something wrong."""
    _rules.append((page_type, errors_of))

    def only_whole_pages(
        request: HttpRequest, action_type: str, objects: list[object], action: object
    ) -> HttpResponse | None:
        pages = [item for item in objects if isinstance(item, Page)]
        if action_type != "publish" or not pages:
            return None
        going = page_type.objects.filter(pk__in=[page.pk for page in pages])
        if request.POST.get("include_descendants"):
            for page in pages:
                going |= page_type.objects.descendant_of(page).not_live()
        for page in going:
            if errors := errors_of(page):
                problems = " ".join(str(problem) for problem in errors.values())
                text = _("Nu s-a publicat nimic. %(page)s: %(problems)s")
                messages.error(request, text % {"page": page.title, "problems": problems})
                return redirect("wagtailadmin_explore", page.get_parent().pk)
        return None

    hooks.register("before_bulk_action", only_whole_pages)
