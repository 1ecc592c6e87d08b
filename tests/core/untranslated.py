"""What a page in Hungarian or Ukrainian says in Romanian because its catalogue lacks it."""

from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations

import polib
from django.utils.translation import trans_real

from tests.architecture.repository import ROOT


@cache
def _ours() -> frozenset[str]:
    """Our own texts: those of Django and Wagtail have catalogues of their own."""
    path = ROOT / "lms" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return frozenset(entry.msgid for entry in polib.pofile(str(path)))


class _Asked(NullTranslations):
    """Where a catalogue looks for what it does not have: notes it, and asks on."""

    def __init__(self, behind: NullTranslations, lacking: set[str]) -> None:
        super().__init__()
        self.behind = behind
        self.lacking = lacking

    def gettext(self, message: str) -> str:
        self._note(message)
        return self.behind.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self._note(msgid1)
        return self.behind.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        self._note(message)
        return self.behind.pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        self._note(msgid1)
        return self.behind.npgettext(context, msgid1, msgid2, n)

    def _note(self, message: str) -> None:
        plain = message.split("\x04")[-1]
        if plain in _ours():
            self.lacking.add(plain)


@contextmanager
def texts_lacking(language: str) -> Generator[set[str], None, None]:
    """The texts of ours that were asked for within and that the language's catalogue lacks."""
    catalogue = trans_real.translation(language)
    behind, lacking = catalogue._fallback, set()
    catalogue._fallback = _Asked(behind, lacking)
    try:
        yield lacking
    finally:
        catalogue._fallback = behind
