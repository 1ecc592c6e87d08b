"""Revisions of class sessions: only ever added, never changed."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonEdition, LessonPlanPage
from lms.classrooms.enums import DuplicateOverride, GroupType, Modality, Status
from lms.classrooms.models.sessions import ClassSession
from lms.classrooms.querysets import RevisionQuerySet
from lms.core.constraints import only_known
from lms.organisations.models import FundingProject, MemberOrganisation, School, SchoolRequest

# No school has a hall for more; 5,000 in one class is a slip of the finger.
LARGEST_GROUP = 1500
LONGEST_DAY = 600
# No member taught before; an older date has a slip in its year.
EARLIEST_YEAR = 2000
_COUNT = [MaxValueValidator(LARGEST_GROUP)]


class ClassSessionRevision(models.Model):
    """Everything that was said of a class session at one moment. Pupils are numbers only."""

    session = models.ForeignKey(ClassSession, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("revizia"))
    recorded_at = models.DateTimeField(_("înregistrată la"), db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    status = models.CharField(_("stare"), max_length=12, choices=Status.choices)
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    # What was taught: a plan of ours, or the code of a lesson from elsewhere.
    plan = models.ForeignKey(
        LessonPlanPage, models.PROTECT, null=True, blank=True, related_name="+"
    )
    edition = models.ForeignKey(
        LessonEdition, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lesson_code = models.CharField(_("codul lecției"), max_length=100)
    # Where: a school of the register, a code that the register does not know, or a request.
    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, related_name="+")
    school_code = models.CharField(max_length=20, blank=True)
    school_request = models.ForeignKey(
        SchoolRequest, models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    project = models.ForeignKey(
        FundingProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proiectul"),
    )
    # RR2: what was merged is void and points at the session that stands for both.
    merged_into = models.ForeignKey(
        ClassSession, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When and to whom.
    date = models.DateField(_("data"))
    class_label = models.CharField(_("clasa"), max_length=40, blank=True)
    grade = models.SmallIntegerField(null=True, blank=True)
    letter = models.CharField(max_length=3, blank=True)
    girls = models.PositiveIntegerField(_("fete"), default=0, validators=_COUNT)
    boys = models.PositiveIntegerField(_("băieți"), default=0, validators=_COUNT)
    undisclosed = models.PositiveIntegerField(_("fără precizare"), default=0, validators=_COUNT)
    pupils = models.PositiveIntegerField(_("elevi"), editable=False)
    adults = models.PositiveIntegerField(_("adulți"), default=0, validators=_COUNT)
    duration = models.PositiveSmallIntegerField(
        _("durata (minute)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAY)],
    )
    modality = models.CharField(max_length=9, choices=Modality.choices, default=Modality.IN_PERSON)
    group_type = models.CharField(
        _("grup"), max_length=16, choices=GroupType.choices, default=GroupType.CLASS
    )
    duplicate_override = models.CharField(
        max_length=5, choices=DuplicateOverride.choices, default=DuplicateOverride.NONE, blank=True
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["session", "number"]
        verbose_name = _("revizie")
        verbose_name_plural = _("revizii")
        constraints = [
            # Two corrections at once: one is revision 2, the other is told that it came late.
            models.UniqueConstraint(fields=["session", "number"], name="one_revision_per_number"),
            # RR3: pupils are never typed, they are girls + boys + undisclosed.
            models.CheckConstraint(
                condition=Q(pupils=models.F("girls") + models.F("boys") + models.F("undisclosed")),
                name="pupils_are_the_sum",
            ),
            # RR5: what normalising a label gives; any other grade has no cohort and no level.
            models.CheckConstraint(
                condition=Q(grade=None) | Q(grade__range=(0, 13)), name="grade_of_a_class_label"
            ),
            # A session that counts and stands for another one at once would count twice.
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(status=Status.VOID),
                name="what_is_merged_is_void",
            ),
            # RR2 and RR4 read these: a value that no rule knows would silently not be counted.
            only_known("status", Status, name="revision_status_is_known"),
            only_known("modality", Modality, name="revision_modality_is_known"),
            only_known("group_type", GroupType, name="revision_group_is_known"),
            only_known("duplicate_override", DuplicateOverride, name="revision_override_is_known"),
        ]
        indexes = [
            models.Index(fields=["date", "status"], name="revision_by_date_and_status"),
            models.Index(
                fields=["school", "grade", "letter", "lesson_code", "date"],
                name="revision_by_group",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} / {self.number}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Add the revision. Raises TypeError for one that is already there: say it in a new one."""
        if not self._state.adding:
            raise TypeError("a revision is never changed")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Raises TypeError: what was said stays readable."""
        raise TypeError("a revision is never deleted")
