"""The library: what matches the choices, and what the page of one resource shows."""

from dataclasses import dataclass
from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse

from lms.core.audiences import Audience
from lms.core.enums import ContentLanguage
from lms.core.filtering import Offer, Option, chosen, chosen_tests, counted, fitting, has
from lms.core.stemming import stem_query
from lms.pages.enums import ResourceKind
from lms.pages.models import ResourceAudience, ResourceIndexPage, ResourcePage
from media.models import Recording


class ResourceRow(NamedTuple):
    """One resource for one group, as it is chosen by; the group is empty where it has none."""

    page: int
    kind: str
    language: str
    audience: str


@dataclass(frozen=True)
class ResourceList:
    """The resources that match and the filter form beside them."""

    words: str
    pages: list[ResourcePage]
    options: dict[str, list[Option]]

    @property
    def chosen(self) -> list[tuple[str, Option]]:
        """The choices made, each of which can be dropped."""
        return chosen(self.options)


@dataclass(frozen=True)
class OfferedFile:
    """A file as the page offers it; a recording opens on its own page."""

    title: str
    url: str
    size: int | None
    is_recording: bool


def resource_list(index: ResourceIndexPage, query: QueryDict) -> ResourceList:
    """The resources that fit every choice, the newest first; unknown choices are left out. The
    number of queries does not depend on how many there are."""
    words = query.get("q", "").strip()[:100]
    pages = list(
        ResourcePage.objects.child_of(index)
        .live()
        .public()
        .defer("body")
        .order_by("-year", "-first_published_at", "pk")
    )
    if words:
        found = ResourcePage.objects.live().search(stem_query(words), operator="and")
        keys = {page.pk for page in found}
        pages = [page for page in pages if page.pk in keys]
    rows = _rows(pages)
    offers = _offers(query)
    tests = chosen_tests(offers)
    fit = {row.page for row in fitting(rows, tests)}
    return ResourceList(
        words=words,
        pages=[page for page in pages if page.pk in fit],
        options=counted(rows, tests, offers, lambda row: row.page),
    )


def resource_context(page: ResourcePage) -> dict[str, object]:
    """Return the template's names. Recordings that are no longer public are left out."""
    files = list(page.files.select_related("document", "recording"))
    public = set(
        Recording.objects.public()
        .filter(pk__in=[file.recording_id for file in files if file.recording_id])
        .values_list("pk", flat=True)
    )
    offered = []
    for file in files:
        if file.document:
            size = file.document.get_file_size()
            offered.append(OfferedFile(file.title, file.document.url, size, False))
        elif file.recording and file.recording_id in public:
            url = reverse("recordings:one", args=[file.recording.slug])
            offered.append(OfferedFile(file.title, url, None, True))
    return {
        "files": offered,
        "audiences": [str(row) for row in page.audiences.all()],
    }


def _rows(pages: list[ResourcePage]) -> list[ResourceRow]:
    groups: dict[int, list[str]] = {}
    rows = ResourceAudience.objects.filter(page__in=[page.pk for page in pages])
    for page, audience in rows.values_list("page", "audience"):
        groups.setdefault(page, []).append(audience)
    return [
        ResourceRow(page.pk, page.kind, page.language, audience)
        for page in pages
        for audience in groups.get(page.pk, [""])
    ]


def _offers(query: QueryDict) -> dict[str, list[Offer[ResourceRow]]]:
    filters = (
        ("fel", "kind", ResourceKind),
        ("pentru", "audience", Audience),
        ("limba", "language", ContentLanguage),
    )
    return {
        key: [
            Offer(value, label, has(column, value), value == query.get(key))
            for value, label in choices.choices
        ]
        for key, column, choices in filters
    }
