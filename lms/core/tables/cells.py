"""What one cell says, or why it cannot be read."""

import re
import unicodedata
from functools import cache

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import override

from lms.core.safe_cell import FORMULA_STARTS
from lms.core.tables.problems import CellProblem
from lms.core.text import fold

_YES = frozenset({"1", "da", "yes", "true", "adevarat"})
_NO = frozenset({"0", "nu", "no", "false", "fals"})
# What a formula comes to when it comes to nothing.
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
# No table writes a name over two lines, and a reference with a line break has no address.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def plain_text(cell: str) -> str:
    """A text as it was before a table of ours put an apostrophe before it (`safe_cell`).

    Raises CellProblem for a formula: what it comes to depends on who opens it.
    """
    if cell.startswith("=") or cell in _ERRORS:
        raise CellProblem(_("este o formulă; scrieți valoarea ei"))
    if not cell.startswith("'"):
        return cell
    first = unicodedata.normalize("NFKC", cell[1:].lstrip()[:1])
    return cell[1:] if first[:1] in FORMULA_STARTS else cell


def words_of(choices: type[TextChoices]) -> dict[str, str]:
    """{folded word: value}: the codes and their words in every language of the site, so that a
    file does not change its meaning with the language of whoever reads it."""
    return _words(choices)


def short(cell: str, longest: int) -> str:
    """A text that fits, or none."""
    if len(cell) > longest:
        raise CellProblem(_("este prea lung; caractere, cel mult: %d") % longest)
    return cell


def yes(cell: str, *, empty: bool = False) -> bool:
    """Whether a cell says yes; an empty one is `empty`."""
    said = fold(cell)
    if not said:
        return empty
    if said in _YES | _NO:
        return said in _YES
    raise CellProblem(_("„%s”: scrieți 1 pentru da sau 0 pentru nu") % cell)


@cache
def _words(choices: type[TextChoices]) -> dict[str, str]:
    words: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            words |= {fold(str(label)): str(value) for value, label in choices.choices}
    return words | {fold(str(value)): str(value) for value in choices.values}
