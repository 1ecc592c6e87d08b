"""The poster of a campaign: one sentence, what to do, the short address."""

from datetime import UTC, datetime, time
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lms.campaigns.models import CampaignPage
from lms.campaigns.selectors import short_address
from lms.core.press import Press
from lms.core.qr import qr_svg
from lms.helplines.selectors import strip_lines

_TEMPLATES = Path(__file__).parent
_PICTURE = _TEMPLATES.parent / "static" / "img" / "look-closely.svg"
# What fits under the sentence in letters that are read from two metres away.
MOST_SIGNS = 4


def poster_pdf(page: CampaignPage) -> bytes:
    """One page in the language of the campaign."""
    address = short_address(page)
    signs = [[line.label, line.text] for line in page.advert_lines.all() if line.sign][:MOST_SIGNS]
    data = {
        "title": page.title,
        "locale": page.locale.language_code,
        "issuer": "ProTECT",
        "picture": _PICTURE.read_text(),
        "sentence": page.poster_line,
        "signs_title": _("Așa arată o capcană:") if signs else "",
        "signs": signs,
        "action": page.action_list[0] if page.action_list else "",
        "more": _("Vezi toate semnele:"),
        "address": address.split("//")[-1].rstrip("/"),
        "qr": qr_svg(address),
        "qr_alt": _("Cod QR care deschide pagina campaniei"),
        "lines_title": _("Ai nevoie de ajutor?"),
        "lines": [[line.number, line.for_whom] for line in strip_lines(page.locale.language_code)],
    }
    made_at = datetime.combine(page.starts_on, time(), tzinfo=UTC)
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, made_at).print("poster", data)
