"""Links that stand on every page. Read once a generation."""

from collections.abc import Callable, Iterable
from itertools import chain

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core import generation
from lms.helplines.enums import Reader, Situation
from lms.pages.keeping.translations import Older, older_of
from lms.pages.models import (
    HelpPage,
    MagazineIndexPage,
    MemberIndexPage,
    NewsIndexPage,
    StandardPage,
)

register = template.Library()

Links = list[dict[str, str]]


@register.simple_tag
def footer_pages() -> Links:
    """News, the magazine and the standard pages of the footer in the reader's language:
    [{title, url}]."""
    return _links("footer", _footer_pages)


@register.simple_tag
def older_translation(page: object) -> Older | None:
    """What readers of this page are told, when it states legal facts and its original changed.
    Asks the database for translations of such pages only."""
    if not isinstance(page, Page) or not getattr(page, "states_legal_facts", False):
        return None
    return older_of(page)


@register.simple_tag
def member_links() -> Links:
    """The members' profiles in the reader's language: [{title, url}]."""
    return _links("members", _member_pages)


@register.simple_tag
def beside_members(index: MemberIndexPage) -> Links:
    """What the list of members leads to besides the members: [{title, url}]."""
    return _links(f"beside:{index.pk}", lambda _language: index.other_pages())


@register.simple_tag
def help_pages(above: Page) -> list[dict[str, object]]:
    """The help pages below this one, for each reader in the order of situations:
    [{key, title, pages}]; a reader without pages is left out."""
    pages = list(HelpPage.objects.live().child_of(above))
    pages.sort(key=lambda page: Situation.values.index(page.situation))
    titles = {Reader.CHILD: _("Ești copil sau adolescent"), Reader.ADULT: _("Sunteți adult")}
    groups = [
        {
            "key": reader.value,
            "title": title,
            "pages": [one for one in pages if one.reader == reader],
        }
        for reader, title in titles.items()
    ]
    return [group for group in groups if group["pages"]]


def _links(name: str, pages: Callable[[str], Iterable[Page]]) -> Links:
    language = get_language() or "ro"

    def links() -> Links:
        return [{"title": page.title, "url": page.url} for page in pages(language)]

    return generation.kept(f"{name}:{language}", links)


def _footer_pages(language: str) -> Iterable[Page]:
    lists = (model.objects.live() for model in (NewsIndexPage, MagazineIndexPage))
    standing = StandardPage.objects.live().filter(in_footer=True)
    return chain(*(pages.filter(locale__language_code=language) for pages in (*lists, standing)))


def _member_pages(language: str) -> Iterable[Page]:
    index = MemberIndexPage.objects.live().filter(locale__language_code=language).first()
    return index.members() if index else ()
