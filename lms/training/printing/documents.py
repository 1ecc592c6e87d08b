"""Papers of a training: the certificate and the list of a sitting."""

from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.core.press import Press
from lms.core.qr import qr_svg
from lms.training.durations import duration_label
from lms.training.models import Certificate, TrainingEvent, TrainingSitting
from lms.training.selectors.rosters import Roster
from lms.training.tokens import sitting_token

_TEMPLATES = Path(__file__).parent
# Rows for those who come without having enrolled.
EMPTY_ROWS = 8


class CertificatePress:
    """Prints certificates: one compiler for a whole batch. Not for two threads at once."""

    def __init__(self, certificate: Certificate) -> None:
        # The same certificate is the same bytes, whenever it is printed.
        self._press = Press(_TEMPLATES, settings.PRINT_FONTS_DIR, certificate.issued_at)

    def print(self, certificate: Certificate) -> bytes:
        """One page, in the language of the participant."""
        with override(certificate.participant.language):
            return self._press.print("certificate", _certificate(certificate))


def certificate_pdf(certificate: Certificate) -> bytes:
    """A single certificate."""
    return CertificatePress(certificate).print(certificate)


def sheet_pdf(event: TrainingEvent, sitting: TrainingSitting, roster: Roster) -> bytes:
    """The list of one sitting with room for those who had not enrolled."""
    address = settings.SITE_URL + reverse(
        "training:present", args=[sitting_token(sitting.public_id)]
    )
    people = [
        [str(at), row.participant.name, row.participant.institution, ""]
        for at, row in enumerate(roster.rows, start=1)
    ]
    empty = [[str(len(people) + at), "", "", ""] for at in range(1, EMPTY_ROWS + 1)]
    data = {
        "title": _("Listă de prezență"),
        "locale": get_language() or "ro",
        "issuer": str(event.organiser),
        "event": str(event),
        "when": f"{format_date(timezone.localdate(sitting.starts_at))}, "
        f"{timezone.localtime(sitting.starts_at):%H:%M}–{timezone.localtime(sitting.ends_at):%H:%M}",
        "code_label": _("Codul formării:"),
        "code": event.code,
        "note": _(
            "Codul QR este numai pentru această întâlnire: cine s-a înscris se poate înregistra "
            "singur, cu telefonul. Datele de pe listă se folosesc numai pentru formare."
        ),
        "columns": ["", _("Numele și prenumele"), _("Instituția"), _("Semnătura")],
        "rows": people + empty,
        "qr": qr_svg(address),
        "qr_alt": _("Cod QR pentru înregistrarea la această întâlnire"),
        "footer": str(event.organiser),
        "page": _("pagina"),
    }
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, timezone.now()).print("sheet", data)


def check_address(certificate: Certificate) -> str:
    """Where anyone can check the certificate."""
    return settings.SITE_URL + reverse("certificate", args=[certificate.number])


def _certificate(certificate: Certificate) -> dict[str, object]:
    address = check_address(certificate)
    first, last = format_date(certificate.first_day), format_date(certificate.last_day)
    when = first if first == last else f"{first} – {last}"
    return {
        "title": _("Adeverință de participare"),
        "locale": get_language() or "ro",
        "platform": "ProTECT",
        "issuer": certificate.issuer,
        "name_label": _("Se adeverește că"),
        "name": certificate.name,
        "statement": _("a participat la formarea"),
        "course": certificate.course,
        "when": f"{when} · {duration_label(certificate.minutes)}",
        "rows": [
            [_("Emisă de"), certificate.issuer],
            [_("La data de"), format_date(timezone.localdate(certificate.issued_at))],
            [_("Numărul"), certificate.number],
        ],
        "note": _("Se verifică la %(address)s") % {"address": address.split("//")[-1]},
        "qr": qr_svg(address),
        "qr_alt": _("Cod QR care deschide pagina de verificare a adeverinței"),
    }
