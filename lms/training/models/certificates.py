"""Certificates of participation, which anyone can check by their number."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.training.durations import duration_label
from lms.training.enums import CertificateState
from lms.training.models.participants import Participant


class Certificate(models.Model):
    """What was certified, as it was printed: a later change of the event changes no certificate.

    A correction is a new certificate that replaces the old one; the old number says so for good.
    `masked_name` is all that the check page shows and stays when the person is erased.
    """

    number = models.CharField(_("numărul"), max_length=14, unique=True, editable=False)
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="certificates", verbose_name=_("participantul")
    )
    name = models.CharField(_("numele"), max_length=120, blank=True)
    masked_name = models.CharField(max_length=60)
    course = models.CharField(_("programul"), max_length=255)
    issuer = models.CharField(_("emisă de"), max_length=255)
    minutes = models.PositiveIntegerField(_("durata (minute)"))
    first_day = models.DateField(_("prima zi"))
    last_day = models.DateField(_("ultima zi"))
    issued_at = models.DateTimeField(_("emisă la"), db_index=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        _("stare"), max_length=8, choices=CertificateState.choices, default=CertificateState.VALID
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta:
        ordering = ["-issued_at", "pk"]
        verbose_name = _("adeverință")
        verbose_name_plural = _("adeverințe")
        constraints = [
            # An event closed twice at once, or a button pressed twice, gives one certificate.
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(state="valid"),
                name="one_valid_certificate_per_participant",
            ),
            only_known("state", CertificateState, name="certificate_state_is_known"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def duration(self) -> str:
        """ "4 ore"."""
        return duration_label(self.minutes)
