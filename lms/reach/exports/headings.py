"""What stands at the head of every printed report."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.reach.annual.report import AnnualReport


def report_title(annual: AnnualReport) -> str:
    """The name of the file's content."""
    return _("Raportul anului %(year)s") % {"year": annual.year}


def report_standing(annual: AnnualReport) -> str:
    """As of when, which version, and that a live report may still change."""
    moment = timezone.localtime(annual.report.as_of)
    words = {"day": format_date(moment.date()), "hour": f"{moment:%H:%M}"}
    counted = _("Cifre calculate la %(day)s, ora %(hour)s.") % words
    if annual.version:
        return counted + " " + _("Versiunea %(version)s.") % {"version": annual.version}
    return counted + " " + _("Provizoriu: cifrele se mai pot schimba.")
