"""What does not come along, said to an editor."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from media.h5p.errors import shown

KEEP_AS_ACTIVITY = _("Păstrați pachetul ca activitate H5P.")


@dataclass(frozen=True, slots=True)
class Lost:
    """`what` was there, with which `value`, and what to do about it."""

    what: str | Promise
    value: str = ""
    advice: str | Promise = ""

    def __str__(self) -> str:
        said = f"{self.what}: „{shown(self.value)}”" if self.value else f"{self.what}"
        return f"{said}. {self.advice}" if self.advice else f"{said}."


def told(*found: Lost | None) -> tuple[Lost, ...]:
    """Those that are there, each once."""
    return tuple(dict.fromkeys(one for one in found if one is not None))


def if_set(what: str | Promise, value: object, advice: str | Promise = "") -> Lost | None:
    """A loss, unless there was nothing to lose. Of a truth value only the name is told."""
    if not value:
        return None
    return Lost(what, "" if isinstance(value, bool) else str(value), advice)


def joined(texts: Iterable[str]) -> str:
    """The texts that say something, as one value."""
    return " · ".join(text for text in texts if text)
