"""Programmes from their TOML files: one programme a file, translations joined by `key`."""

import tomllib
from pathlib import Path
from typing import Any

from wagtail.models import Locale, Page

from lms.training.models import (
    AgendaItem,
    ProgrammeAudience,
    ProgrammeIndexPage,
    ProgrammePage,
)

FOLDER = Path(__file__).parent / "programmes"
INDEX_WORDS = {
    "ro": (
        "Formare",
        "Programe de formare scrise pe larg, pentru cei care întâlnesc în munca lor oameni "
        "exploatați sau copii în pericol: agendă, activități, fișe și adeverință.",
    ),
    "en": (
        "Training",
        "Training programmes for those whose work brings them close to exploited people or to "
        "children in danger: agenda, activities, handouts and a certificate.",
    ),
}
SAME = (
    "title",
    "slug",
    "kind",
    "duration",
    "certificate_share",
    "summary",
    "for_whom",
    "content_note",
    "licence",
    "guide",
)
LINES = ("outcomes", "takeaways", "trainer_needs")


def load(folder: Path = FOLDER) -> int:
    """Add the lists in both languages and the programmes that are not there yet; return how many
    programmes were added."""
    for language in INDEX_WORDS:
        index_page(language)
    files = sorted(folder.glob("*.toml"), key=lambda path: (not path.stem.endswith(".ro"), path))
    return sum(_load_file(tomllib.loads(path.read_text())) for path in files)


def index_page(language: str) -> ProgrammeIndexPage:
    """The list of programmes in this language, made below its home page when missing."""
    locale = Locale.objects.get(language_code=language)
    index = ProgrammeIndexPage.objects.filter(locale=locale).first()
    if index:
        return index
    title, intro = INDEX_WORDS[language]
    index = ProgrammeIndexPage(
        title=title, slug="formare", intro=intro, search_description=intro, locale=locale
    )
    original = ProgrammeIndexPage.objects.first()
    if original:
        index.translation_key = original.translation_key
    Page.objects.get(depth=2, locale=locale).add_child(instance=index)
    index.save_revision().publish()
    return index


def _load_file(data: dict[str, Any]) -> bool:
    locale = Locale.objects.get(language_code=data["locale"])
    if ProgrammePage.objects.filter(slug=data["slug"], locale=locale).exists():
        return False
    programme = ProgrammePage(
        locale=locale,
        search_description=data["summary"],
        body=[(block["type"], block["value"]) for block in data["body"]],
        **{name: data[name] for name in SAME if name in data},
        **{name: "\n".join(data[name]) for name in LINES},
    )
    for order, audience in enumerate(data["audiences"]):
        programme.audiences.add(ProgrammeAudience(sort_order=order, audience=audience))
    for order, item in enumerate(data["agenda"]):
        programme.agenda.add(AgendaItem(sort_order=order, **item))
    original = ProgrammePage.objects.filter(slug=data["key"]).exclude(locale=locale).first()
    if original:
        programme.translation_key = original.translation_key
    index_page(data["locale"]).add_child(instance=programme)
    programme.full_clean()
    programme.save_revision().publish()
    return True
