"""Campaigns from their TOML files: one language a file, translations joined by `short`."""

import tomllib
from pathlib import Path
from typing import Any

from wagtail.models import Locale, Page

from lms.campaigns.models import AdvertLine, CampaignIndexPage, CampaignPage

FOLDER = Path(__file__).parent / "campaigns"
INDEX_WORDS = {
    "ro": (
        "Campanii",
        "Povești scurte și anunțuri de privit cu atenție, ca să recunoști la timp o capcană.",
    ),
    "en": (
        "Campaigns",
        "Short stories and adverts to look at closely, made so that you spot a trap in time.",
    ),
}
SAME = (
    "title", "slug", "summary", "theme", "age_band", "for_whom", "short", "starts_on", "ends_on",
    "content_note", "share_text", "poster_line", "advert_title", "advert_place", "pledge_title",
    "pledge_intro",
)  # fmt: skip
LINES = ("actions", "pledge_prompts")


def load(folder: Path = FOLDER) -> int:
    """Add what is not there yet; return how many campaigns were added."""
    for language in INDEX_WORDS:
        index_page(language)
    files = sorted(folder.glob("*.toml"), key=lambda path: (not path.stem.endswith(".ro"), path))
    return sum(_load_file(tomllib.loads(path.read_text())) for path in files)


def index_page(language: str) -> CampaignIndexPage:
    """The list in this language, made below its home page when missing."""
    locale = Locale.objects.get(language_code=language)
    index = CampaignIndexPage.objects.filter(locale=locale).first()
    if index:
        return index
    title, intro = INDEX_WORDS[language]
    index = CampaignIndexPage(
        title=title, slug="campanii", intro=intro, search_description=intro, locale=locale
    )
    original = CampaignIndexPage.objects.first()
    if original:
        index.translation_key = original.translation_key
    Page.objects.get(depth=2, locale=locale).add_child(instance=index)
    index.save_revision().publish()
    return index


def _load_file(data: dict[str, Any]) -> bool:
    locale = Locale.objects.get(language_code=data["locale"])
    if CampaignPage.objects.filter(short=data["short"], locale=locale).exists():
        return False
    page = CampaignPage(
        locale=locale,
        search_description=data["summary"],
        body=[(block["type"], block["value"]) for block in data["body"]],
        **{name: data[name] for name in SAME if name in data},
        **{name: "\n".join(data[name]) for name in LINES},
    )
    for order, line in enumerate(data["advert"]):
        page.advert_lines.add(AdvertLine(sort_order=order, **line))
    original = CampaignPage.objects.filter(short=data["short"]).first()
    if original:
        page.translation_key = original.translation_key
    index_page(data["locale"]).add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    return True
