"""Pages of starter content: published, and each the translation of its kin in other languages."""

from typing import Any, TypeVar

from wagtail.models import Page

Kind = TypeVar("Kind", bound=Page)


def publish_below(parent: Page, page: Kind, original: Page | None = None) -> Kind:
    """Publish a page below another one and in its language, as a translation of the original."""
    page.locale = parent.locale
    if original is not None:
        page.translation_key = original.translation_key
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def list_page(kind: type[Kind], language: str, **fields: Any) -> Kind:
    """The one page of this kind in this language; published below the home page where there is
    none yet, with these fields."""
    known: Kind | None = kind.objects.filter(locale__language_code=language).first()
    if known is not None:
        return known
    home = Page.objects.select_related("locale").get(depth=2, locale__language_code=language)
    return publish_below(home, kind(**fields), kind.objects.first())
