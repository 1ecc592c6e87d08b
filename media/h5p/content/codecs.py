"""How single values are read from content.json and written back."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from media.h5p.content.places import Place
from media.h5p.content.writers import Writer

T = TypeVar("T")


class Codec(Generic[T]):
    """Reads what stands at a place into a value; writes a value as it stands in content.json."""

    def read(self, raw: Any, place: Place) -> T:
        """The value, or ContentError with the place."""
        raise NotImplementedError

    def write(self, value: T, writer: Writer) -> Any:
        """What json.dumps takes."""
        return value


class Text(Codec[str]):
    """A string, HTML or plain. Cleaning HTML needs the library's semantics: not done here."""

    def read(self, raw: Any, place: Place) -> str:
        if not isinstance(raw, str):
            raise place.error("not-text")
        return raw


class Flag(Codec[bool]):
    """true or false."""

    def read(self, raw: Any, place: Place) -> bool:
        if not isinstance(raw, bool):
            raise place.error("not-a-flag")
        return raw


class Number(Codec[float]):
    """A finite number. Old editors stored some as text, and only those are mended."""

    def read(self, raw: Any, place: Place) -> float:
        if isinstance(raw, str):
            raw = self._mended(raw)
        # Compared, not asked whether it is finite: a whole number may be too long for a float.
        is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
        if not is_number or not abs(raw) <= sys.float_info.max:
            raise place.error("not-a-number")
        return raw

    @staticmethod
    def _mended(raw: str) -> float | None:
        try:
            return int(raw) if raw.lstrip("-").isdecimal() and len(raw) < 16 else float(raw[:32])
        except ValueError:
            return None


@dataclass(frozen=True)
class Choice(Codec[str]):
    """One of the words that the type knows."""

    options: tuple[str, ...]

    def read(self, raw: Any, place: Place) -> str:
        if raw not in self.options:
            raise place.error("not-a-choice")
        return str(raw)


class Raw(Codec[Any]):
    """Kept as it is: descriptions of images, sources and their licences."""

    def read(self, raw: Any, place: Place) -> Any:
        return raw


@dataclass(frozen=True)
class Many(Codec[tuple[T, ...]]):
    """A list of one kind of thing."""

    each: Codec[T]
    most: int = 10_000

    def read(self, raw: Any, place: Place) -> tuple[T, ...]:
        if not isinstance(raw, list):
            raise place.error("not-a-list")
        if len(raw) > self.most:
            raise place.error("too-many")
        return tuple(self.each.read(one, place.index(n)) for n, one in enumerate(raw))

    def write(self, value: Sequence[T], writer: Writer) -> list[Any]:
        return [self.each.write(one, writer) for one in value]


@dataclass(frozen=True)
class Flattened(Codec[T]):
    """A group with a single field, stored without the group: overallFeedback is a list.

    Hand-written files keep the group, so both are read; the flat form is written.
    """

    name: str
    inner: Codec[T]

    def read(self, raw: Any, place: Place) -> T:
        if isinstance(raw, dict):
            for key in raw.keys() - {self.name}:
                place.key(key).lose(raw[key])
            if self.name not in raw:
                raise place.key(self.name).error("missing")
            return self.inner.read(raw[self.name], place.key(self.name))
        return self.inner.read(raw, place)

    def write(self, value: T, writer: Writer) -> Any:
        return self.inner.write(value, writer)


TEXT, FLAG, NUMBER, RAW = Text(), Flag(), Number(), Raw()
ON_OR_OFF = Choice(("on", "off"))
