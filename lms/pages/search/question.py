"""A question as search reads it: what is asked for, each with what else means the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from lms.pages.search.words import index_words, question_words

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for: the words themselves, and others that mean the same."""

    words: Phrase
    others: tuple[Phrase, ...] = ()


def read_question(text: str, language: str, groups: Iterable[list[str]]) -> list[Asked]:
    """The things asked for in order. Where a group of synonyms has a phrase that stands in the
    question, the longest one is one thing."""
    words = question_words(text, language)
    synonyms = _by_phrase(groups, language)
    asked: list[Asked] = []
    place = 0
    while place < len(words):
        phrase = _longest(words, place, synonyms)
        asked.append(Asked(phrase, synonyms.get(phrase, ())))
        place += len(phrase)
    # Asked twice is asked once.
    return list(dict.fromkeys(asked))


def _by_phrase(groups: Iterable[list[str]], language: str) -> dict[Phrase, tuple[Phrase, ...]]:
    """Each phrase as a question has it, without small words → its group, as texts have it."""
    found: dict[Phrase, dict[Phrase, None]] = {}
    for group in groups:
        phrases = dict.fromkeys(tuple(index_words(member).split()) for member in group)
        phrases.pop((), None)
        for member in group:
            asked = tuple(question_words(member, language))
            found.setdefault(asked, {}).update(phrases)
    return {
        phrase: tuple(other for other in others if other != phrase)
        for phrase, others in found.items()
    }


def _longest(words: list[str], place: int, synonyms: dict[Phrase, tuple[Phrase, ...]]) -> Phrase:
    for length in range(min(4, len(words) - place), 1, -1):
        phrase = tuple(words[place : place + length])
        if phrase in synonyms:
            return phrase
    return (words[place],)
