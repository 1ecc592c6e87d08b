"""Revisions of class sessions: only ever added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lessons.models import LessonEdition, LessonPlanPage
from lms.classrooms.enums import DuplicateOverride, GroupType, Modality, Status
from lms.classrooms.models.sessions import ClassSession
from lms.organisations.models import MemberOrganisation, School, SchoolRequest


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
    plan = models.ForeignKey(LessonPlanPage, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.ForeignKey(
        LessonEdition, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lesson_code = models.CharField(_("codul lecției"), max_length=60)
    # Where: a school of the register, a code that the register does not know, or a request.
    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, related_name="+")
    school_code = models.CharField(max_length=20, blank=True)
    school_request = models.ForeignKey(
        SchoolRequest, models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When and to whom.
    date = models.DateField(_("data"), db_index=True)
    class_label = models.CharField(_("clasa"), max_length=40, blank=True)
    grade = models.SmallIntegerField(null=True, blank=True)
    letter = models.CharField(max_length=3, blank=True)
    girls = models.PositiveIntegerField(_("fete"), default=0)
    boys = models.PositiveIntegerField(_("băieți"), default=0)
    undisclosed = models.PositiveIntegerField(_("fără precizare"), default=0)
    pupils = models.PositiveIntegerField(_("elevi"), editable=False)
    adults = models.PositiveIntegerField(_("adulți"), default=0)
    duration = models.PositiveSmallIntegerField(_("durata (minute)"), null=True, blank=True)
    modality = models.CharField(
        max_length=9, choices=Modality.choices, default=Modality.IN_PERSON
    )
    group_type = models.CharField(
        _("grup"), max_length=16, choices=GroupType.choices, default=GroupType.CLASS
    )
    duplicate_override = models.CharField(
        max_length=5, choices=DuplicateOverride.choices, default=DuplicateOverride.NONE, blank=True
    )

    class Meta:
        ordering = ["session", "number"]
        verbose_name = _("revizie")
        verbose_name_plural = _("revizii")
        constraints = [
            # Two corrections at once: one is revision 2, the other is told that it came late.
            models.UniqueConstraint(
                fields=["session", "number"], name="one_revision_per_number"
            ),
            # RR3: pupils are never typed, they are girls + boys + undisclosed.
            models.CheckConstraint(
                condition=Q(pupils=models.F("girls") + models.F("boys") + models.F("undisclosed")),
                name="pupils_are_the_sum",
            ),
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
