"""Case studies, in each language that has them."""

import tomllib
from pathlib import Path

from wagtail.models import Locale

from lessons.models import CaseStudy

FOLDER = Path(__file__).parent


def load() -> None:
    """Add the case studies that are not there yet; a translation shares its original's key."""
    for language in ("ro", "en"):
        locale = Locale.objects.get_or_create(language_code=language)[0]
        path = FOLDER / f"case_studies.{language}.toml"
        for row in tomllib.loads(path.read_text())["cases"]:
            if not CaseStudy.objects.filter(slug=row["slug"], locale=locale).exists():
                _add(row, locale)


def _add(row: dict, locale: Locale) -> None:
    case = CaseStudy(
        slug=row["slug"],
        locale=locale,
        title=row["title"],
        age_band=row["age_band"],
        theme=row["theme"],
        sensitivity=row["sensitivity"],
        story=row["story"],
        questions="\n".join(row["questions"]),
        teacher_note=row["teacher_note"],
    )
    original = CaseStudy.objects.filter(slug=row["slug"]).exclude(locale=locale).first()
    if original:
        case.translation_key = original.translation_key
    case.full_clean(exclude=["translation_key"])
    case.save()
