"""The folder of an offline pack: the gathered pages, and those that only a pack has."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from lessons import selectors
from lessons.models import ModulePage
from lessons.offline_words import quiz_words
from lessons.packs import class_codes
from lessons.packs.build import FOLDER, INDEX, SPRITE, Page, file_name, symbols_of
from lessons.selectors.modules import Outline
from lessons.selectors.packs import key_of_pack
from lessons.views.gathering import QUIZ_SCRIPTS, Gathered, add_files, bare_request, gather
from lms.core.grades import GRADES, PRE, grade_label
from quizzes.keys import answer_key
from quizzes.presentation import present

CLASS_SCRIPT = "js/class-code.js"


def pack_parts(request: HttpRequest, outline: Outline) -> Iterator[tuple[str, bytes]]:
    """(path, content) of everything in the folder, in the order in which people need it."""
    module = ModulePage.objects.select_related("locale", "plan").get(pk=outline.pk)
    found = gather(request, outline, in_pack=True)
    names = _names(found, outline)
    extra = dict(_own_pages(request, module, outline))
    found.pages |= extra
    add_files(request, found, static(CLASS_SCRIPT))
    names |= {address: file_name(address) for address in found.files}
    names |= dict.fromkeys(found.left_out, "")
    names |= {path: f"{FOLDER}/{path}" for path in extra}
    names |= {
        f"{reverse('pages:home')}ajutor/": f"{FOLDER}/ajutor.html",
        reverse("modules:index"): INDEX,
    }
    sprite = next((a for a in found.files if SPRITE.search(a)), None)
    symbols = symbols_of(found.files[sprite]) if sprite else {}
    for path, html in found.pages.items():
        page = Page(html, names[path])
        page.stand_alone(names)
        page.draw_icons(symbols)
        if path in found.sheets:
            page.ask({"sheet": found.sheets[path], "words": quiz_words()})
            page.add_scripts([names[static(name)] for name in QUIZ_SCRIPTS])
        if path == "clasa.html":
            page.add_scripts([names[static(CLASS_SCRIPT)]])
        yield names[path], page.html.encode()
    yield "CITESTE-MA.txt", _readme(module)
    for address, content in found.files.items():
        yield names[address], content


def _names(found: Gathered, outline: Outline) -> dict[str, str]:
    """Where each page of the site lies in the folder."""
    names = {found.start: INDEX, found.review: f"{FOLDER}/recapitulare.html"}
    for number, (path, row) in enumerate(zip(found.steps, outline.steps, strict=True), start=1):
        names[path] = f"{FOLDER}/{number:02d}-{row.slug}.html"
    names[reverse("modules:pledge", args=[outline.slug])] = f"{FOLDER}/plan.html"
    return names


def _own_pages(
    request: HttpRequest, module: ModulePage, outline: Outline
) -> Iterator[tuple[str, str]]:
    """The pages that the site does not have: help, the class's code, everything on paper."""
    bare = bare_request(request, "/", in_pack=True)
    common = {"module": module, "page": module}
    contexts = {
        "ajutor.html": ("modules/pack/help.html", {}),
        "clasa.html": ("modules/pack/class.html", _class_context(module)),
        "tipar.html": ("modules/pack/print.html", {"steps": _on_paper(outline)}),
    }
    for name, (template, context) in contexts.items():
        yield name, render_to_string(template, {**common, **context}, request=bare)


def _class_context(module: ModulePage) -> dict[str, object]:
    grades = [row.grade for row in GRADES if row.grade != PRE]
    return {
        "pack": {"key": key_of_pack(module).hex()},
        "most_pupils": class_codes.MOST_PUPILS,
        "first_day": class_codes.FIRST_DAY,
        "last_day": class_codes.LAST_DAY,
        "grades": [(grade, grade_label(grade)) for grade in grades],
        "letters": [chr(code) for code in range(ord("A"), ord("Z") + 1)],
        "address": settings.SITE_URL.partition("://")[2] + reverse("classrooms:offline"),
    }


def _on_paper(outline: Outline) -> list[dict[str, object]]:
    steps = []
    for row in outline.steps:
        step: dict[str, object] = {"page": selectors.step_page(row.pk)}
        if row.question is not None:
            sheet = selectors.sheet(row.question)
            step |= {
                # Names of controls are of one page: every question has its own.
                "question": present(sheet, name=f"r{row.pk}x"),
                "lines": answer_key(sheet),
                "closing": sheet.closing,
            }
        steps.append(step)
    return steps


def _readme(module: ModulePage) -> bytes:
    text = render_to_string("modules/pack/readme.txt", {"module": module})
    # Windows Notepad needs the byte order mark to see that the diacritics are UTF-8.
    return text.strip().replace("\n", "\r\n").encode("utf-8-sig")


def pack_name(outline: Outline) -> str:
    """What the file and the folder are called."""
    return f"{outline.slug}-{get_language() or 'ro'}"
