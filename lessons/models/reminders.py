"""A reminder that a teacher asked for, two weeks after a download."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DownloadReminder(models.Model):
    """One letter to one person about one plan; deleted with the account, forgotten once sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    plan = models.ForeignKey("lessons.LessonPlanPage", models.PROTECT, related_name="+")
    due_on = models.DateField(_("de trimis la"))

    class Meta:
        ordering = ["due_on"]
        verbose_name = _("reamintire")
        verbose_name_plural = _("reamintiri")
        constraints = [
            # Asking twice is being reminded once.
            models.UniqueConstraint(fields=["user", "plan"], name="one_reminder_per_user_and_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}, {self.due_on}"
