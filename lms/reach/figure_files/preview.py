"""What a file would change, in words: before anything is saved."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lms.core.numbers import format_number
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.reach.enums import DeclaredMethod
from lms.reach.figure_files.rows import FigureRow
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import DeclaredFigureRevision
from lms.reach.selectors.submissions import label_of

_WORDS = {"qualifier": dict(Qualifier.choices), "method": dict(DeclaredMethod.choices)}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a row says anew; `before` is empty where nothing was said."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it is shown. `value` is what will hold; "" where nothing is said."""

    line: int
    name: str
    label: str
    value: str
    is_new: bool
    was_verified: bool
    is_returned: bool
    changes: tuple[Change, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it says otherwise than what the organisation said before."""
        return bool(self.changes) and not self.is_new


def preview_rows(rows: Iterable[FigureRow], year: int) -> list[PreviewRow]:
    """The rows with what each says and changes, in the file's order."""
    return [_shown(row, year) for row in rows]


def _shown(row: FigureRow, year: int) -> PreviewRow:
    latest = row.known.latest if row.known else None
    value = row.said.get("value", latest.value if latest else None)
    status = latest.status if latest else ""
    return PreviewRow(
        line=row.line,
        name=PrintedIndicator(row.key.indicator).printed(year),
        label=label_of(row.key.audience, row.key.part),
        value="" if value is None else format_number(value),
        is_new=latest is None and bool(row.said),
        was_verified=status == RecordStatus.VERIFIED,
        is_returned=status == RecordStatus.REJECTED,
        changes=tuple(_changes(row, latest)),
    )


def _changes(row: FigureRow, latest: DeclaredFigureRevision | None) -> Iterable[Change]:
    labels = {field.name: field.verbose_name for field in DeclaredFigureRevision._meta.fields}
    for name, value in row.changed.items():
        after = _words_of(name, value)
        # The value of a new figure is in the row already.
        if after and (latest or name != "value"):
            before = _words_of(name, getattr(latest, name)) if latest else ""
            yield Change(str(labels[name]), before, after)


def _words_of(name: str, value: object) -> str:
    if name in _WORDS:
        return str(_WORDS[name][str(value)])
    if isinstance(value, bool):
        return _("da") if value else _("nu")
    if isinstance(value, int):
        return format_number(value)
    return str(value or "")
