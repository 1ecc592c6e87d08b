"""The poster with help lines, from the lines as they are now."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.core.press import Press
from lms.helplines.selectors import lines_for

_TEMPLATES = Path(__file__).parent
# As many as one page holds in letters that are read from two metres away.
MOST_LINES = 6


def helpline_poster(language: str) -> bytes:
    """An A4 page with the numbers that can be called, whom each is for and when it was checked."""
    # Those for every material: a line for work in one country does not belong on every wall.
    lines = [line for line in lines_for(language, "") if line.dial][:MOST_LINES]
    now, today = timezone.now(), timezone.localdate()
    data = {
        "locale": language,
        "title": _("Nu ești singur"),
        "lead": _("Poți suna și dacă doar vrei să întrebi. Nu e vina ta."),
        "lines": [
            {
                "number": line.number,
                "name": line.name,
                "for_whom": line.for_whom,
                "terms": " · ".join(part for part in (line.hours, line.cost) if part),
            }
            for line in lines
        ],
        "footer": _(
            "ProTECT · cea mai veche verificare a unui număr: %(day)s · tipărit la %(today)s"
        )
        % {
            "day": format_date(min((line.checked_on for line in lines), default=today), language),
            "today": format_date(today, language),
        },
    }
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, now).print("poster", data)
