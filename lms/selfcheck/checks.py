"""System check: every instrument is whole, and the same in every language but for its words."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from lms.selfcheck import library
from lms.selfcheck.instrument import Band, Instrument, Item
from lms.selfcheck.runs import Who

NUMBERS = ("minutes", "most")


@register("house_rules")
def instruments_are_whole(**_: object) -> Iterable[CheckMessage]:
    """One broken file would fail the first reader; one that scores otherwise would mislead all of
    its language."""
    return [
        Error(
            f"The self-check {key}: {problem}.",
            hint=f"See {library.FOLDER / key}.",
            id="house.E020",
        )
        for key in library.offered()
        for problem in problems_of(key)
    ]


def problems_of(key: str) -> list[str]:
    """What is wrong with an instrument, in words; nothing in a good one."""
    found: list[str] = []
    structures = {}
    for code, _name in settings.LANGUAGES:
        try:
            rows = library.rows_of(key, code)
            found += [f"{code}: {words}" for words in _wrong_in(library.instrument(key, code))]
            # Two rows are numbers; every other must have words.
            found += [
                f"{code}: {row['part']} {row['key']} has no text"
                for row in rows
                if not row["text"] and row["part"] not in NUMBERS
            ]
            structures[code] = [(row["part"], row["key"], row["value"]) for row in rows]
        except FileNotFoundError:
            found.append(f"{code} is missing")
        except (KeyError, ValueError) as error:
            found.append(f"{code} cannot be read ({error})")
    source = structures.get(settings.LANGUAGE_CODE)
    found += [f"{code} scores otherwise" for code, rows in structures.items() if rows != source]
    return found


def _wrong_in(instrument: Instrument) -> Iterator[str]:
    steps = len(instrument.scale)
    most = sum(max(item.points) for item in instrument.items)
    starts = [band.least for band in instrument.bands]
    if steps < 2:
        yield "a scale needs two steps"
    if starts[:1] != [0] or starts != sorted(set(starts)) or starts[-1] > most:
        yield "the bands must begin at 0 and rise, each within reach"
    if len({item.key for item in instrument.items}) != len(instrument.items):
        yield "an item stands twice"
    for item in instrument.items:
        yield from _wrong_item(item, steps)
    for band in instrument.bands:
        yield from _wrong_band(band)


def _wrong_item(item: Item, steps: int) -> Iterator[str]:
    upwards = tuple(range(steps))
    if item.points not in (upwards, upwards[::-1]):
        yield f"{item.key} must count along the scale or against it"
    if not 0 < item.advice_from < steps:
        yield f"{item.key} is advised on for no answer or for all"


def _wrong_band(band: Band) -> Iterator[str]:
    missing = {Who.YOUNG.value, Who.ADULT.value} - band.turns.keys()
    if missing:
        yield f"{band.key} does not say whom to turn to: {', '.join(sorted(missing))}"
