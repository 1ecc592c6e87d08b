"""How hard a text is to read, by LIX: words a sentence, and how many words are long.

LIX counts letters and full stops only, so that it holds for languages without a dictionary of
their own here. C.-H. Björnsson, "Läsbarhet" (Stockholm 1968); used across languages by J. Anderson,
"Lix and Rix: Variations on a Little-Known Readability Index", Journal of Reading 26 (1983),
490–496. It says nothing about whether a text is clear, and is advice to whoever writes.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:…]+(?=\s|$)|\n+")
LONG = 6
# Below it a single long word would decide.
ENOUGH_WORDS = 40


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def words_a_sentence(self) -> float:
        """The mean length of a sentence."""
        return self.words / max(self.sentences, 1)

    @property
    def lix(self) -> int:
        """Björnsson's index: about 25 in books for children, 40 in newspapers, 60 in laws."""
        return round(self.words_a_sentence + 100 * self.long_words / max(self.words, 1))

    @property
    def says_something(self) -> bool:
        """Whether there is enough text to judge by."""
        return self.words >= ENOUGH_WORDS


def read(text: str) -> Reading:
    """Count words (runs of letters), sentences (what ends in . ! ? : … or a line) and long words
    (more than six letters)."""
    words = WORD.findall(text)
    sentences = [part for part in SENTENCE_END.split(text) if WORD.search(part)]
    return Reading(len(words), len(sentences), sum(len(word) > LONG for word in words))
