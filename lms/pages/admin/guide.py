"""The editors' guide, where editors are: what stands in docs/ for whoever reads the code."""

from itertools import pairwise

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

GUIDE = "docs/ghidul-redactorului.md"


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The guide with its contents; in Romanian, as it is written."""
    markdown = MarkdownIt("commonmark", {"html": False})
    # The title, three tokens, is the screen's own.
    tokens = markdown.parse((settings.BASE_DIR / GUIDE).read_text())[3:]
    sections = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            anchor = slugify(inline.content)
            opening.attrSet("id", anchor)
            sections.append({"anchor": anchor, "title": inline.content})
    text = markdown.renderer.render(tokens, markdown.options, {})
    return render(request, "pages/admin/guide.html", {"text": text, "sections": sections})
