"""Letters that wait for the mail server."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """A letter, written once and sent as soon as the mail server takes it.

    To an account, the address is the account's own when the letter leaves, so it is not kept
    twice, and the letter goes with the account. To somebody without one, such as a participant of
    a training, `address` says where; whoever erases the person erases these as well.
    """

    # What the letter is about, for whom and on which occasion: posted twice it is one letter.
    key = models.CharField(max_length=150, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="letters"
    )
    address = models.EmailField(_("adresă"), blank=True)
    subject = models.CharField(_("subiect"), max_length=200)
    body = models.TextField(_("text"))
    posted_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(_("trimisă la"), null=True, blank=True)
    # A sender takes a letter before it speaks to the mail server: of two ticks at once, one sends.
    taken_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("scrisoare")
        verbose_name_plural = _("scrisori")
        constraints = [
            # A letter to nobody would wait for ever, one to two would reach only one of them.
            models.CheckConstraint(condition=Q(user=None) ^ Q(address=""), name="letter_is_to_one"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(sent_at=None), name="letters_waiting"),
        ]

    def __str__(self) -> str:
        return self.key
