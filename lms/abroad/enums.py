"""What is known of a country: the fields, their kinds, units, and how sure we are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.freshness import Shelf


class Field(TextChoices):
    """One thing that can be known of a country. The values are those of the data files."""

    EMERGENCY = "emergency", _("Urgențe")
    TRAFFICKING_LINE = "trafficking_hotline", _("Linie împotriva traficului de persoane")
    ADVICE = "worker_advice_in_romanian", _("Consiliere pentru lucrători")
    ADVICE_REGIONAL = "worker_advice_in_romanian_regional", _("Consiliere pe regiuni")
    WAGE_SCHEME = "min_wage_scheme", _("Cum se stabilește salariul minim")
    WAGE_MONTH = "min_wage_month", _("Salariul minim pe lună, în euro")
    WAGE_NATIONAL = "min_wage_national_currency", _("Salariul minim pe lună")
    WAGE_HOUR = "min_wage_hour_national_currency", _("Salariul minim pe oră")
    WAGE_HOUR_YOUNG = "min_wage_hour_18_20", _("Salariul minim pe oră, la 18–20 de ani")
    WAGE_HOUR_APPRENTICE = (
        "min_wage_hour_16_17_apprentice",
        _("Salariul minim pe oră, la 16–17 ani și pentru ucenici"),
    )
    WAGE_NET = "min_wage_net_example", _("În mână, dintr-un salariu minim")
    LEAVE = "annual_leave_min", _("Zile de concediu plătit pe an, cel puțin")
    HOURS = "weekly_hours_statutory", _("Ore de lucru pe săptămână")
    HOURS_MAX = "weekly_hours_max_eu", _("Cel mult, cu ore suplimentare, în medie")
    HOLIDAYS = "public_holidays", _("Sărbători legale pe an")
    INSPECTORATE = "labour_inspectorate_name", _("Inspecția muncii")
    INSPECTORATE_PHONE = "labour_inspectorate_phone", _("Inspecția muncii: telefon")
    INSPECTORATE_WEB = "labour_inspectorate_web", _("Inspecția muncii: pagină web")
    OFFICE = "employment_office_name", _("Oficiul de muncă")
    OFFICE_WEB = "employment_office_web", _("Oficiul de muncă: pagină web")
    EURES = "eures_member", _("În rețeaua EURES")


class Kind(TextChoices):
    """What a field's value is, and so which columns of a row carry it."""

    NUMBER = "number", _("număr")
    TEXT = "text", _("text")
    CONTACT = "contact", _("contact")


WAGES = frozenset(
    {
        Field.WAGE_SCHEME,
        Field.WAGE_MONTH,
        Field.WAGE_NATIONAL,
        Field.WAGE_HOUR,
        Field.WAGE_HOUR_YOUNG,
        Field.WAGE_HOUR_APPRENTICE,
        Field.WAGE_NET,
    }
)
CONTACTS = frozenset(
    {
        Field.EMERGENCY,
        Field.TRAFFICKING_LINE,
        Field.ADVICE,
        Field.ADVICE_REGIONAL,
        Field.INSPECTORATE_PHONE,
        Field.INSPECTORATE_WEB,
        Field.OFFICE_WEB,
    }
)
TEXTS = frozenset({Field.WAGE_SCHEME, Field.INSPECTORATE, Field.OFFICE, Field.EURES})
# Below zero or zero, such a value is an empty cell that was read as a number.
NUMBERS = frozenset(set(Field) - CONTACTS - TEXTS)


def kind_of(field: str) -> Kind:
    """What this field's value is."""
    if field in NUMBERS:
        return Kind.NUMBER
    return Kind.CONTACT if field in CONTACTS else Kind.TEXT


class Unit(TextChoices):
    """What a number counts."""

    NONE = "", _("fără unitate")
    MONTH_GROSS = "month_gross", _("pe lună, brut")
    MONTH_NET = "month_net", _("pe lună, în mână")
    HOUR_GROSS = "hour_gross", _("pe oră, brut")
    WORKING_DAYS = "working_days", _("zile lucrătoare pe an")
    DAYS = "days", _("zile pe an")
    HOURS_WEEK = "hours_week", _("ore pe săptămână")


class Currency(TextChoices):
    """Currencies of the data; the value is the ISO code."""

    NONE = "", "–"
    EUR = "EUR", _("euro")
    RON = "RON", _("lei")
    GBP = "GBP", _("lire sterline")


class Scheme(TextChoices):
    """How a country sets its minimum wage; the text of `Field.WAGE_SCHEME`."""

    NATIONAL = "national", _("stabilit prin lege, la nivel național")
    COLLECTIVE = "collective", _("stabilit prin contract colectiv")
    SECTORS = "sectors", _("stabilit prin contract colectiv, în unele ramuri pentru toți")
    CANTONS = "cantons", _("fără salariu minim național; unele cantoane au unul")


class Confidence(TextChoices):
    """How we know a value."""

    READ = "read", _("citită în sursă")
    CHECKED = "checked", _("verificată de un redactor")
    OLD = "old", _("citită, dar veche")
    REMEMBERED = "remembered", _("din amintire")


# What readers may be shown; the others are drafts until an editor enters a source and a date.
PUBLISHABLE = frozenset({Confidence.READ, Confidence.CHECKED})


class Precision(TextChoices):
    """How exactly the source is dated."""

    NONE = "", _("fără dată")
    DAY = "day", _("zi")
    MONTH = "month", _("lună")
    YEAR = "year", _("an")
    AFTER_MONTH = "after_month", _("după această lună")
    AFTER_YEAR = "after_year", _("după acest an")


class State(TextChoices):
    """How fresh a value is. Shown as shape + colour + word, never as colour alone."""

    FRESH = "fresh", _("verificat")
    DUE = "due", _("de reverificat curând")
    STALE = "stale", _("de verificat")


class Audience(TextChoices):
    """For whom a wage holds, where it does not hold for everyone."""

    EVERYONE = "", _("toți")
    OVER_20 = "21+", _("de la 21 de ani")


def shelf_of(field: str) -> Shelf:
    """How fast a value of this field grows old."""
    if field in WAGES:
        return Shelf.WAGE
    return Shelf.CONTACT if field in CONTACTS else Shelf.LAW
