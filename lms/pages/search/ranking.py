"""Which texts answer a question best. Plain Python over stems: the same on every database.

A word counts the more, the fewer texts have it, and by where it stands: title, description, body.
Words that mean the same, longer or shorter forms and a slip of the finger count for less. Words
that stand together as they were asked for count for more.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lms.pages.search.question import Asked, Phrase

TITLE, LEAD, BODY = 6.0, 3.0, 1.0
EXACT, SYNONYM, OTHER_FORM, SLIP = 1.0, 0.8, 0.6, 0.5
# Below this many texts a word is rare.
COMMON = 6
# A text must hold this part of what was asked for, by weight.
LEAST_COVERED = 0.4


@dataclass(frozen=True)
class Entry:
    """A text that can be found, by stems with single spaces between; `key` says what it is."""

    key: str
    title: str
    lead: str
    body: str

    @cached_property
    def fields(self) -> tuple[tuple[float, str], ...]:
        """Each part with its weight, spaced so that whole words can be looked for."""
        return ((TITLE, f" {self.title} "), (LEAD, f" {self.lead} "), (BODY, f" {self.body} "))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of all parts."""
        return frozenset(f"{self.title} {self.lead} {self.body}".split())


def best(asked: Sequence[Asked], entries: Sequence[Entry]) -> list[str]:
    """The keys of the texts that answer, best first."""
    vocabulary = frozenset().union(*(entry.words for entry in entries))
    ways = [_ways(one, vocabulary) for one in asked]
    found = [[_found(entry, way) for entry in entries] for way in ways]
    rarity = [_rarity(column) for column in found]
    known = sum(rarity)
    if not known:
        return []
    together = " ".join(word for one in asked for word in one.words)
    scored = []
    for index, entry in enumerate(entries):
        hits = [column[index] for column in found]
        covered = sum(rare for rare, hit in zip(rarity, hits, strict=True) if hit) / known
        if covered < LEAST_COVERED:
            continue
        score = sum(rare * hit for rare, hit in zip(rarity, hits, strict=True)) * covered**2
        if len(asked) > 1:
            score += known * _together(entry, together)
        scored.append((-score, len(entry.title), entry.key))
    return [key for _score, _length, key in sorted(scored)]


def _ways(asked: Asked, vocabulary: frozenset[str]) -> dict[Phrase, float]:
    """Every way in which one thing may be written, with what that is worth."""
    ways = dict.fromkeys(asked.others, SYNONYM) | {asked.words: EXACT}
    if len(asked.words) > 1:
        return ways
    word = asked.words[0]
    forms = {(other,) for other in vocabulary if _is_form(word, other)}
    ways = dict.fromkeys(forms - ways.keys(), OTHER_FORM) | ways
    if word not in vocabulary and len(ways) == 1:
        ways |= {(other,): SLIP for other in vocabulary if _is_slip(word, other)}
    return ways


def _found(entry: Entry, ways: dict[Phrase, float]) -> float:
    """How well one thing that was asked for stands in a text: its best place, and a little for
    how often it is named."""
    most = 0.0
    for phrase, worth in ways.items():
        if not entry.words.issuperset(phrase):
            continue
        looked_for = f" {' '.join(phrase)} "
        for weight, text in entry.fields:
            times = text.count(looked_for)
            if times:
                most = max(most, worth * weight * (1 + 0.25 * math.log(times)))
    return most


def _rarity(column: Sequence[float]) -> float:
    texts = sum(1 for hit in column if hit)
    # A word of one text alone is no more telling than one of a few: it may stand there by chance.
    return math.log(1 + len(column) / (texts + COMMON)) if texts else 0.0


def _together(entry: Entry, phrase: str) -> float:
    return max((weight / 2 for weight, text in entry.fields if f" {phrase} " in text), default=0.0)


def _is_form(word: str, other: str) -> bool:
    """Whether two words begin alike and differ by an ending only: "pierd" and "pierdut"."""
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < 4 or word == other or not word.isalpha() or word[:4] != other[:4]:
        return False
    common = next(
        (n for n, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]),
        len(shorter),
    )
    return len(shorter) - common <= 1 and len(longer) - common <= 3


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter is wrong, missing, added or swapped with its neighbour; two in a long
    word. Short words and numbers must be right."""
    allowed = 0 if len(word) < 5 or not word.isalpha() else 1 if len(word) < 8 else 2
    if not allowed or abs(len(word) - len(other)) > allowed:
        return False
    return _distance(word, other) <= allowed


def _distance(one: str, two: str) -> int:
    """How many letters to change, add, leave out or swap to make one word of the other."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(two, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
