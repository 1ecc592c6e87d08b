"""How far a learner is, and that a module was worked through. Never who."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.modules import ModulePage, StepPage
from lms.people.models import Learner


class StepDone(models.Model):
    """A learner in a class is done with a step. It goes with the learner."""

    learner = models.ForeignKey(Learner, models.CASCADE, related_name="steps_done")
    step = models.ForeignKey(StepPage, models.PROTECT, related_name="done")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("pas parcurs")
        verbose_name_plural = _("pași parcurși")
        constraints = [
            # "Next" pressed twice, or in two tabs, is one step done.
            models.UniqueConstraint(fields=["learner", "step"], name="one_done_per_step"),
        ]

    def __str__(self) -> str:
        return f"{self.learner_id} / {self.step_id}"


class ModuleCompletion(models.Model):
    """One learner × one module, in any language. It outlives the learner: the token is the random
    id that the learner had, and leads nowhere once the learner is gone."""

    learner_token = models.UUIDField()
    module = models.ForeignKey(ModulePage, models.PROTECT, related_name="completions")
    # The module's translation_key.
    module_key = models.UUIDField(db_index=True)
    # The class that it was done in; None when there was none.
    group = models.UUIDField(null=True, blank=True, db_index=True)
    completed_on = models.DateField(_("parcurs la"), default=timezone.localdate)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["completed_on"]
        verbose_name = _("modul parcurs")
        verbose_name_plural = _("module parcurse")
        constraints = [
            # The last step sent twice, or in two languages, is one module worked through.
            models.UniqueConstraint(
                fields=["learner_token", "module_key"], name="one_completion_per_learner_and_module"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.module_id}, {self.completed_on:%d.%m.%Y}"
