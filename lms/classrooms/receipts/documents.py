"""What stands on the receipt and on the activity certificate, and the frame of every document."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.selectors import Standing, lesson_name, school_name
from lms.classrooms.tokens import receipt_token
from lms.core.numbers import format_date, format_number
from lms.core.press import Press
from lms.core.qr import qr_svg

_TEMPLATES = Path(__file__).parent


def receipt_pdf(session: ClassSession, lesson: str, school: str, standing: Standing) -> bytes:
    """One page: what was registered, where it stands, the link to correct or void it."""
    made_at = timezone.now()
    address = settings.SITE_URL + reverse("classrooms:session", args=[receipt_token(session.pk)])
    revision = session.current
    rows = [
        (_("Lecția"), lesson),
        (_("Școala"), school),
        (_("Clasa"), revision.class_label or str(revision.get_group_type_display())),
        (_("Data"), format_date(revision.date)),
        (_("Elevi"), pupils_text(revision)),
        (_("Organizația"), str(revision.organisation or _("niciuna"))),
        (_("Stare"), standing.label),
    ]
    data = {
        **frame(_("Dovada înregistrării"), made_at),
        "reference_label": _("Numărul sesiunii"),
        "reference": session.reference,
        "rows": rows,
        "sentences": standing.sentences,
        "link_label": _("Cu acest cod corectați sau anulați sesiunea, fără cont."),
        "link": address,
        "link_text": _("Deschideți pagina sesiunii"),
        "qr": qr_svg(address),
        "qr_alt": _("Cod QR care deschide pagina sesiunii"),
        "note": _("Oricine are acest document poate schimba sesiunea. Nu conține nume de elevi."),
    }  # fmt: skip
    return printed("receipt", data, made_at)


def activity_pdf(name: str, period: str, sessions: Sequence[ClassSession]) -> bytes:
    """The certificate of a school year: who, what was taught, when and where, no pupils."""
    made_at = timezone.now()
    lines = [
        (
            format_date(session.current.date),
            lesson_name(session.current),
            school_name(session.current),
            session.current.class_label or str(session.current.get_group_type_display()),
            str(session.current.duration or "–"),
            session.reference,
        )
        for session in sessions
    ]
    minutes = sum((session.current.duration or 0) for session in sessions)
    data = {
        **frame(_("Adeverință de activitate"), made_at),
        "name_label": _("Se adeverește că"),
        "name": name,
        "statement": ngettext(
            "a ținut în %(period)s, în cadrul platformei ProTECT, %(count)s sesiune la clasă "
            "despre prevenirea traficului de persoane, în total %(minutes)s.",
            "a ținut în %(period)s, în cadrul platformei ProTECT, %(count)s sesiuni la clasă "
            "despre prevenirea traficului de persoane, în total %(minutes)s.",
            len(lines),
        )
        % {"period": period, "count": len(lines), "minutes": _minutes_text(minutes)},
        "columns": [_("Data"), _("Lecția"), _("Școala"), _("Clasa"), _("Minute"), _("Numărul")],
        "lines": lines,
        "note": _(
            "Numele este cel scris de titular la cererea documentului; platforma nu îl păstrează. "
            "Sesiunile se pot verifica la secretariat după număr: %(email)s."
        )
        % {"email": settings.SECRETARIAT_EMAIL},
    }
    return printed("activity", data, made_at)


def _minutes_text(minutes: int) -> str:
    """The total in words that agree with it: "1 minut", "5 minute", "50 de minute"."""
    text = ngettext("%(minutes)s minut", "%(minutes)s de minute", minutes)
    return text % {"minutes": format_number(minutes)}


def pupils_text(revision: ClassSessionRevision) -> str:
    """ "26 (14 fete, 12 băieți)", only with the parts that are there."""
    parts = [
        ngettext("%d fată", "%d fete", revision.girls) % revision.girls if revision.girls else "",
        ngettext("%d băiat", "%d băieți", revision.boys) % revision.boys if revision.boys else "",
        _("%d fără precizare") % revision.undisclosed if revision.undisclosed else "",
    ]
    known = ", ".join(part for part in parts if part)
    return f"{format_number(revision.pupils)} ({known})" if known else "0"


def frame(title: str, made_at: datetime) -> dict[str, str]:
    """The head and foot of a document, in the present language."""
    day = format_date(timezone.localdate(made_at))
    return {
        "title": title,
        "locale": get_language() or "ro",
        "platform": "ProTECT",
        "footer": _("Document întocmit la %(day)s · %(site)s")
        % {"day": day, "site": settings.SITE_URL.split("//")[-1]},
    }


def printed(template: str, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """The PDF of one of our templates."""
    return Press(_TEMPLATES, settings.PRINT_FONTS_DIR, made_at).print(template, data)
