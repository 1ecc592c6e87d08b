"""Who decided what, when and why: only ever added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.reach.enums import Verb


class AuditEvent(models.Model):
    """One decision. The database refuses to change or delete it; only the account behind it may be
    forgotten, and then the role that decided stays."""

    at = models.DateTimeField(_("când"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # "secretariat", "officer" or "system": what stays when the account is erased.
    role = models.CharField(max_length=20)
    verb = models.CharField(_("ce"), max_length=12, choices=Verb.choices)
    # "period:2026", "submission:2026:ELIB", "figure:<uuid>", "run:<uuid>", "session:<reference>".
    subject = models.CharField(_("despre"), max_length=80, db_index=True)
    reason = models.CharField(_("motiv"), max_length=500, blank=True)
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("decizie")
        verbose_name_plural = _("decizii")
        constraints = [only_known("verb", Verb, name="audit_verb_is_known")]

    def __str__(self) -> str:
        return f"{self.at} {self.verb} {self.subject}"
