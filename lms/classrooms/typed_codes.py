"""What a pupil typed as a code of a class: the code, or what to look at again."""

from django.utils.translation import gettext as _

from lms.core.codes import ALPHABET, normalise_code

CODE_LETTERS = 8
# Keys of a Cyrillic keyboard that look exactly like ours.
_LOOKS_THE_SAME = str.maketrans("ВСНКМТХвснкмтх", "BCHKMTXBCHKMTX")
# What is taken for a letter of ours, from the board or by ear.
_TAKEN_FOR = {
    "N": "M",
    "G": "C",
    "Q": "C",
    "P": "B",
    "8": "B",
    "V": "W",
    "U": "W",
    "Y": "X",
    "I": "J, L",
    "1": "L",
    "7": "T",
    "2": "Z",
    "0": "D",
    "O": "D",
    "S": "Z",
    "F": "H",
    "E": "H",
    "A": "H, R",
}


def read_code(typed: str) -> tuple[str, str]:
    """(code, "") for what can be a class's code, whatever its spaces, hyphens and case; otherwise
    ("", what is wrong with it, for a pupil)."""
    text = typed.translate(_LOOKS_THE_SAME)
    code = normalise_code(text)
    if code is not None and len(code) == CODE_LETTERS + 1:
        return code, ""
    return "", _problem(text)


def _problem(text: str) -> str:
    signs = [sign for sign in text.upper() if sign.isalnum()]
    if not signs:
        return _("Scrie codul de pe tablă.")
    strange = next((sign for sign in signs if sign not in ALPHABET), "")
    if strange in _TAKEN_FOR:
        return _("În coduri nu există „%(sign)s”. Uită-te încă o dată: poate este %(letter)s.") % {
            "sign": strange,
            "letter": _TAKEN_FOR[strange],
        }
    if strange:
        return _("În coduri nu există „%(sign)s”. Uită-te încă o dată la tablă.") % {
            "sign": strange
        }
    return _("Codul are 8 litere, iar tu ai scris %(number)s. Uită-te încă o dată la tablă.") % {
        "number": len(signs)
    }
