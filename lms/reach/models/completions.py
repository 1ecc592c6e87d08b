"""Modules worked through online elsewhere, that came by import."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedCompletion(models.Model):
    """What a file said of one learner and one module: a token, never a name.

    `module` is the address word of a module of ours or the code of one from elsewhere.
    `session_ref` names the class session that the learner sat in, if there was one. What was said
    last of a learner, a module and a day holds; a row is added when it is said otherwise.
    """

    learner_token = models.CharField(max_length=64)
    module = models.CharField(_("modul"), max_length=100)
    completed_on = models.DateField(_("parcurs la"), db_index=True)
    completed = models.BooleanField(_("parcurs"))
    session_ref = models.CharField(_("sesiunea"), max_length=40, blank=True)
    recorded_at = models.DateTimeField(_("înregistrată la"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("modul parcurs, importat")
        verbose_name_plural = _("module parcurse, importate")
        constraints = [
            # The same file twice, or two imports at once, say it once.
            models.UniqueConstraint(
                fields=["learner_token", "module", "completed_on", "recorded_at"],
                name="one_imported_completion_per_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.module}, {self.completed_on:%d.%m.%Y}"
