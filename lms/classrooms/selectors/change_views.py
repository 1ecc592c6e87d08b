"""What a class answered at the start and at the end, as a teacher sees it: means, never a pupil."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lms.classrooms.bars import share
from lms.classrooms.models import ClassStep
from quizzes.enums import Kind
from quizzes.selectors import Change, change_of_group


@dataclass(frozen=True, slots=True)
class MeanRow:
    """One of the two moments: its name, the mean in words, and the length of its bar."""

    moment: str
    mean: str
    width: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A question that was asked twice: how many answered both, the two means, and how many moved
    up, stayed or moved down."""

    text: str
    n: int
    rows: tuple[MeanRow, MeanRow]
    rose: int
    same: int
    fell: int


def asks_twice(rows: Iterable[ClassStep]) -> bool:
    """Whether a question stands in two of these steps."""
    asked = Counter(row.step.question_id for row in rows if row.step.question_id is not None)
    return any(times > 1 for times in asked.values())


def change_views(group: UUID) -> list[ChangeView]:
    """The changes of a class; nothing below ten pupils who answered both times."""
    return [_view(change) for change in change_of_group(group)]


def _view(change: Change) -> ChangeView:
    return ChangeView(
        text=change.text,
        n=change.n,
        rows=(
            _row(_("La început"), change, change.before),
            _row(_("La sfârșit"), change, change.after),
        ),
        rose=change.rose,
        same=change.same,
        fell=change.fell,
    )


def _row(moment: str, change: Change, mean: float) -> MeanRow:
    if change.sheet.kind != Kind.SCALE:
        return MeanRow(moment, f"{round(100 * mean)} %", f"{100 * mean:.1f}")
    steps = len(change.sheet.options)
    said = _("%(mean)s din %(all)s") % {"mean": number_format(mean, 1), "all": steps}
    # The lowest step of a scale is where its bar begins.
    return MeanRow(moment, said, share(round(100 * (mean - 1)), 100 * (steps - 1)))
