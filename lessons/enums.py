"""Choices of lesson plans."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.enums import AgeBand


class Setting(TextChoices):
    """Where a lesson may be taught."""

    CLASS = "class", _("în clasă, nu în adunare")
    ANY = "any", _("în clasă sau în adunare")


class Grouping(TextChoices):
    """How pupils work in a step."""

    CLASS = "class", _("toată clasa")
    PAIRS = "pairs", _("în perechi")
    GROUPS = "groups", _("pe grupe")
    ALONE = "alone", _("individual")


class FileAudience(TextChoices):
    """For whom a file of a kit is. A pupil kit holds pupil files only."""

    TEACHER = "teacher", _("pentru profesor")
    PUPIL = "pupil", _("pentru elevi")
    PARENT = "parent", _("pentru familie")


class DownloadRole(TextChoices):
    """As what somebody downloaded a kit; never who."""

    ANONYMOUS = "anonymous", _("fără cont")
    TEACHER = "teacher", _("profesor")
    TRAINER = "trainer", _("formator")
    STAFF = "staff", _("organizație, redacție sau secretariat")


class Measure(TextChoices):
    """Where in a module the same question is asked twice, to see what the group learned."""

    BEFORE = "before", _("la început")
    AFTER = "after", _("la sfârșit")


# How hard the material may be for each age band (1 gentle – 4 for professionals only).
SENSITIVITY_CEILING = {
    AgeBand.AGES_6_10: 1,
    AgeBand.AGES_11_14: 2,
    AgeBand.AGES_15_18: 3,
    AgeBand.ADULTS: 4,
}
TOO_HARD = _("Prea greu pentru această vârstă. Alegeți un nivel mai mic.")
