"""Files of closed collections on pages that everybody reads: the editor is told, because readers
would see a gap where the picture is, and sign-in behind the link."""

from collections.abc import Iterator

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from media.models import ContentDocument, ContentImage
from media.selectors import is_closed

_expected: dict[type[Page], frozenset[str]] = {}


def register_kept_parts(model: type[Page], *parts: str) -> None:
    """Say which parts of a page (fields, or kinds of rows) are for trainers: closed files belong
    there."""
    _expected[model] = frozenset(parts)


def closed_files(page: Page) -> list[str]:
    """The titles of closed pictures and documents in the public parts of a page as it is edited,
    links within texts and stories included."""
    titles = {item.title for item in _files_of(page) if is_closed(item)}
    return sorted(titles)


def warn(request: HttpRequest, page: Page) -> None:
    """Tell the editor of a page that everybody reads; a draft that saves itself says nothing."""
    if not request.accepts("text/html"):
        return
    page = page.specific
    if page.get_view_restrictions().exists():
        return
    if titles := closed_files(page):
        messages.warning(
            request,
            _(
                "Pagina este pentru toți, dar folosește fișiere dintr-o colecție închisă, pe care "
                "cititorii nu le vor vedea: %(titles)s. Mutați-le într-o colecție deschisă sau "
                "alegeți altele."
            )
            % {"titles": ", ".join(titles)},
        )


def _files_of(page: Page) -> Iterator[ContentImage | ContentDocument]:
    expected = _expected.get(type(page), frozenset())
    pictures = ContentType.objects.get_for_model(ContentImage).pk
    documents = ContentType.objects.get_for_model(ContentDocument).pk
    wanted: dict[int, set[str]] = {pictures: set(), documents: set()}
    # What Wagtail's index of references reads of a page that is saved, read of the one in work.
    for kind, key, path, _place in ReferenceIndex._extract_references_from_object(page):
        if kind in wanted and path.split(".")[0] not in expected:
            wanted[kind].add(key)
    yield from ContentImage.objects.filter(pk__in=wanted[pictures]).select_related("collection")
    yield from ContentDocument.objects.filter(pk__in=wanted[documents]).select_related("collection")
