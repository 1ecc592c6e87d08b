"""The ways a report is cut. Each counted session falls into exactly one part of every cut, so the
parts of each add up to the whole."""

from collections.abc import Callable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.reach.counting.facts import SessionFact


class Breakdown(TextChoices):
    """A cut by its key in the report's JSON."""

    COUNTY = "by_county", _("Județ")
    LEVEL = "by_level", _("Nivel")
    MEDIUM = "by_medium", _("Mediu")
    ORGANISATION = "by_org", _("Organizație")
    LESSON = "by_lesson", _("Lecție")
    MONTH = "by_month", _("Lună")
    MODALITY = "by_modality", _("Mod de desfășurare")


PART_OF: dict[Breakdown, Callable[[SessionFact], str]] = {
    Breakdown.COUNTY: lambda fact: fact.county,
    Breakdown.LEVEL: lambda fact: fact.cycle.value,
    Breakdown.MEDIUM: lambda fact: fact.medium,
    Breakdown.ORGANISATION: lambda fact: fact.organisation,
    Breakdown.LESSON: lambda fact: fact.lesson,
    Breakdown.MONTH: lambda fact: f"{fact.date.year:04d}-{fact.date.month:02d}",
    Breakdown.MODALITY: lambda fact: fact.modality,
}
