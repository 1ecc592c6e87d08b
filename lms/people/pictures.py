"""The code of three pictures with which a learner comes back to the same place in a class.

The pictures are symbols of `static/img/pictures.svg`, named by their code: `#zmeu`.
"""

import secrets
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

PICTURES = {
    "zmeu": _("zmeu de hârtie"),
    "lampa": _("lampă"),
    "pod": _("pod"),
    "usa": _("ușă deschisă"),
    "barca": _("barcă"),
    "soare": _("soare"),
    "luna": _("lună"),
    "stea": _("stea"),
    "copac": _("copac"),
    "casa": _("casă"),
    "floare": _("floare"),
    "umbrela": _("umbrelă"),
}
LENGTH = 3


def new_pictures() -> str:
    """Three different pictures by chance: one of 1,320 codes. Enough behind a limit of failures."""
    return picture_code(secrets.SystemRandom().sample(list(PICTURES), LENGTH))


def picture_code(chosen: Iterable[str]) -> str:
    """The pictures as one code, in the order chosen; "" when they cannot be a code of ours."""
    names = list(chosen)
    whole = len(names) == LENGTH and set(names) <= PICTURES.keys()
    return "-".join(names) if whole else ""


def pictures_of(code: str) -> list[tuple[str, str]]:
    """(symbol, word) of each picture of a code, the words in the present language."""
    return [(name, str(PICTURES[name])) for name in code.split("-") if name in PICTURES]
