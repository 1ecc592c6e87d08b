"""Pages that facts point at are not deleted: singly, in bulk, with a parent, as alias, translated.

The database refuses such a deletion (PROTECT), but Wagtail would answer it with an error page.
Each app that owns facts calls `register` with a function that picks, from pages about to go, the
ids of those its facts stand on.
"""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

FactPages = Callable[[Iterable[int]], Iterable[int]]


def kin_of(pages: Iterable[Page]) -> set[int]:
    """The ids of these pages, all below them, and every alias, source and translation of those."""
    doomed: set[int] = set()
    for page in pages:
        doomed.update(page.get_descendants(inclusive=True).values_list("pk", flat=True))
    related = Page.objects.filter(pk__in=doomed)
    keys = related.values("translation_key")
    sources = related.filter(alias_of__isnull=False).values("alias_of")
    kin = Page.objects.filter(
        Q(translation_key__in=keys) | Q(pk__in=sources) | Q(alias_of__in=doomed)
    )
    return doomed | set(kin.values_list("pk", flat=True))


def register(facts_on: FactPages, reason: str) -> None:
    """Refuse every deletion in the admin that touches a page `facts_on` returns.

    `reason` is a lazy translated sentence that says why and what to do instead.
    """

    def refusal(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
        held = list(facts_on(kin_of(pages)))
        if not held:
            return None
        titles = ", ".join(Page.objects.filter(pk__in=held).values_list("title", flat=True)[:3])
        messages.error(
            request,
            _("Nu s-a șters nimic. %(reason)s (%(titles)s)")
            % {
                "reason": reason,
                "titles": titles,
            },
        )
        parent = pages[0].get_parent()
        return redirect("wagtailadmin_explore", parent.pk if parent else pages[0].pk)

    def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
        return refusal(request, [page])

    def before_bulk(
        request: HttpRequest, action_type: str, objects: list[object], action: object
    ) -> HttpResponse | None:
        pages = [item for item in objects if isinstance(item, Page)]
        return refusal(request, pages) if action_type == "delete" and pages else None

    hooks.register("before_delete_page", before_delete)
    hooks.register("before_bulk_action", before_bulk)
