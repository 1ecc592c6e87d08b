"""Downloads: events of interest, never reach."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.models.editions import LessonEdition
from lessons.models.kits import Kit
from lms.organisations.models import County, School


class KitDownload(models.Model):
    """One download of a kit or of one of its files: what, when, by which role. Nobody's name."""

    class Role(models.TextChoices):
        ANONYMOUS = "anonymous", _("fără cont")
        TEACHER = "teacher", _("profesor")
        TRAINER = "trainer", _("formator")
        STAFF = "staff", _("redacție sau secretariat")

    plan = models.ForeignKey("lessons.LessonPlanPage", models.PROTECT, related_name="downloads")
    edition = models.ForeignKey(LessonEdition, models.PROTECT, related_name="downloads")
    kit = models.ForeignKey(Kit, models.PROTECT, related_name="downloads")
    # The file's name, or empty for the whole kit.
    part = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.ANONYMOUS)
    downloaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-downloaded_at"]
        verbose_name = _("descărcare")
        verbose_name_plural = _("descărcări")

    def __str__(self) -> str:
        return f"{self.kit} {self.part}".strip()


class DownloadAnswer(models.Model):
    """What a teacher chose to say beside a download: three optional answers, tied to no one."""

    plan = models.ForeignKey("lessons.LessonPlanPage", models.PROTECT, related_name="+")
    county = models.ForeignKey(County, models.PROTECT, null=True, blank=True, related_name="+")
    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, related_name="+")
    planned_pupils = models.PositiveSmallIntegerField(null=True, blank=True)
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("răspuns lângă descărcare")
        verbose_name_plural = _("răspunsuri lângă descărcare")

    def __str__(self) -> str:
        return f"{self.plan_id}, {self.answered_at:%d.%m.%Y}"
