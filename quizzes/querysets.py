"""Vocabulary of attempts, answers and tallies."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from quizzes.activity_tallying import Ended, Opened

if TYPE_CHECKING:
    from quizzes.models import ActivityLaunch, ActivityResult, Answer, Attempt  # noqa: F401


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts and their time."""

    def run_out(self, now: datetime) -> "AttemptQuerySet":
        """Attempts that are to be counted and deleted: their time has come, or the learner's."""
        return self.filter(Q(expires_at__lte=now) | Q(learner__expires_at__lte=now))

    def of_group(self, group: UUID) -> "AttemptQuerySet":
        """The attempts of one class."""
        return self.filter(group=group)


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Answers and which of them count."""

    def first_tries(self) -> "AnswerQuerySet":
        """The answers that count: the first of each learner in each place."""
        return self.filter(number=1)

    def of_group(self, group: UUID) -> "AnswerQuerySet":
        """The answers of one class that are not deleted yet."""
        return self.filter(attempt__group=group)


class LaunchQuerySet(models.QuerySet["ActivityLaunch"]):
    """Launches of activities."""

    def of_group(self, group: UUID) -> "LaunchQuerySet":
        """The launches of one class whose attempts are not deleted yet."""
        return self.filter(attempt__group=group)

    def opened(self) -> list[Opened]:
        """What counting needs of them, one query."""
        fields = ("attempt", "step", "revision__activity", "revision")
        return [Opened(*row) for row in self.values_list(*fields)]


class ActivityResultQuerySet(models.QuerySet["ActivityResult"]):
    """Results of activities."""

    def of_group(self, group: UUID) -> "ActivityResultQuerySet":
        """The results of one class whose attempts are not deleted yet."""
        return self.filter(attempt__group=group)

    def ended(self) -> list[Ended]:
        """What counting needs of them, one query."""
        fields = ("attempt", "step", "activity", "revision", "raw", "max", "by")
        return [Ended(*row) for row in self.values_list(*fields)]


class TallyQuerySet(models.QuerySet[Any]):
    """Tallies are only ever added to."""

    def add_up(self, key: dict[str, Any], amounts: dict[str, float]) -> None:
        """Add these amounts to the row of this key, made when there is none. Runs in the
        transaction of the deletion that it counts."""
        row, _made = self.get_or_create(**key)
        self.filter(pk=row.pk).update(**{name: F(name) + value for name, value in amounts.items()})
