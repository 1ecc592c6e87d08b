"""What stands at the head of every file: which year, as of when, which version."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.numbers import format_date


@dataclass(frozen=True, slots=True)
class Heading:
    """A year as of a moment; `version` numbers the published version, 0 for a live report."""

    year: int
    as_of: datetime
    version: int = 0

    @property
    def title(self) -> str:
        """The name of the file's content."""
        return _("Raportul anului %(year)s") % {"year": self.year}

    @property
    def standing(self) -> str:
        """As of when, which version, and that a live report may still change."""
        moment = timezone.localtime(self.as_of)
        words = {"day": format_date(moment.date()), "hour": f"{moment:%H:%M}"}
        counted = _("Cifre calculate la %(day)s, ora %(hour)s.") % words
        if self.version:
            return counted + " " + _("Versiunea %(version)s.") % {"version": self.version}
        return counted + " " + _("Provizoriu: cifrele se mai pot schimba.")
