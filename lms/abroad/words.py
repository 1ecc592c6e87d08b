"""A fact in words: its value, its date, what it is. In the language that is active."""

from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lms.abroad.enums import Currency, Field, Precision, Scheme, Unit
from lms.abroad.models import LabourFact
from lms.core.numbers import format_date, format_decimal, format_month, format_number

# Eurostat makes twelve equal parts of what is paid in a year.
_TWELVE = 12


def value_text(fact: LabourFact) -> str:
    """The value as a reader needs it: "2 343 EUR pe lună, brut", "20 de zile lucrătoare"."""
    if fact.number is not None:
        return _numbered(fact, fact.number)
    if fact.field == Field.WAGE_SCHEME:
        return str(Scheme(fact.text).label) if fact.text in Scheme.values else ""
    if fact.field == Field.EURES:
        return _("da") if fact.text == "yes" else _("nu")
    return fact.phone or fact.email or fact.text or fact.web or fact.note(_language())


def amount(number: Decimal) -> str:
    """A number with the decimals that it has, and none that it has not."""
    written = f"{number.normalize():f}"
    digits = len(written.partition(".")[2])
    if not digits:
        return format_number(int(number))
    # Money is read with two decimals or as the source has it: 8.5 is 8,50.
    return format_decimal(float(number), _language(), max(digits, 2))


def money(number: Decimal, currency: str) -> str:
    """An amount of money; lei are called so in Romanian only."""
    name = "lei" if currency == Currency.RON and _language() == "ro" else currency
    return f"{amount(number)} {name}".strip()


def payslip(fact: LabourFact) -> str:
    """What stands on one of more than twelve payslips of a year; "" where there are twelve, or
    where we do not know."""
    if fact.number is None or not fact.payments or fact.payments == _TWELVE:
        return ""
    one = (fact.number * _TWELVE / fact.payments).quantize(Decimal(1))
    return _("circa %(money)s la fiecare dintre cele %(n)d plăți dintr-un an") % {
        "money": money(one, fact.currency),
        "n": fact.payments,
    }


def dated(day: date | None, precision: str) -> str:
    """A source's date as exactly as it gives it: "07.2023", "2022", "după 2021"."""
    if day is None or not precision:
        return _("fără dată în sursă")
    written = {
        Precision.DAY: format_date(day, _language()),
        Precision.MONTH: format_month(day, _language()),
        Precision.YEAR: f"{day:%Y}",
        Precision.AFTER_MONTH: _("după %(date)s") % {"date": format_month(day, _language())},
        Precision.AFTER_YEAR: _("după %(date)s") % {"date": f"{day:%Y}"},
    }
    return written[Precision(precision)]


def dial(phone: str) -> str:
    """A number as a telephone takes it: digits and a leading plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def _numbered(fact: LabourFact, number: Decimal) -> str:
    if fact.currency:
        return f"{money(number, fact.currency)} {Unit(fact.unit).label}"
    n = int(number)
    texts = {
        Unit.WORKING_DAYS: ngettext("%(n)s zi lucrătoare", "%(n)s zile lucrătoare", n),
        Unit.DAYS: ngettext("%(n)s zi", "%(n)s zile", n),
        Unit.HOURS_WEEK: ngettext("%(n)s oră pe săptămână", "%(n)s ore pe săptămână", n),
    }
    return texts.get(Unit(fact.unit), "%(n)s") % {"n": amount(number)}


def _language() -> str:
    return (get_language() or "ro")[:2]
