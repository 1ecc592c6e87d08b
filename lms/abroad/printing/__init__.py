"""The wallet card as a PDF: a card of credit-card size to fold, twice on a sheet."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.abroad.selectors.cards import WalletCard
from lms.core.press import Press
from lms.core.qr import qr_svg

_TEMPLATES = Path(__file__).parent


def card_pdf(card: WalletCard) -> bytes:
    """One sheet with the card twice: one to carry, one for somebody at home."""
    data = {
        "title": card.title,
        "locale": get_language() or "ro",
        "platform": "ProTECT",
        "how": _("Decupați pe linia întreruptă și îndoiți la mijloc."),
        "copies": [_("Pentru portofel"), _("Pentru cineva de acasă")],
        "heading": _("Cardul meu: %(country)s") % {"country": card.name},
        "lines": [[line.number, line.what] for line in card.lines],
        "advice": list(card.advice),
        "own": [_("Om de încredere"), _("Unde lucrez"), _("Unde locuiesc")],
        "address": card.short_address,
        "as_of": _("Numere de la %(day)s") % {"day": card.as_of},
        "qr": qr_svg(card.address),
        "qr_alt": _("Cod QR care deschide ghidul țării"),
    }
    # The day alone: the same card of one day is the same file.
    moment = timezone.now().replace(hour=0, minute=0, second=0)
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, moment).print("card", data)
