"""What keeps a page true: when it is read again, and which original a translation follows.

Who said so stands in the page's history.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class PageReview(models.Model):
    """Until when somebody reads this page again. Without a row, its type's own interval holds."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="+")
    review_by = models.DateField(_("de revăzut până la"))
    note = models.CharField(
        _("la ce să vă uitați"),
        max_length=200,
        blank=True,
        help_text=_("De exemplu: dacă legea s-a schimbat."),
    )

    def __str__(self) -> str:
        return f"{self.page_id}: {self.review_by}"


class TranslationState(models.Model):
    """Which version of its original a translation says, once somebody has compared the two."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="+")
    # The original's last publication that was compared; its revision may be purged later.
    source_published_at = models.DateTimeField()
    source_revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    confirmed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.source_published_at}"
