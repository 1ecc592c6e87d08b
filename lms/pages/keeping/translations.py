"""What a language lacks, and what it says of an older original.

The Romanian page is the original of all others. A translation is older when its original was
published after the version that somebody last compared it with; one that nobody confirmed counts
as made from what was there when it was first published. Publishing a translation again confirms
nothing: an editor may have mended a comma.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.content_checks import Finding
from lms.core.enums import ContentLanguage
from lms.core.models import BasePage
from lms.pages.keeping.texts import edit_address
from lms.pages.models import TranslationState


@dataclass(frozen=True)
class Older:
    """A published translation whose original changed at `changed_at`."""

    page: Page
    source: Page
    changed_at: datetime


def originals() -> Any:
    """Published Romanian pages."""
    return Page.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)


def older_translations(pages: Iterable[Page] | None = None) -> list[Older]:
    """Of these pages (all published ones by default) the translations that are older."""
    if pages is None:
        pages = Page.objects.live().filter(depth__gt=1, alias_of=None).select_related("locale")
    translations = [
        page
        for page in pages
        if page.locale.language_code != settings.LANGUAGE_CODE and page.alias_of_id is None
    ]
    keys = [page.translation_key for page in translations]
    sources = {page.translation_key: page for page in originals().filter(translation_key__in=keys)}
    states = TranslationState.objects.filter(page__in=translations)
    compared = dict(states.values_list("page_id", "source_published_at"))
    return [
        Older(page, source, source.last_published_at)
        for page in translations
        if (source := sources.get(page.translation_key))
        and _is_newer(source, compared.get(page.pk) or page.first_published_at)
    ]


def older_of(page: Page) -> Older | None:
    """Whether this page is a translation of something that changed since."""
    return next(iter(older_translations([page])), None)


def _is_newer(source: Page, than: datetime | None) -> bool:
    return bool(source.last_published_at and than and source.last_published_at > than)


def find_older() -> Iterator[Finding]:
    """Older translations as findings."""
    for older in older_translations():
        what = _("originalul s-a schimbat la %(date)s") % {
            "date": f"{older.changed_at:%d.%m.%Y}",
        }
        where = f"{older.page.title} ({older.page.locale.language_code})"
        yield Finding(where, what, edit_address(older.page))


def find_left_behind() -> Iterator[Finding]:
    """Published translations whose original was retired."""
    translations = Page.objects.live().filter(depth__gt=1, alias_of=None)
    translations = translations.exclude(locale__language_code=settings.LANGUAGE_CODE)
    retired = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, live=False)
    # A draft was never out: what is said of it in another language may well come first.
    retired = retired.exclude(first_published_at=None)
    keys = retired.values("translation_key")
    for page in translations.filter(translation_key__in=keys).select_related("locale"):
        where = f"{page.title} ({page.locale.language_code})"
        yield Finding(where, _("originalul nu mai este publicat"), edit_address(page))


def find_missing() -> Iterator[Finding]:
    """Originals that a language lacks. Of what hangs below such a page nothing is said."""
    languages: dict[object, set[str]] = defaultdict(set)
    rows = Page.objects.live().values_list("translation_key", "locale__language_code")
    for key, language in rows:
        languages[key].add(language)
    said: dict[str, list[str]] = defaultdict(list)
    for page in originals().order_by("path").specific():
        for language in _expected(page):
            below = any(page.path.startswith(path) for path in said[language])
            if language not in languages[page.translation_key] and not below:
                said[language].append(page.path)
                what = _("lipsește în limba: %(language)s") % {
                    "language": ContentLanguage(language).label
                }
                yield Finding(page.title, what, edit_address(page))


def _expected(page: Page) -> Iterable[str]:
    return page.expected_languages if isinstance(page, BasePage) else ()
