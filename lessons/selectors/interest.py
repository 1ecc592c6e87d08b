"""Who downloads what, in counts: interest in lessons, which is never reach."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from lessons.enums import DownloadRole
from lessons.models import DownloadAnswer, KitDownload, LessonEdition, LessonPlanPage


@dataclass(frozen=True)
class EditionInterest:
    """Downloads of one edition: whole kits, other files, and all of them by role in the order
    of `DownloadRole`."""

    edition: LessonEdition
    whole: int
    other: int
    by_role: list[int]


@dataclass(frozen=True)
class PlanAnswers:
    """What was said beside the downloads of one plan: how often, where, for how many pupils."""

    plan: LessonPlanPage
    answers: int
    counties: int
    schools: int
    planned_pupils: int


def interest_in_editions() -> list[EditionInterest]:
    """Every edition that was downloaded, the most downloaded first. Two queries."""
    whole = Q(part="")
    counts = {role.value: Count("pk", filter=Q(role=role)) for role in DownloadRole}
    found = (
        KitDownload.objects.order_by()
        .values("edition")
        .annotate(whole=Count("pk", filter=whole), other=Count("pk", filter=~whole), **counts)
    )
    rows = [dict[str, Any](row) for row in found]
    rows.sort(key=lambda row: (-row["whole"], -row["other"], row["edition"]))
    editions = LessonEdition.objects.select_related("plan").in_bulk(
        [row["edition"] for row in rows]
    )
    return [
        EditionInterest(
            editions[row["edition"]],
            row["whole"],
            row["other"],
            [row[role.value] for role in DownloadRole],
        )
        for row in rows
    ]


def answers_of_plans() -> list[PlanAnswers]:
    """Every plan beside whose download somebody answered, the most answered first. Two queries."""
    rows = list(
        DownloadAnswer.objects.order_by()
        .values("plan")
        .annotate(
            answers=Count("pk"),
            counties=Count("county", distinct=True),
            schools=Count("school", distinct=True),
            planned_pupils=Sum("planned_pupils", default=0),
        )
    )
    rows.sort(key=lambda row: (-row["answers"], row["plan"]))
    plans = LessonPlanPage.objects.in_bulk([row["plan"] for row in rows])
    return [PlanAnswers(**{**row, "plan": plans[row["plan"]]}) for row in rows]
