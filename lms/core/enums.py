"""Choices that every app shares. Values are stored and exported; labels are for people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgeBand(TextChoices):
    """For whom a text, plan or module is written. The value is part of addresses."""

    AGES_6_10 = "6-10", _("6–10 ani")
    AGES_11_14 = "11-14", _("11–14 ani")
    AGES_15_18 = "15-18", _("15–18 ani")
    ADULTS = "adults", _("Adulți")


class ContentLanguage(TextChoices):
    """What a file, a recording or an activity says. The value is a tag that browsers know."""

    ROMANIAN = "ro", _("română")
    ENGLISH = "en", _("engleză")
    HUNGARIAN = "hu", _("maghiară")
    UKRAINIAN = "uk", _("ucraineană")
    ROMANI = "rom", _("romani")


class Theme(TextChoices):
    """What a lesson is about. Shown as shape + colour + word, never as colour alone."""

    ONLINE = "online", _("Online")
    ABROAD = "abroad", _("Muncă în străinătate")
    RIGHTS = "rights", _("Drepturi")
    RELATIONSHIPS = "relationships", _("Relații")


class Cycle(TextChoices):
    """School cycle; the values are the `by_level` keys of the reach report."""

    PRESCHOOL = "prescolar", _("Preșcolar")
    PRIMARY = "primar", _("Primar")
    LOWER_SECONDARY = "gimnaziu", _("Gimnaziu")
    UPPER_SECONDARY = "liceu", _("Liceu")
    UNSPECIFIED = "nespecificat", _("Nespecificat")


# The levels that the reach report prints, in order. A class label never gives a kindergarten
# group (grades 0-13 only), so `prescolar` exists for lesson plans and not for counted sessions.
REPORTED_CYCLES = (
    Cycle.PRIMARY,
    Cycle.LOWER_SECONDARY,
    Cycle.UPPER_SECONDARY,
    Cycle.UNSPECIFIED,
)


class Medium(TextChoices):
    """Whether a school stands in a town or in a village, as its register says."""

    URBAN = "urban", _("Urban")
    RURAL = "rural", _("Rural")
