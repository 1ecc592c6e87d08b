"""What participants thought of an event, on one page; from five answers up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core.numbers import format_decimal
from lms.training.enums import CommentKind, Pace, WillUse
from lms.training.models import EvaluationComment, EventQuestionnaire

# Fewer than this many are not shown, so that nobody is pointed at.
FEWEST_EVALUATIONS = 5
_LEVELS = (5, 4, 3, 2, 1)


@dataclass(frozen=True)
class DistributionRow:
    """One thing that could be ticked: how many ticked it, and the length of its bar."""

    label: str
    people: int
    said: str
    width: str


@dataclass(frozen=True)
class Distribution:
    """How a question was answered. `mean` is in words, "" where there is none. No rows below five
    answers."""

    title: str
    n: int
    mean: str = ""
    rows: tuple[DistributionRow, ...] = ()


@dataclass(frozen=True)
class EvaluationSummary:
    """The whole page. Nothing but `n` below five."""

    n: int
    distributions: tuple[Distribution, ...] = ()
    keep: tuple[EvaluationComment, ...] = ()
    change: tuple[EvaluationComment, ...] = ()

    @property
    def missing(self) -> int:
        """How many more it takes until anything is shown."""
        return max(0, FEWEST_EVALUATIONS - self.n)


def evaluation_summary(questionnaire: EventQuestionnaire) -> EvaluationSummary:
    """What was ticked and said about an event. Two queries."""
    evaluations = list(questionnaire.evaluations.all())
    if len(evaluations) < FEWEST_EVALUATIONS:
        return EvaluationSummary(len(evaluations))
    comments = list(questionnaire.comments.all())
    return EvaluationSummary(
        n=len(evaluations),
        distributions=(
            _marks(_("Cât de utilă a fost"), [one.usefulness for one in evaluations]),
            _marks(_("Cât de clară a fost"), [one.clarity for one in evaluations]),
            _marks(_("Cum a condus formatorul"), [one.trainer for one in evaluations]),
            _words(_("Ritmul"), [one.pace for one in evaluations], Pace.choices),
            _words(
                _("Voi folosi ce am învățat"),
                [one.will_use for one in evaluations],
                WillUse.choices,
            ),
        ),
        keep=tuple(one for one in comments if one.kind == CommentKind.KEEP),
        change=tuple(one for one in comments if one.kind == CommentKind.CHANGE),
    )


def _marks(title: str, marks: Iterable[int | None]) -> Distribution:
    given = [mark for mark in marks if mark is not None]
    names = {5: _("5, foarte"), 1: _("1, deloc")}
    choices = [(level, names.get(level, str(level))) for level in _LEVELS]
    mean = ""
    if len(given) >= FEWEST_EVALUATIONS:
        value = format_decimal(sum(given) / len(given), get_language() or "ro")
        mean = _("media %(mean)s din 5") % {"mean": value}
    return _distribution(title, given, choices, mean)


def _words(title: str, words: Iterable[str], choices: Iterable[tuple[str, object]]) -> Distribution:
    return _distribution(title, [word for word in words if word], choices)


def _distribution(
    title: str, given: Sequence[object], choices: Iterable[tuple[object, object]], mean: str = ""
) -> Distribution:
    if len(given) < FEWEST_EVALUATIONS:
        return Distribution(title, len(given))
    counts = Counter(given)
    return Distribution(
        title,
        len(given),
        mean,
        tuple(_row(str(label), counts[value], len(given)) for value, label in choices),
    )


def _row(label: str, people: int, total: int) -> DistributionRow:
    share = 100 * people / total
    return DistributionRow(label, people, f"{round(share)} %", f"{share:.1f}")
