"""Which help lines stand at the end of a self-check."""

from dataclasses import dataclass

from lms.helplines.selectors import HelplineEntry, published_lines
from lms.selfcheck.instrument import Band
from lms.selfcheck.runs import Who


@dataclass(frozen=True)
class Help:
    """Whom to turn to, in words, and the lines that are published now."""

    text: str
    lines: list[HelplineEntry]


def help_for(band: Band, who: Who, language: str) -> Help:
    """What this band says to somebody of this age; to whoever did not say, the lines of all ages.

    Only what the help lines publish is shown: an unchecked number is worse than none.
    """
    asked = [who.value] if who is not Who.UNSAID else [Who.ADULT.value, Who.YOUNG.value]
    dials = {dial for name in asked for dial in band.turns[name].dials}
    lines = [line for line in published_lines(language) if line.dial in dials]
    return Help(text=band.turns[asked[0]].text, lines=lines)
