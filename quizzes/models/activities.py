"""What activities made elsewhere (H5P) say that a learner did. Everything goes with the attempt.

It is what a browser claims, counted again where that is possible. Certificates and the report of
reach never read it (docs/h5p.md). An activity that a class opened is taken off pages, not deleted.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from media.models import Activity, ActivityRevision
from quizzes.enums import ScoredBy
from quizzes.models.attempts import Attempt
from quizzes.querysets import ActivityResultQuerySet, LaunchQuerySet, TallyQuerySet


class ActivityLaunch(models.Model):
    """One learner at one file of an activity in one place. Statements and the state that the
    player goes on from are taken only for it, and only as many as one pass can need."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="launches")
    # Where the activity stood, by the step's translation key.
    step = models.UUIDField()
    revision = models.ForeignKey(ActivityRevision, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    # How often it was started over: what a page from before then sends is not taken.
    number = models.PositiveSmallIntegerField(default=1)
    # Digests of the ids of the statements that came since then, taken or refused.
    seen = models.JSONField(default=list)
    # What the player goes on from, for this file only; no word in it that is not the content's.
    state = models.TextField(blank=True)
    state_at = models.DateTimeField(null=True)

    objects = LaunchQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("deschidere a unei activități")
        verbose_name_plural = _("deschideri ale activităților")
        constraints = [
            # Two presses of the button, or two tabs, share one launch.
            models.UniqueConstraint(
                fields=["attempt", "step", "revision"], name="one_launch_per_step_and_file"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


# A score is whole and possible, and somebody's word, or not there.
IS_POSSIBLE = Q(raw=None, max=None, by="") | Q(
    raw__gte=0, max__gt=0, raw__lte=F("max"), by__in=ScoredBy.values
)


class Scored(models.Model):
    """A score and whose word it is; without a score nobody's."""

    raw = models.FloatField(null=True)
    max = models.FloatField(null=True)
    by = models.CharField(max_length=6, choices=ScoredBy.choices, blank=True)
    passed = models.BooleanField(null=True)
    seconds = models.FloatField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True


class ActivityResult(Scored):
    """What came of an activity in one place, over all its files: the last outcome of the whole.
    There is none before the learner has come to an end of it."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="activity_results")
    step = models.UUIDField()
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="+")
    # The file that the outcome is of.
    revision = models.ForeignKey(ActivityRevision, models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ActivityResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("rezultat la o activitate")
        verbose_name_plural = _("rezultate la activități")
        constraints = [
            # Two files of one activity, or two tabs, that end at once have one result.
            models.UniqueConstraint(
                fields=["attempt", "step", "activity"], name="one_activity_result_per_step"
            ),
            # Whoever writes it: a score that nobody can have, or that is nobody's word.
            models.CheckConstraint(condition=IS_POSSIBLE, name="activity_result_is_possible"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} / {self.step}"


class ActivityItemResult(Scored):
    """The answer to one part of an activity, from which the whole is counted."""

    launch = models.ForeignKey(ActivityLaunch, models.CASCADE, related_name="items")
    # The part's subContentId.
    item = models.CharField(max_length=64)
    # Given after the last outcome: a new pass that has none yet.
    pending = models.BooleanField(default=True)
    # In numbers of options or in the content's own words (media.h5p.wordless); null where there is
    # none or it could say anything.
    response = models.TextField(null=True)  # noqa: DJ001 - nothing chosen is "", no answer is null

    class Meta:
        ordering = ["pk"]
        verbose_name = _("rezultat la o parte a unei activități")
        verbose_name_plural = _("rezultate la părți ale activităților")
        constraints = [
            # Two tabs that answer one part at once: the last one stands.
            models.UniqueConstraint(
                fields=["launch", "item", "pending"], name="one_result_per_activity_item"
            ),
            # Whoever writes it: a score that nobody can have, or that is nobody's word.
            models.CheckConstraint(condition=IS_POSSIBLE, name="activity_item_is_possible"),
        ]

    def __str__(self) -> str:
        return f"{self.launch_id} / {self.item}"


class ActivityTally(models.Model):
    """What stays when the attempts are gone: how many of a class opened a file of an activity in
    one place, ended it, had a score and whose, had the full one, and the sum of their shares."""

    revision = models.ForeignKey(ActivityRevision, models.PROTECT, related_name="+")
    group = models.UUIDField(db_index=True)
    step = models.UUIDField()
    n = models.PositiveIntegerField(default=0)
    completed = models.PositiveIntegerField(default=0)
    by_server = models.PositiveIntegerField(default=0)
    by_client = models.PositiveIntegerField(default=0)
    full = models.PositiveIntegerField(default=0)
    share = models.FloatField(default=0)

    objects = TallyQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("total al unei activități")
        verbose_name_plural = _("totaluri ale activităților")
        constraints = [
            # Two purges at once add to one row.
            models.UniqueConstraint(
                fields=["revision", "group", "step"], name="one_tally_per_activity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revision_id} / {self.group}: {self.n}"
