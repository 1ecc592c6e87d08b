"""What an instrument is, and how one is read from its file. Plain data, no Django.

A file is CSV with the columns part,key,value,text; its rows are, in this order of meaning:

    name, summary, opening      what the reader sees first
    minutes                     value: how long it takes
    most                        value: how many answers are met with advice, the heaviest first
    answer    key               one step of the scale, the same for every item
    item      key, points       value: what each answer adds, as "0 1 2 3" or "3 2 1 0"
    advice    item, from        what to do, shown where the answer adds at least so many points
    care      item, from        shown above everything else, whatever the sum
    band      key, from         a range of sums and its title; from 0 upwards
    says, today    band         what the band means; one thing to do today
    turn      band.who, lines   whom to turn to, and the numbers of help lines, by age

Everything but the column `text` is the same in every language (lms.selfcheck.checks).
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

COLUMNS = ["part", "key", "value", "text"]


@dataclass(frozen=True)
class Item:
    """One sentence, what each answer to it adds, and what can be done about it."""

    key: str
    text: str
    points: tuple[int, ...]
    advice: str
    advice_from: int
    care: str = ""
    care_from: int = 0


@dataclass(frozen=True)
class Turn:
    """Whom to turn to, in words, and the numbers of lines to show."""

    text: str
    dials: tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """A range of sums, in kind words."""

    key: str
    least: int
    title: str
    says: str
    today: str
    turns: dict[str, Turn] = field(hash=False)


@dataclass(frozen=True)
class Instrument:
    """A whole self-check in one language."""

    key: str
    language: str
    name: str
    summary: str
    opening: tuple[str, ...]
    minutes: int
    most_advice: int
    scale: tuple[str, ...]
    items: tuple[Item, ...]
    bands: tuple[Band, ...]


Row = dict[str, str]


def read_rows(lines: Iterable[str]) -> list[Row]:
    """The rows of a file; raises ValueError where its columns are not the agreed ones."""
    reader = csv.DictReader(lines)
    if reader.fieldnames != COLUMNS:
        raise ValueError(f"the columns must be {','.join(COLUMNS)}")
    return list(reader)


def build(key: str, language: str, rows: list[Row]) -> Instrument:
    """The instrument that these rows describe; KeyError or ValueError where a part is missing."""
    by_part: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_part[row["part"]].append(row)
    keyed = {part: {row["key"]: row for row in of_part} for part, of_part in by_part.items()}
    return Instrument(
        key=key,
        language=language,
        name=keyed["name"][""]["text"],
        summary=keyed["summary"][""]["text"],
        opening=tuple(row["text"] for row in by_part["opening"]),
        minutes=int(keyed["minutes"][""]["value"]),
        most_advice=int(keyed["most"][""]["value"]),
        scale=tuple(row["text"] for row in by_part["answer"]),
        items=tuple(
            _item(row, keyed["advice"][row["key"]], keyed.get("care", {}).get(row["key"]))
            for row in by_part["item"]
        ),
        bands=tuple(_band(row, keyed) for row in by_part["band"]),
    )


def _item(row: Row, advice: Row, care: Row | None) -> Item:
    return Item(
        key=row["key"],
        text=row["text"],
        points=tuple(int(number) for number in row["value"].split()),
        advice=advice["text"],
        advice_from=int(advice["value"]),
        care=care["text"] if care else "",
        care_from=int(care["value"]) if care else 0,
    )


def _band(row: Row, keyed: dict[str, dict[str, Row]]) -> Band:
    key = row["key"]
    turns = {
        name.removeprefix(f"{key}."): Turn(turn["text"], tuple(turn["value"].split()))
        for name, turn in keyed["turn"].items()
        if name.startswith(f"{key}.")
    }
    return Band(
        key=key,
        least=int(row["value"]),
        title=row["text"],
        says=keyed["says"][key]["text"],
        today=keyed["today"][key]["text"],
        turns=turns,
    )
