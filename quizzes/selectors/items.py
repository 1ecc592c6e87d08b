"""Item analysis for editors: how each question works, from tallies of classes that are over."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from django.db.models import F, Sum

from quizzes.enums import MARKED_KINDS
from quizzes.labels import pick_text, text_of
from quizzes.marking import pick_fits
from quizzes.models import OptionTally, QuestionTally, QuestionVersion
from quizzes.selectors.results import FEWEST

Sums = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One version of a question over all classes.

    `difficulty` is the share that answered right: the higher, the easier. `discrimination` is the
    correlation, from -1 to 1, between this question's score and the mean of the others'; None when
    too few answered others or all answered alike. `wrong` is what was most often picked and does
    not fit, with how often; None when nothing wrong was picked.
    """

    version: QuestionVersion
    n: int
    difficulty: float
    discrimination: float | None
    wrong: tuple[str, int] | None

    @property
    def text(self) -> str:
        """The question in one line."""
        return text_of(self.version.sheet)

    @property
    def percent(self) -> int:
        """The share that answered right, of a hundred."""
        return round(100 * self.difficulty)


def item_analysis() -> list[Item]:
    """The questions with a right answer that at least ten learners answered, the hardest first."""
    rows = QuestionTally.objects.values("version").annotate(
        total=Sum("n"),
        all_right=Sum("right"),
        pairs=Sum("paired"),
        x=Sum("sum_x"),
        y=Sum("sum_y"),
        xx=Sum("sum_xx"),
        yy=Sum("sum_yy"),
        xy=Sum("sum_xy"),
    )
    enough = {row["version"]: row for row in rows.order_by().filter(total__gte=FEWEST)}
    versions = QuestionVersion.objects.filter(pk__in=enough).select_related("question__locale")
    marked = [version for version in versions if version.sheet.kind in MARKED_KINDS]
    picked = _picked([version.pk for version in marked])
    items = [
        Item(
            version=version,
            n=enough[version.pk]["total"],
            difficulty=enough[version.pk]["all_right"] / enough[version.pk]["total"],
            discrimination=correlation(enough[version.pk]),
            wrong=_most_picked_wrong(version, picked.get(version.pk, {})),
        )
        for version in marked
    ]
    return sorted(items, key=lambda item: (item.difficulty, item.version.pk))


def correlation(sums: Sums) -> float | None:
    """Pearson's r of x and y from their sums {pairs, x, y, xx, yy, xy}: with right and wrong as 1
    and 0 the point-biserial one. None for fewer than ten pairs or when one of them never varies."""
    n = sums["pairs"]
    if n < FEWEST:
        return None
    varied = (n * sums["xx"] - sums["x"] ** 2) * (n * sums["yy"] - sums["y"] ** 2)
    # Sums of fractions come out a little beside zero.
    if varied < 1e-9:
        return None
    r = (n * sums["xy"] - sums["x"] * sums["y"]) / sqrt(varied)
    return max(-1.0, min(1.0, r))


def _picked(versions: list[int]) -> dict[int, dict[str, int]]:
    rows = (
        OptionTally.objects.filter(version__in=versions)
        .order_by()
        .values("version", pick=F("option"))
        .annotate(times=Sum("n"))
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["version"], {})[row["pick"]] = row["times"]
    return found


def _most_picked_wrong(version: QuestionVersion, picked: dict[str, int]) -> tuple[str, int] | None:
    sheet = version.sheet
    wrong = {pick: times for pick, times in picked.items() if pick_fits(sheet, pick) is False}
    if not wrong:
        return None
    pick = min(wrong, key=lambda pick: (-wrong[pick], pick))
    return pick_text(sheet, pick), wrong[pick]
