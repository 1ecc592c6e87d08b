"""How people were reached by a campaign, and how they were counted."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.headcounts import Estimate, Headcount, Impressions, People


class Method(TextChoices):
    """How the people of a run were counted (RR11)."""

    ATTENDANCE = "attendance", _("persoane prezente")
    UNIQUE_VISITORS = "unique_visitors", _("vizitatori unici")
    IMPRESSIONS = "impressions", _("afișări")
    ESTIMATE = "estimate", _("estimare")


# Only these count people. The others are reported apart and never added (RR11).
PEOPLE_METHODS = (Method.ATTENDANCE, Method.UNIQUE_VISITORS)
# What a figure counted this way is; figures of two kinds cannot be added.
FIGURE_KINDS: dict[Method, type[Headcount]] = {
    Method.ATTENDANCE: People,
    Method.UNIQUE_VISITORS: People,
    Method.IMPRESSIONS: Impressions,
    Method.ESTIMATE: Estimate,
}


class Channel(TextChoices):
    """Where a campaign met people."""

    EVENT = "event", _("eveniment")
    STREET = "street", _("stradă, gări, aeroporturi")
    SCHOOL = "school", _("școală")
    PRINT = "print", _("afișe și pliante")
    PRESS = "press", _("presă, radio, televiziune")
    SITE = "site", _("pagină web")
    SOCIAL = "social", _("rețele sociale")
    OTHER = "other", _("alt canal")
