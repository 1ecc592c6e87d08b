"""What indicators, groups and qualifiers are called; a code that nobody knows stands for itself."""

from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.core.qualifiers import Qualifier
from lms.reach.indicators import PrintedIndicator


def indicator_label(indicator: str, year: int) -> str:
    """An indicator as it is printed; its code when nobody knows it."""
    known = indicator in PrintedIndicator.values
    return PrintedIndicator(indicator).printed(year) if known else indicator


def audience_label(audience: str) -> str:
    """A group that was trained; its code when nobody knows it."""
    if not audience:
        return _("grup-țintă nespecificat")
    return str(dict(Audience.choices).get(audience, audience))


def qualifier_label(qualifier: str | None) -> str:
    """How exact a declared figure is."""
    return str(dict(Qualifier.choices).get(qualifier or Qualifier.EXACT, qualifier))
