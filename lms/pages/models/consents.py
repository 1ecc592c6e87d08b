"""What the people whose stories are told agreed to, and took back. Rows are only ever added.

A story is known by the translation key of its page: one consent for the text in every language.
No row points at a page, so that a page can be erased and the proof stays. No row names whose story
it is: the signed paper does, where `kept_where` says. The proof is kept as long as the site is.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.pages.querysets import StoryConsentQuerySet


class StoryConsent(models.Model):
    """That a person agreed to have a story published: to which words, when, and where the paper
    is."""

    story = models.UUIDField(db_index=True, editable=False)
    language = models.CharField(max_length=10, editable=False)
    version = models.CharField(_("versiunea textului semnat"), max_length=20)
    agreed = models.TextField(
        _("ce s-a acordat"),
        max_length=1_000,
        help_text=_("De exemplu: publicarea textului pe site, sub pseudonim. Fără numele real."),
    )
    covers_translations = models.BooleanField(_("și traducerile textului"), default=False)
    kept_where = models.CharField(
        _("unde se păstrează hârtia"),
        max_length=160,
        help_text=_("Organizația și dosarul, de exemplu „dosar R-12”. Fără numele persoanei."),
    )
    given_on = models.DateField(
        _("semnat la data de"),
        validators=[MaxValueValidator(timezone.localdate, _("Alegeți o zi care a trecut."))],
    )
    recorded_at = models.DateTimeField(_("înregistrat la"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = StoryConsentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("acord pentru o poveste")
        verbose_name_plural = _("acorduri pentru povești")

    def __str__(self) -> str:
        return f"{self.story} / {self.version}"


class StoryWithdrawal(models.Model):
    """That the person took the consent back. No reason is owed."""

    # The button pressed twice, or by two people at once, is one withdrawal.
    consent = models.OneToOneField(StoryConsent, models.PROTECT, related_name="withdrawal")
    reason = models.CharField(
        _("motivul"),
        max_length=300,
        blank=True,
        help_text=_("Numai dacă persoana vrea să îl spună. Fără nume."),
    )
    withdrawn_at = models.DateTimeField(_("retras la"), default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("retragere a unui acord")
        verbose_name_plural = _("retrageri ale acordurilor")

    def __str__(self) -> str:
        return f"{self.consent_id}: {self.withdrawn_at}"


class StoryCheck(models.Model):
    """What an editor confirmed of one revision of one page, under which consent."""

    consent = models.ForeignKey(StoryConsent, models.PROTECT, related_name="checks")
    # Numbers and not relations: old revisions are purged and pages erased, the word given stays.
    page_number = models.PositiveIntegerField()
    revision_number = models.PositiveIntegerField()
    # Of the words and pictures: an editor may overwrite a revision in its place.
    digest = models.CharField(max_length=64)
    tick_source = models.BooleanField()
    tick_consent = models.BooleanField()
    tick_no_detail = models.BooleanField()
    tick_no_image = models.BooleanField()
    checked_at = models.DateTimeField(default=timezone.now)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("verificare a unei povești")
        verbose_name_plural = _("verificări ale poveștilor")
        indexes = [models.Index(fields=["page_number", "digest"], name="check_of_page")]
        constraints = [
            # Three of four would let a story out by whatever writes rows without the form.
            models.CheckConstraint(
                condition=Q(
                    tick_source=True, tick_consent=True, tick_no_detail=True, tick_no_image=True
                ),
                name="story_check_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_number} / {self.revision_number}"
