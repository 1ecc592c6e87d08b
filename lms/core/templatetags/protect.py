"""Template tags that every page uses: numbers, dates, icons, facts, language links."""

import functools

import segno
from django import template
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeData, SafeString
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from lms.core import facts, generation, numbers

register = template.Library()

# In which languages a section of the menu is offered.
EVERY_LANGUAGE, COMPLETE_ONLY = True, False
# The lists that a page which is not translated leads to in the other language.
SECTIONS = ("lectii", "module", "formare")


@register.filter
def grouped(value: int | None) -> str:
    """78970 -> "78 970" with a space that does not break."""
    return "" if value is None else numbers.format_number(value)


@register.filter
def file_size(value: int) -> str:
    """Bytes -> "1,2 MB" in the reader's language."""
    return numbers.format_size(value, get_language() or "ro")


@register.filter
def with_facts(text: object) -> str:
    """Replace fact tokens by their current values; safe text stays safe, values are escaped."""
    language = get_language() or "ro"
    # The rich text of a block is an object that only says that it is safe once it is a string.
    shown = str(text)
    if isinstance(shown, SafeData):
        return SafeString(facts.replace_tokens(shown, language, conditional_escape))
    return facts.replace_tokens(shown, language)


@register.simple_tag
@functools.cache
def icon(name: str) -> str:
    """One icon of the sprite, hidden from screen readers: the words beside it say it all."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
@functools.lru_cache(maxsize=256)
def qr(address: str) -> str:
    """An address as a QR code, an inline drawing that prints sharp at any size.

    Finding the mask takes 14 ms, as long as the rest of a page: a worker keeps the last drawings.
    """
    drawing = segno.make(address, error="m").svg_inline(border=0, omitsize=True, svgclass=None)
    # The library's own drawing: the address is in it as black and white fields only.
    return SafeString(drawing)


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict[str, object]]:
    """This page's address in each language: [{code, name, url, current, translated}]; a page that
    is not translated leads to that language's home."""
    request, page, current = context.get("request"), context.get("page"), get_language()
    if request is None:
        return []
    urls: dict[str, str] = {}
    if isinstance(page, Page) and page.pk:
        urls = _addresses(page)
    links = []
    for code, _name in settings.LANGUAGES:
        home = _home(code)
        url = urls.get(code) or _elsewhere(request, page, home, code)
        links.append(
            {
                "code": code,
                "name": get_language_info(code)["name_local"],
                "url": url,
                "current": code == current,
                "translated": code in urls or (not page and url != home),
            }
        )
    return links


def _elsewhere(request: HttpRequest, page: object, home: str, code: str) -> str:
    """Where the switch leads when the page itself is not in that language: to the same view with
    the same query, from a lesson or a module to their list, from any other page home."""
    if not page:
        return translate_url(request.get_full_path(), code) if _speaks(request, code) else home
    if code not in settings.COMPLETE_LANGUAGES:
        return home
    section = next((word for word in SECTIONS if f"/{word}/" in request.path), None)
    return f"{home}{section}/" if section else home


def _speaks(request: HttpRequest, code: str) -> bool:
    match = request.resolver_match
    return code in settings.COMPLETE_LANGUAGES or bool(
        match and match.namespace in settings.KNOWLEDGE_VIEWS
    )


def _addresses(page: Page) -> dict[str, str]:
    """The published addresses of a page by language: one light query, where `Page.get_url` needs
    three heavy ones. The roots of the languages are read once a generation."""
    roots = generation.kept("roots", _roots)
    found = page.get_translations(inclusive=True).live()
    return {
        code: _home(code) + url_path.removeprefix(roots[code])
        for code, url_path in found.values_list("locale__language_code", "url_path")
        if code in roots
    }


def _roots() -> dict[str, str]:
    return {root.language_code: root.root_path for root in Site.get_site_root_paths()}


def _home(code: str) -> str:
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


@register.simple_tag(takes_context=True)
def site_sections(context: template.Context) -> list[dict[str, object]]:
    """The main menu: [{title, url, current}]. Page addresses keep their Romanian words. A language
    that is not complete has what it offers."""
    request = context.get("request")
    home = reverse("pages:home")
    sections = [
        (_("Lecții"), reverse("lessons:catalogue"), COMPLETE_ONLY),
        (_("Module"), reverse("modules:index"), COMPLETE_ONLY),
        (_("Formare"), reverse("training:programmes"), COMPLETE_ONLY),
        (_("Muncă în străinătate"), f"{home}munca-in-strainatate/", EVERY_LANGUAGE),
        (_("Ajutor"), f"{home}ajutor/", EVERY_LANGUAGE),
        (_("Impact"), reverse("reach:impact"), COMPLETE_ONLY),
        (_("Membri"), f"{home}membri/", COMPLETE_ONLY),
        (_("Căutare"), reverse("pages:search"), EVERY_LANGUAGE),
    ]
    path = request.path if request else ""
    is_complete = get_language() in settings.COMPLETE_LANGUAGES
    return [
        {"title": title, "url": url, "current": path.startswith(url)}
        for title, url, in_every_language in sections
        if is_complete or in_every_language
    ]


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, key: str, value: object) -> str:
    """This address with one query key set."""
    query = context["request"].GET.copy()
    query[key] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def dropped(context: template.Context, key: str, value: str) -> str:
    """This address without one value of one query key, and from the first page."""
    query = context["request"].GET.copy()
    query.setlist(key, [kept for kept in query.getlist(key) if kept != value])
    query.pop("pagina", None)
    return f"?{query.urlencode()}"
