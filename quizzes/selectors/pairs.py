"""What changed between two times of answering, from responses that are kept elsewhere.

Trainings keep theirs: adults answer before and after, paired by a code that only they know.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from quizzes.enums import Kind
from quizzes.marking import check, mark, signs_named
from quizzes.models import QuestionVersion
from quizzes.selectors.results import Change, changes_of_sums
from quizzes.sheets import Response
from quizzes.tallying import Pair, pair_amounts


@dataclass(frozen=True, slots=True)
class ResponsePair:
    """What one person answered to one version of a question, before and after."""

    version: QuestionVersion
    before: Response
    after: Response


def checked(version: QuestionVersion, response: Iterable[str]) -> Response:
    """The response as it is stored. Raises BadResponse for what this question does not offer."""
    return check(version.sheet, tuple(response))


def change_of_pairs(activity: UUID, pairs: Iterable[ResponsePair]) -> list[Change]:
    """The change of each version that at least ten people answered both times: shares of those
    who were wholly right, on a scale the means of its steps. Of kinds that have either."""
    sums: dict[tuple[UUID, int], Counter[str]] = {}
    for pair in pairs:
        before, after = _worth(pair.version, pair.before), _worth(pair.version, pair.after)
        values = Pair(pair.version.pk, before, after)
        total = sums.setdefault((activity, pair.version.pk), Counter())
        total.update(pair_amounts(values))
    return changes_of_sums(sums)


def names_enough(pairs: Iterable[tuple[QuestionVersion, Response]], wanted: int) -> bool:
    """Whether these answers together name at least so many signs of risk."""
    return sum(signs_named(version.sheet, response) for version, response in pairs) >= wanted


def _worth(version: QuestionVersion, response: Response) -> float:
    sheet = version.sheet
    if sheet.kind == Kind.SCALE:
        return float(1 + [option.key for option in sheet.options].index(response[0]))
    return float(mark(sheet, response).right is True)
