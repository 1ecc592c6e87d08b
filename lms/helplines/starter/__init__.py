"""The help lines that a new site starts with."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.utils.translation import ngettext

from lms.helplines.models import Helpline, HelplineText, HelplineUse

WORDS = ("name", "for_whom", "hours", "cost")
FACTS = ("number", "dial", "order", "in_strip", "published", "source_title", "source_address")


def load() -> str:
    """Add the lines that are not there yet."""
    rows = tomllib.loads((Path(__file__).parent / "helplines.toml").read_text())["helplines"]
    added = sum(_add(row) for row in rows)
    return ngettext("%d linie de ajutor", "%d linii de ajutor", added) % added


def _add(row: dict[str, object]) -> bool:
    line, is_new = Helpline.objects.get_or_create(
        key=row["key"],
        defaults={
            "theme": row.get("theme", ""),
            "languages": row.get("languages", []),
            "note": row.get("note", ""),
            "web": row.get("web", ""),
            # From memory: a draft until an editor enters where and when it was read.
            "checked_on": row.get("checked_on"),
            **{name: row[name] for name in FACTS},
        },
    )
    if is_new:
        HelplineText.objects.bulk_create(
            HelplineText(
                helpline=line,
                language=language,
                **{word: row[f"{word}_{language}"] for word in WORDS},
            )
            for language, _name in settings.LANGUAGES
        )
        HelplineUse.objects.bulk_create(
            HelplineUse(helpline=line, situation=situation, reader=reader, place=place)
            for situation, reader, place in row.get("uses", [])
        )
    return is_new
