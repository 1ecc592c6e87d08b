"""What the statements of one launch come to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from media.h5p.xapi import Statement


@dataclass(frozen=True)
class Attempt:
    """The last outcome of the whole content and the answers that led to it.

    `pending` are answers given after it: a new try that has no outcome yet. Who resumes in another
    launch has answered in both: fold the statements of both, in order.
    """

    outcome: Statement | None = None
    items: tuple[Statement, ...] = ()
    pending: tuple[Statement, ...] = ()

    def after(self, statement: Statement) -> "Attempt":
        """The attempt with one more statement. What ends nothing, like `progressed`, changes
        nothing; an outcome without a score does not replace one with a score."""
        if not statement.completes:
            return self
        if not statement.top_level:
            others = tuple(one for one in self.pending if one.item != statement.item)
            return replace(self, pending=(*others, statement))
        if self.outcome and self.outcome.score and not statement.score:
            return self
        return Attempt(statement, self.pending or self.items)


def attempt(statements: Iterable[Statement]) -> Attempt:
    """All statements of a launch, in the order in which they came."""
    result = Attempt()
    for statement in statements:
        result = result.after(statement)
    return result
