"""What the rules say now of every class session, kept so that no report judges them all again."""

from django.db import models
from django.db.models import Q

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.organisations.models import School


class JudgedSession(models.Model):
    """One class session as `judge` left it: never a source, always made again from the records.

    `month` is "2026-10", `level` a cycle, `lesson` and `organisation` are codes; `reasons` and
    `warnings` hold codes with a space between. `cohort` is RR9's key as text.
    """

    session = models.OneToOneField(ClassSession, models.CASCADE, primary_key=True, related_name="+")
    # Nothing is looked up by it: an index would only be written.
    revision = models.ForeignKey(
        ClassSessionRevision, models.CASCADE, related_name="+", db_index=False
    )
    reference = models.CharField(max_length=40)
    status = models.CharField(max_length=12)
    standing = models.CharField(max_length=12)
    first_recorded_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    date = models.DateField()
    month = models.CharField(max_length=7)
    # The index by school and day below serves it.
    school = models.ForeignKey(School, models.CASCADE, null=True, related_name="+", db_index=False)
    siiir = models.CharField(max_length=20)
    county = models.CharField(max_length=3)
    medium = models.CharField(max_length=5)
    level = models.CharField(max_length=12)
    grade = models.SmallIntegerField(null=True)
    letter = models.CharField(max_length=3)
    cohort = models.CharField(max_length=60)
    lesson = models.CharField(max_length=255)
    class_only = models.BooleanField()
    organisation = models.CharField(max_length=40)
    girls = models.PositiveIntegerField()
    boys = models.PositiveIntegerField()
    undisclosed = models.PositiveIntegerField()
    pupils = models.PositiveIntegerField()
    adults = models.PositiveIntegerField()
    duration = models.PositiveSmallIntegerField(null=True)
    modality = models.CharField(max_length=9)
    group_type = models.CharField(max_length=16)
    duplicate_override = models.BooleanField()
    teacher = models.CharField(max_length=64)
    teacher_mark = models.CharField(max_length=12)
    reasons = models.CharField(max_length=100)
    warnings = models.CharField(max_length=100)
    counted_instead = models.CharField(max_length=40)

    class Meta:
        indexes = [
            # A list is read in this order, a page at a time.
            models.Index(fields=["standing", "date", "reference"], name="line_by_standing_and_day"),
            # Which sessions may repeat each other (RR6).
            models.Index(fields=["school", "date"], name="line_by_school_and_day"),
            models.Index(fields=["month", "standing"], name="line_by_month"),
            # One in twenty has a warning; the report lists them all.
            models.Index(fields=["date"], name="line_with_warning", condition=~Q(warnings="")),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.standing}"


class NotedChange(models.Model):
    """That something changed which a line depends on. The database itself writes these, in the
    transaction of the change (lms/reach/noting.py), so that bulk writes are noted too; whoever
    judges again removes exactly the rows that were read before.
    """

    class Kind(models.TextChoices):
        SESSION = "session"
        SCHOOL = "school"
        REQUEST = "request"
        PLAN = "plan"
        ORGANISATION = "organisation"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    # The primary key of the row that changed.
    key = models.BigIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class LineState(models.Model):
    """One row: whoever writes lines or rollups holds it, so that two at once take turns. `version`
    moves with every such write; a reader who sees it move begins again."""

    version = models.PositiveBigIntegerField(default=0)
    # The last night in which lines and sums were compared with the records.
    checked_on = models.DateField(null=True)

    def __str__(self) -> str:
        return str(self.version)
