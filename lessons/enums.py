"""Choices of lesson plans."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.enums import AgeBand


class Setting(TextChoices):
    """Where a lesson may be taught."""

    CLASS = "class", _("în clasă, nu în adunare")
    ANY = "any", _("în clasă sau în adunare")


class CurriculumTheme(TextChoices):
    """The six themes of the curriculum: those that the articles of the Convention are sorted by.

    A lesson is in every theme that one of its articles is in; `Theme` says what one lesson is about
    and has one value each. Why there are two lists: docs/decisions/0027.
    """

    CORE = "core", _("Principiile de bază")
    PARTICIPATION = "participation", _("Dreptul de a fi ascultat")
    ONLINE = "online", _("Viață privată și internet")
    TRAFFICKING = "trafficking", _("Trafic și exploatare")
    VULNERABILITY = "vulnerability", _("Copii care au nevoie de mai multă protecție")
    CONTEXT = "context", _("Viață, identitate, familie")


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
