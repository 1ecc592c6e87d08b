"""What came of activities: counts only, of attempts that are there and of those that are gone."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from media.models import Activity, ActivityRevision
from quizzes.activity_tallying import activity_amounts
from quizzes.models import ActivityLaunch, ActivityResult, ActivityTally
from quizzes.selectors.results import FEWEST

_SUMS = ("n", "completed", "by_server", "by_client", "full", "share")


@dataclass(frozen=True, slots=True)
class ActivityCounts:
    """How many opened an activity, came to an end of it, had a score and whose word it was, had the
    full one; `share` is the sum of the shares of the full score."""

    n: int = 0
    completed: int = 0
    by_server: int = 0
    by_client: int = 0
    full: int = 0
    share: float = 0

    @property
    def scored(self) -> int:
        """How many had a score."""
        return self.by_server + self.by_client

    @property
    def percent(self) -> int | None:
        """The mean share of the full score, of a hundred; None for fewer than ten scores."""
        return round(100 * self.share / self.scored) if self.scored >= FEWEST else None


@dataclass(frozen=True, slots=True)
class StepActivity:
    """One activity at one step of a class, whichever of its files was shown there."""

    step: UUID
    activity: int
    title: str
    counts: ActivityCounts


@dataclass(frozen=True, slots=True)
class ActivityUse:
    """One file of an activity over all classes that are over."""

    activity: int
    title: str
    number: int
    kind: str
    counts: ActivityCounts


def activities_of_group(group: UUID) -> list[StepActivity]:
    """What came of activities in a class, also after its attempts are gone. Two queries where
    there is none, four where there are, however many learners there are."""
    sums: dict[tuple[UUID, int], Counter[str]] = defaultdict(Counter)
    opened = ActivityLaunch.objects.of_group(group).opened()
    ended = ActivityResult.objects.of_group(group).ended() if opened else []
    for one, amounts in activity_amounts(opened, ended):
        sums[one.step, one.activity].update(amounts)
    tallies = ActivityTally.objects.filter(group=group)
    for step, activity, *amounts in tallies.values_list("step", "revision__activity", *_SUMS):
        sums[step, activity].update(dict(zip(_SUMS, amounts, strict=True)))
    if not sums:
        return []
    titles = dict(
        Activity.objects.filter(pk__in={pk for _step, pk in sums}).values_list("pk", "title")
    )
    return [
        StepActivity(step, activity, titles[activity], ActivityCounts(**total))
        for (step, activity), total in sorted(sums.items(), key=lambda item: item[0])
    ]


def activity_counts(activity: Activity) -> ActivityCounts | None:
    """The use of an activity in classes that are over; None for fewer than ten who opened it."""
    total = ActivityTally.objects.filter(revision__activity=activity).aggregate(
        **{name: Sum(name) for name in _SUMS}
    )
    return ActivityCounts(**total) if (total["n"] or 0) >= FEWEST else None


def activity_uses() -> list[ActivityUse]:
    """Every file of an activity that at least ten learners opened in classes that are over."""
    rows = ActivityTally.objects.values("revision").annotate(
        total=Sum("n"),
        ends=Sum("completed"),
        server=Sum("by_server"),
        client=Sum("by_client"),
        all_full=Sum("full"),
        shares=Sum("share"),
    )
    enough = {row["revision"]: row for row in rows.order_by().filter(total__gte=FEWEST)}
    revisions = ActivityRevision.objects.filter(pk__in=enough).select_related("activity")
    revisions = revisions.order_by("activity__title", "activity", "number")
    return [
        ActivityUse(
            revision.activity_id,
            revision.activity.title,
            revision.number,
            revision.main_library,
            ActivityCounts(
                n=row["total"],
                completed=row["ends"],
                by_server=row["server"],
                by_client=row["client"],
                full=row["all_full"],
                share=row["shares"],
            ),
        )
        for revision in revisions.defer("content", "told", "manifest", "files")
        if (row := enough[revision.pk])
    ]
