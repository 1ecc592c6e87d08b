"""Member organisations and the dates of their membership."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class MemberQuerySet(models.QuerySet["MemberOrganisation"]):
    """Vocabulary of member organisations."""

    def members_on(self, day: date) -> "MemberQuerySet":
        """Organisations whose membership covers that day."""
        open_ended = Q(memberships__until__isnull=True) | Q(memberships__until__gte=day)
        return self.filter(open_ended, memberships__since__lte=day).distinct()

    def members_during(self, start: date, end: date) -> "MemberQuerySet":
        """Organisations that were members for any part of these days, by name."""
        still = Q(memberships__until__isnull=True) | Q(memberships__until__gte=start)
        return self.filter(still, memberships__since__lte=end).order_by("name").distinct()

    def reporting_on(self, start: date, end: date) -> "MemberQuerySet":
        """Organisations that may report of these days: members for any part of them, and those
        whose dates nobody has written yet."""
        members = self.members_during(start, end).order_by().values("pk")
        return self.filter(Q(pk__in=members) | Q(memberships=None))


class MemberOrganisation(ClusterableModel):
    """An organisation of the platform. Its words are a page; its code and dates are here.

    Clusterable, so that the secretariat edits the periods of membership on the same form.
    """

    code = models.CharField(_("cod"), max_length=8, unique=True)
    name = models.CharField(_("nume"), max_length=120, unique=True)
    active_since = models.PositiveSmallIntegerField(_("activă din"), null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        # eLiberare stands between Dorcas and Fundația, in any database.
        ordering = [Lower("name")]
        verbose_name = _("organizație membră")
        verbose_name_plural = _("organizații membre")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A period of membership; how many members there are is counted from these, never typed."""

    organisation = ParentalKey(
        MemberOrganisation, on_delete=models.CASCADE, related_name="memberships"
    )
    since = models.DateField(_("de la"))
    until = models.DateField(_("până la"), null=True, blank=True)

    class Meta:
        ordering = ["since"]
        verbose_name = _("perioadă de apartenență")
        verbose_name_plural = _("perioade de apartenență")
        constraints = [
            # Whoever writes it: a period turned round would make a member of nobody on any day.
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="membership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.since} – {self.until or ''}"
