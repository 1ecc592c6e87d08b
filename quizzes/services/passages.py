"""A learner's way through one file of an activity, as rows keep it between two statements."""

from dataclasses import dataclass, field

from django.utils import timezone

from media.h5p.attempts import Attempt as Told
from media.h5p.scoring import Result, rescore, rescore_item
from media.h5p.wordless import without_words
from media.h5p.xapi import Claim, Statement
from quizzes.activity_contents import KnownContent
from quizzes.models import ActivityItemResult, ActivityLaunch, ActivityResult
from quizzes.models.activities import Scored


@dataclass
class Passage:
    """What was told of a launch so far. `items_changed` and `outcome` say what is to be saved."""

    launch: ActivityLaunch
    told: Told
    results: dict[Statement, Result | None] = field(default_factory=dict)
    items_changed: bool = False
    outcome: Statement | None = None
    result: Result | None = None

    def add(self, known: KnownContent, statement: Statement) -> None:
        """Take one more statement. What ends nothing changes nothing, and no word that a learner
        typed stays. Raises ResponseError for a response that the content cannot have given."""
        told = self.told.after(statement)
        if told is self.told:
            return
        if statement.top_level:
            self.result, self.outcome = rescore(known.content, told), statement
            self.told = self.told.after(without_words(known.content, statement))
            self.items_changed |= bool(told.items)
            return
        result = rescore_item(known.content, statement)
        kept = without_words(known.content, statement)
        self.told, self.items_changed = self.told.after(kept), True
        self.results[kept] = result

    def save(self) -> None:
        """Write what changed, within the transaction that read it."""
        if self.items_changed:
            self.launch.items.all().delete()
            rows = [self._row(one, pending=False) for one in self.told.items]
            rows += [self._row(one, pending=True) for one in self.told.pending]
            ActivityItemResult.objects.bulk_create(rows)
        if self.outcome is not None:
            ActivityResult.objects.update_or_create(
                attempt_id=self.launch.attempt_id,
                step=self.launch.step,
                activity_id=self.launch.revision.activity_id,
                defaults={
                    "revision": self.launch.revision,
                    "seconds": self.outcome.seconds,
                    "updated_at": timezone.now(),
                    **_fields(self.result),
                },
            )

    def _row(self, statement: Statement, *, pending: bool) -> ActivityItemResult:
        return ActivityItemResult(
            launch=self.launch,
            item=statement.item,
            pending=pending,
            response=statement.response,
            seconds=statement.seconds,
            **_fields(self.results.get(statement)),
        )


def passage_of(launch: ActivityLaunch) -> Passage:
    """The passage of a launch as it was saved: two queries."""
    of_file = ActivityResult.objects.filter(
        attempt=launch.attempt_id, step=launch.step, revision=launch.revision_id
    )
    ended = of_file.first()
    outcome = Statement("completed", score=_claim(ended)) if ended else None
    passage = Passage(launch, Told(outcome))
    items: list[Statement] = []
    pending: list[Statement] = []
    for row in launch.items.all():
        statement = Statement(
            "answered",
            item=row.item,
            has_parent=True,
            score=_claim(row),
            seconds=row.seconds,
            response=row.response,
        )
        (pending if row.pending else items).append(statement)
        passage.results[statement] = _result(row)
    passage.told = Told(outcome, tuple(items), tuple(pending))
    return passage


def _claim(row: Scored) -> Claim | None:
    return None if row.raw is None or row.max is None else Claim(row.raw, row.max)


def _result(row: Scored) -> Result | None:
    if row.raw is None or row.max is None:
        return None
    by = "server" if row.by == "server" else "client"
    return Result(row.raw, row.max, by, row.passed)  # type: ignore[arg-type]


def _fields(result: Result | None) -> dict[str, object]:
    if result is None:
        return {"raw": None, "max": None, "by": "", "passed": None}
    return {"raw": result.raw, "max": result.max, "by": result.by, "passed": result.passed}
