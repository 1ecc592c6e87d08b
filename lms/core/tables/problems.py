"""What is wrong with a file, said so that whoever made it can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: the line as an editor counts it (the titles are line 1, 0 is the whole
    file), the column's title (empty for the whole line), and the reason as a sentence."""

    line: int
    column: str
    reason: str


class CellProblem(ValueError):  # noqa: N818 - named as people say it
    """A cell that cannot be read; the message is the reason, the column is said by the reader."""


class Unreadable(Exception):  # noqa: N818 - named as people say it
    """Nothing of this file is imported. `problems` says why, each once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = sorted(set(problems))
