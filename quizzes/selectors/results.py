"""What a class answered: counts only, of answers that are there and of those that are gone."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Sum

from quizzes.labels import text_of
from quizzes.models import Answer, OptionTally, PairTally, QuestionTally, QuestionVersion
from quizzes.sheets import QuestionSheet
from quizzes.tallying import option_counts, pair_amounts, pairs_of

# Fewer than this many learners are not shown as a group.
FEWEST = 10
_Place = tuple[UUID, int]


@dataclass(frozen=True, slots=True)
class StepTally:
    """First tries at one version of a question in one place: how many, how many right (0 where
    nothing is right or wrong), and how often each thing was picked (`marking.picks`)."""

    step: UUID
    version_id: int
    sheet: QuestionSheet
    n: int
    right: int
    options: dict[str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """How a group answered the same question at the start and at the end, of those who did both.

    `before` and `after` are means: of scores from 0 to 1, on a scale of the numbers of its steps.
    """

    activity: UUID
    version_id: int
    sheet: QuestionSheet
    n: int
    before: float
    after: float
    rose: int
    fell: int

    @property
    def text(self) -> str:
        """The question in one line."""
        return text_of(self.sheet)

    @property
    def same(self) -> int:
        """How many answered the same both times."""
        return self.n - self.rose - self.fell


def tallies_of_group(group: UUID) -> list[StepTally]:
    """What a class answered, of each question in each place, also after its answers are gone.

    Four queries, however many learners there are.
    """
    numbers: dict[_Place, Counter[str]] = defaultdict(Counter)
    options: dict[_Place, Counter[str]] = defaultdict(Counter)
    live: dict[_Place, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for row in _live(group):
        place = row["step"], row["version"]
        numbers[place].update(n=row["times"], right=row["times"] * (row["score"] == 1))
        live[place].append((tuple(row["response"]), row["times"]))
    for tally in QuestionTally.objects.filter(group=group):
        numbers[tally.step, tally.version_id].update(n=tally.n, right=tally.right)
    for tally in OptionTally.objects.filter(group=group):
        options[tally.step, tally.version_id][tally.option] += tally.n
    sheets = _sheets(version for _step, version in numbers)
    for place, responses in live.items():
        options[place].update(option_counts(sheets[place[1]], responses))
    return [
        StepTally(
            step=step,
            version_id=version,
            sheet=sheets[version],
            n=count["n"],
            right=count["right"],
            options=dict(options[step, version]),
        )
        for (step, version), count in sorted(numbers.items())
    ]


def change_of_group(group: UUID) -> list[Change]:
    """The questions that a class was asked at the start and at the end, where at least ten
    answered both."""
    sums: dict[tuple[UUID, int], Counter[str]] = defaultdict(Counter)
    for (activity, _attempt), answers in _asked_twice(group).items():
        for pair in pairs_of(answers):
            sums[activity, pair.version_id].update(pair_amounts(pair))
    for tally in PairTally.objects.filter(group=group):
        sums[tally.activity, tally.version_id].update(_amounts_of(tally))
    return changes_of_sums(sums)


def changes_of_all() -> list[Change]:
    """The same over all classes whose answers are gone, for editors."""
    rows = PairTally.objects.values("activity", "version").annotate(
        total=Sum("n"),
        sum_before=Sum("before"),
        sum_after=Sum("after"),
        sum_rose=Sum("rose"),
        sum_fell=Sum("fell"),
    )
    return changes_of_sums(
        {
            (row["activity"], row["version"]): Counter(
                n=row["total"],
                before=row["sum_before"],
                after=row["sum_after"],
                rose=row["sum_rose"],
                fell=row["sum_fell"],
            )
            for row in rows.order_by()
        }
    )


def _live(group: UUID) -> Any:
    first = Answer.objects.of_group(group).first_tries().order_by()
    return first.values("step", "version", "response", "score").annotate(times=Count("pk"))


def _asked_twice(group: UUID) -> dict[tuple[UUID, UUID], list[Answer]]:
    """Answers to what stood in two places, by activity and attempt."""
    first = Answer.objects.of_group(group).first_tries()
    twice = (
        first.order_by()
        .values("version")
        .annotate(places=Count("step", distinct=True))
        .filter(places__gt=1)
        .values("version")
    )
    found: dict[tuple[UUID, UUID], list[Answer]] = defaultdict(list)
    for answer in first.filter(version__in=twice).select_related("attempt", "version"):
        found[answer.attempt.activity, answer.attempt_id].append(answer)
    return found


def _amounts_of(tally: PairTally) -> dict[str, float]:
    return {name: getattr(tally, name) for name in ("n", "before", "after", "rose", "fell")}


def changes_of_sums(sums: dict[tuple[UUID, int], Counter[str]]) -> list[Change]:
    """The changes that these sums (`tallying.pair_amounts`) add up to, by activity and version;
    none of fewer than ten people."""
    enough = {key: total for key, total in sums.items() if total["n"] >= FEWEST}
    sheets = _sheets(version for _activity, version in enough)
    return [
        Change(
            activity=activity,
            version_id=version,
            sheet=sheets[version],
            n=total["n"],
            before=total["before"] / total["n"],
            after=total["after"] / total["n"],
            rose=total["rose"],
            fell=total["fell"],
        )
        for (activity, version), total in sorted(enough.items())
    ]


def _sheets(versions: Iterable[int]) -> dict[int, QuestionSheet]:
    found = QuestionVersion.objects.filter(pk__in=set(versions))
    return {version.pk: version.sheet for version in found}
