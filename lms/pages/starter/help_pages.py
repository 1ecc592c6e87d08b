"""Help by situation and age, below the help page of each language that has one."""

import tomllib
from pathlib import Path

from wagtail.models import Locale

from lms.core.starter_pages import publish_below
from lms.pages.models import HelpPage, StandardPage

FOLDER = Path(__file__).parent
_TEXTS = ("title", "intro", "after_call", "cannot_speak")


def load() -> int:
    """Add the pages that are not there yet; return how many."""
    rows = tomllib.loads((FOLDER / "help.toml").read_text())["pages"]
    added = 0
    for locale in Locale.objects.order_by("pk"):
        above = StandardPage.objects.filter(
            locale=locale, feature=StandardPage.Feature.HELPLINES
        ).first()
        if above is not None:
            known = set(HelpPage.objects.child_of(above).values_list("slug", flat=True))
            added += sum(_add(row, above) for row in rows if row["slug"] not in known)
    return added


def _add(row: dict, above: StandardPage) -> bool:
    words = row[above.locale.language_code]
    page = HelpPage(
        slug=row["slug"],
        situation=row["situation"],
        reader=row["reader"],
        search_description=words["intro"],
        steps="\n".join(words["steps"]),
        **{name: words[name] for name in _TEXTS},
    )
    publish_below(above, page, HelpPage.objects.filter(slug=row["slug"]).first())
    return True
