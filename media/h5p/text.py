"""The text twin: what an activity says, to read and to print where nothing can be pressed.

Right answers are not told unless asked for. Where the format stores the right one first, options
come in alphabetical order.
"""

from media.h5p import text_compound, text_exercises
from media.h5p.content import Content, Other
from media.h5p.content.strings import words
from media.h5p.telling import Block, Telling, tell

# Each registers how its types are told.
TELLERS = (text_compound, text_exercises)


def twin(
    content: Content | Other, language: str = "ro", *, answers: bool = False
) -> tuple[Block, ...]:
    """The blocks of the twin, for a template or a document. `answers` tells the right ones."""
    return tuple(tell(content, Telling(language, answers)))


def plain(blocks: tuple[Block, ...], language: str = "ro") -> str:
    """The twin as plain text, in the manner of a text file: # for headings, - for options."""
    right = words(language)["right"]
    lines = []
    for block in blocks:
        if block.kind == "heading":
            lines += ["", f"{'#' * min(block.level, 6)} {block.text}"]
        elif block.kind == "option":
            lines.append(f"- {block.text}" + (f" ({right})" if block.right else ""))
        else:
            lines.append(block.text)
    return "\n".join(lines).strip() + "\n"
