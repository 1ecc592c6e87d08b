"""Lists that readers choose from by a GET form: what fits, and how many each choice would leave.

The rows are light ones, all of them, so that every count comes from one pass over them and the
number of queries does not depend on how much there is to choose from.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Option:
    """One choice of a filter form and how many it would leave."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Offer(Generic[Row]):
    """One choice that a form offers, before it is counted."""

    value: object
    label: object
    test: Callable[[Row], bool]
    chosen: bool


Tests = Mapping[str, Callable[[Row], bool]]


def has(column: str, value: object) -> Callable[[Any], bool]:
    """The test whether a row has this value."""
    return lambda row: getattr(row, column) == value


def chosen_tests(offers: Mapping[str, Iterable[Offer[Row]]]) -> dict[str, Callable[[Row], bool]]:
    """The tests of filters of which one choice is made at a time. A value in an address that the
    form does not offer narrows nothing."""
    return {key: offer.test for key, offered in offers.items() for offer in offered if offer.chosen}


def fitting(rows: Iterable[Row], tests: Tests[Row]) -> list[Row]:
    """The rows that pass every filter in use."""
    return [row for row in rows if all(test(row) for test in tests.values())]


def counted(
    rows: Sequence[Row],
    tests: Tests[Row],
    offers: Mapping[str, Iterable[Offer[Row]]],
    identity: Callable[[Row], Hashable] = id,
) -> dict[str, list[Option]]:
    """Every choice with its count: the other filters hold, its own does not.

    `identity` says which rows are parts of one thing, which then counts once.
    """

    def option(others: list[Row], offer: Offer[Row]) -> Option:
        count = len({identity(row) for row in others if offer.test(row)})
        return Option(str(offer.value), str(offer.label), count, offer.chosen)

    options: dict[str, list[Option]] = {}
    for key, offered in offers.items():
        others = fitting(rows, {name: test for name, test in tests.items() if name != key})
        options[key] = [option(others, offer) for offer in offered]
    return options


def chosen(
    options: Mapping[str, Iterable[Option]], always: frozenset[str] = frozenset()
) -> list[tuple[str, Option]]:
    """The choices made, as (key of the address, option), each of which can be dropped. A filter of
    `always` has a choice at any time, so there is nothing to drop."""
    return [
        (key, option)
        for key, offered in options.items()
        for option in offered
        if option.chosen and key not in always
    ]
