"""Curriculum hooks, articles of the Convention and figures with their sources."""

import csv
import tomllib
from pathlib import Path

from lessons.models import ConventionArticle, CurriculumHook, Statistic

FOLDER = Path(__file__).parent


def load() -> None:
    """Add the rows that are not there yet."""
    for row in _rows("curriculum_hooks.csv"):
        known = {
            name: value or None if name in ("month", "day") else value
            for name, value in row.items()
        }
        CurriculumHook.objects.get_or_create(code=known.pop("code"), defaults=known)
    for row in _rows("convention_articles.csv"):
        ConventionArticle.objects.get_or_create(number=row.pop("number"), defaults=row)
    for row in tomllib.loads((FOLDER / "statistics.toml").read_text())["statistics"]:
        Statistic.objects.get_or_create(
            key=row["key"],
            defaults={
                "value": row["value"],
                "value_en": row["value_en"],
                "label": row["label_ro"],
                "label_en": row["label_en"],
                "period": row["period"],
                "source_title": row["source_title"],
                "source_address": row["source_address"],
                "use_note": row.get("use_note", ""),
            },
        )


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="") as file:
        return list(csv.DictReader(file))
