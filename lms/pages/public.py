"""Every public address of the site, with its translations: for the sitemap and for share cards."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from lessons.models import ConventionArticle
from lms.core import generation
from lms.core.models import BasePage
from lms.pages.search.places import all_places
from media.models import Recording


@dataclass(frozen=True)
class PublicAddress:
    """One address: the whole of it, when it was last published, and its kin by language."""

    url: str
    changed: datetime | None
    kin: dict[str, str]

    @property
    def default(self) -> str:
        """For readers of any other language: the Romanian one where there is one."""
        return self.kin.get(settings.LANGUAGE_CODE, self.url)


def public_addresses() -> list[PublicAddress]:
    """All of them: pages of the tree that are for everybody, then views, then what views show."""
    return [*_pages(), *_places(), *_records()]


def is_public(page: Page) -> bool:
    """Whether a page is published for everybody. One query a generation, for all pages."""
    closed = generation.kept("restricted", _restricted_paths)
    return bool(page.live) and not page.path.startswith(closed)


def _restricted_paths() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def _pages() -> Iterable[PublicAddress]:
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths()}
    pages = Page.objects.live().public().filter(depth__gt=1)
    hidden = tuple(Page.objects.not_live().filter(numchild__gt=0).values_list("path", flat=True))
    rows = pages.order_by("path").values_list(
        "path",
        "url_path",
        "translation_key",
        "locale__language_code",
        "last_published_at",
        "content_type__model",
    )
    listed = _listed_models()
    groups: dict[object, dict[str, str]] = defaultdict(dict)
    found = []
    for path, url_path, key, language, changed, model in rows:
        root = roots.get(language)
        # A page below an unpublished one answers 404.
        if model not in listed or root is None or path.startswith(hidden):
            continue
        if url_path.startswith(root):
            url = _home(language) + url_path.removeprefix(root)
            groups[key][language] = url
            found.append((url, changed, key))
    return [PublicAddress(url, changed, groups[key]) for url, changed, key in found]


def _places() -> Iterable[PublicAddress]:
    for place in all_places().values():
        if place.in_sitemap:
            kin = {
                language: settings.SITE_URL + place.address(language) for language in place.words
            }
            yield from (PublicAddress(url, None, kin) for url in kin.values())


def _records() -> Iterable[PublicAddress]:
    """Recordings and articles of the Convention, in the languages that are complete."""
    articles = ConventionArticle.objects.order_by("number").values_list("number", flat=True)
    recordings = Recording.objects.public().order_by("slug").values_list("slug", flat=True)
    named = [("lessons:article", number) for number in articles]
    for view, argument in [*named, *(("recordings:one", slug) for slug in recordings)]:
        kin = {}
        for language in settings.COMPLETE_LANGUAGES:
            with translation.override(language):
                kin[language] = settings.SITE_URL + reverse(view, args=[argument])
        yield from (PublicAddress(url, None, kin) for url in kin.values())


def _listed_models() -> set[str]:
    """The kinds of page that are found by themselves."""
    return {
        model._meta.model_name or ""
        for model in apps.get_models()
        if issubclass(model, BasePage) and model.is_listed
    }


def _home(language: str) -> str:
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return f"{settings.SITE_URL}{prefix}/"
