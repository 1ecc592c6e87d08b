"""Downloads: events of interest, never reach."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.enums import DownloadRole
from lessons.models.editions import LessonEdition
from lessons.models.kits import Kit
from lms.core.constraints import only_known
from lms.organisations.models import County, School


class KitDownload(models.Model):
    """One download of a kit or of one of its files: what, when, by which role. Nobody's name."""

    plan = models.ForeignKey("lessons.LessonPlanPage", models.PROTECT, related_name="downloads")
    edition = models.ForeignKey(LessonEdition, models.PROTECT, related_name="downloads")
    kit = models.ForeignKey(Kit, models.PROTECT, related_name="downloads")
    # The file's name, or empty for the whole kit.
    part = models.CharField(max_length=120, blank=True)
    role = models.CharField(
        max_length=10, choices=DownloadRole.choices, default=DownloadRole.ANONYMOUS
    )
    downloaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-downloaded_at"]
        verbose_name = _("descărcare")
        verbose_name_plural = _("descărcări")
        constraints = [only_known("role", DownloadRole, name="download_role_is_known")]

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
        ordering = ["-answered_at"]
        verbose_name = _("răspuns lângă descărcare")
        verbose_name_plural = _("răspunsuri lângă descărcare")

    def __str__(self) -> str:
        return f"{self.plan_id}, {self.answered_at:%d.%m.%Y}"
