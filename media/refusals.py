"""Why a file does not come in, in words that say what to do."""

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lms.core.numbers import format_number, format_size
from media.intake.refusal import Reason, RefusedError

WORDS: dict[Reason, Promise] = {
    Reason.KIND: _("Acest fel de fișier nu se acceptă. Se acceptă: %(detail)s."),
    Reason.NO_PICTURE: _(
        "Fișierul nu este o imagine care se poate citi. Deschideți-o într-un program de imagini, "
        "salvați-o ca JPEG sau PNG și încărcați copia."
    ),
    Reason.OTHER_KIND: _(
        "Conținutul fișierului nu este de felul pe care îl arată numele lui. Deschideți-l în "
        "programul cu care a fost făcut și salvați-l din nou în formatul potrivit."
    ),
    Reason.SVG: _(
        "SVG nu se acceptă, fiindcă poate ascunde programe. Exportați desenul ca PNG sau WebP."
    ),
    Reason.UNREADABLE: _(
        "Fișierul nu se poate citi până la capăt. Deschideți-l în programul cu care a fost făcut, "
        "salvați-l din nou și încărcați copia."
    ),
    Reason.BYTES: _("Fișierul este prea mare. Se acceptă cel mult %(detail)s: micșorați-l."),
    Reason.PIXELS: _(
        "Imaginea are prea mulți pixeli. Se acceptă cel mult %(detail)s: "
        "micșorați-o, de exemplu la o lățime de 2 000 de pixeli."
    ),
    Reason.SIDES: _(
        "O latură a imaginii este prea lungă. Se acceptă cel mult %(detail)s de "
        "pixeli: micșorați imaginea."
    ),
    Reason.FRAMES: _(
        "Animația este prea lungă. Se acceptă cel mult %(detail)s de cadre: "
        "scurtați-o sau încărcați-o ca video."
    ),
    Reason.UNPACKED: _(
        "Fișierul este mic, dar ce este în el ocupă foarte mult după "
        "despachetare. Scoateți ce nu trebuie, salvați-l din nou și încărcați "
        "copia."
    ),
    Reason.ENCRYPTED: _(
        "Documentul este protejat cu parolă. Salvați o copie fără parolă și încărcați-o pe aceea."
    ),
    Reason.MACROS: _(
        "Documentul are macrocomenzi. Salvați-l fără ele (docx, pptx, xlsx sau odt) și încărcați "
        "copia."
    ),
    Reason.EMBEDDED: _(
        "Documentul are alte fișiere înăuntru %(detail)s. Scoateți-le și încărcați-le separat."
    ),
    Reason.PICTURE: _(
        "O imagine din document nu se poate curăța %(detail)s. Înlocuiți-o cu una JPEG sau PNG."
    ),
    Reason.LINKED: _(
        "Documentul aduce ceva din altă parte când se deschide: un șablon, o "
        "imagine, un tabel. Întrerupeți legăturile sau puneți conținutul în "
        "document, apoi salvați-l din nou."
    ),
    Reason.SCRIPT: _(
        "Documentul PDF conține un program sau o acțiune automată. Tipăriți-l ca PDF nou și "
        "încărcați copia."
    ),
    Reason.SIGNED: _(
        "Documentul este semnat electronic, iar semnătura poartă numele cuiva. Încărcați o copie "
        "nesemnată."
    ),
    Reason.MARKUP: _("Fișierul este o pagină web, nu text simplu. Salvați-l ca text simplu."),
    Reason.ENCODING: _("Textul nu este în UTF-8. Salvați-l din nou și alegeți codificarea UTF-8."),
}


def said(refused: RefusedError) -> ValidationError:
    """The error that a form shows."""
    detail = refused.detail
    if refused.reason is Reason.BYTES:
        detail = format_size(int(str(detail)), get_language() or "ro")
    elif isinstance(detail, int):
        detail = format_number(detail)
    elif detail and refused.reason is not Reason.KIND:
        detail = f"({detail})"
    words = str(WORDS[refused.reason])
    if "%(detail)s" in words:
        words = (words % {"detail": detail}).replace(" .", ".")
    return ValidationError(words, code=refused.reason)
