"""Signs that GIFT gives a meaning to, in texts that must not have it."""

import re

_SPECIAL = "\\~=#{}:>n"
# While a question is taken apart, an escaped sign is one of the code points that nobody uses.
_HIDDEN = {sign: chr(0xE000 + place) for place, sign in enumerate(_SPECIAL)}
_SHOWN = {hidden: "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_ESCAPED = re.compile(r"\\([\\~=#{}:>n])")
_TO_ESCAPE = re.compile(r"[\\~=#{}:]")


def escape(text: str) -> str:
    """The text as it may stand in a question: one line, its signs without a meaning."""
    return _TO_ESCAPE.sub(r"\\\g<0>", text).replace("\n", "\\n")


def escape_left(text: str) -> str:
    """The same for the left side of a pair, which ends at the first arrow."""
    return escape(text).replace("->", "-\\>")


def comment(name: str, value: str) -> str:
    """A line that Moodle skips and `gift.read` knows."""
    return f"// {name}: {escape(value)}"


def protect(text: str) -> str:
    """The text with escaped signs hidden, so that only those with a meaning are left."""
    return _ESCAPED.sub(lambda found: _HIDDEN[found[1]], text)


def restore(text: str) -> str:
    """What was hidden, as people read it."""
    return "".join(_SHOWN.get(sign, sign) for sign in text)
