"""Tallies: what stays of answers when the attempts are gone. Counts of groups, of nobody."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from quizzes.models.versions import QuestionVersion
from quizzes.querysets import TallyQuerySet


class Tally(models.Model):
    """Of which version, in which class."""

    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    group = models.UUIDField(db_index=True)
    n = models.PositiveIntegerField(default=0)

    objects = TallyQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.version_id} / {self.group}: {self.n}"


class QuestionTally(Tally):
    """First tries at one question in one place: how many, how many right, and the sums that the
    correlation of its score (x) with the mean of the other scores (y) is computed from."""

    step = models.UUIDField()
    right = models.PositiveIntegerField(default=0)
    score = models.FloatField(default=0)
    # Learners who answered another marked question too: only these have a y.
    paired = models.PositiveIntegerField(default=0)
    sum_x = models.FloatField(default=0)
    sum_y = models.FloatField(default=0)
    sum_xx = models.FloatField(default=0)
    sum_yy = models.FloatField(default=0)
    sum_xy = models.FloatField(default=0)

    class Meta:
        verbose_name = _("total al unei întrebări")
        verbose_name_plural = _("totaluri ale întrebărilor")
        constraints = [
            # Two purges at once add to one row.
            models.UniqueConstraint(
                fields=["version", "group", "step"], name="one_tally_per_question"
            ),
        ]


class OptionTally(Tally):
    """How often one thing was picked: an option, or what was put in one place ("2c")."""

    step = models.UUIDField()
    option = models.CharField(max_length=8)

    class Meta:
        verbose_name = _("total al unei variante")
        verbose_name_plural = _("totaluri ale variantelor")
        constraints = [
            # Two purges at once add to one row.
            models.UniqueConstraint(
                fields=["version", "group", "step", "option"], name="one_tally_per_option"
            ),
        ]


class PairTally(Tally):
    """The same question asked twice within one activity, at its start and at its end."""

    activity = models.UUIDField(db_index=True)
    before = models.FloatField(default=0)
    after = models.FloatField(default=0)
    rose = models.PositiveIntegerField(default=0)
    fell = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("total înainte și după")
        verbose_name_plural = _("totaluri înainte și după")
        constraints = [
            # Two purges at once add to one row.
            models.UniqueConstraint(
                fields=["version", "group", "activity"], name="one_tally_per_pair"
            ),
        ]
