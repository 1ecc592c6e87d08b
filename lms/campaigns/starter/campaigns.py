"""Campaigns from their TOML files: one language a file, translations joined by `short`."""

import tomllib
from pathlib import Path
from typing import Any

from lms.campaigns.models import AdvertLine, CampaignIndexPage, CampaignPage
from lms.core.starter_pages import list_page, publish_below

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
    title, intro = INDEX_WORDS[language]
    fields = {"title": title, "slug": "campanii", "intro": intro, "search_description": intro}
    return list_page(CampaignIndexPage, language, **fields)


def _load_file(data: dict[str, Any]) -> bool:
    kin = CampaignPage.objects.filter(short=data["short"])
    if kin.filter(locale__language_code=data["locale"]).exists():
        return False
    page = CampaignPage(
        search_description=data["summary"],
        body=[(block["type"], block["value"]) for block in data["body"]],
        **{name: data[name] for name in SAME if name in data},
        **{name: "\n".join(data[name]) for name in LINES},
    )
    for order, line in enumerate(data["advert"]):
        page.advert_lines.add(AdvertLine(sort_order=order, **line))
    publish_below(index_page(data["locale"]), page, kin.first())
    return True
