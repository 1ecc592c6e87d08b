"""The table to fill in, with what the organisation said already."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from lms.core.tables.writing import table_file
from lms.reach.figure_files.columns import TITLES
from lms.reach.selectors.submissions import FigureLine, IndicatorLine

_WIDTHS = (26, 44, 22, 16, 10, 14, 26, 34, 34, 9)


def figures_file(lines: Sequence[IndicatorLine], kind: str) -> bytes:
    """The table as a file of one of KINDS: it says the same when it is read back."""
    rows: list[Sequence[object]] = [TITLES, *_rows(lines)]
    return table_file(rows, kind, widths=_WIDTHS, freeze="C2")


def _rows(lines: Sequence[IndicatorLine]) -> Iterator[list[object]]:
    """A row a figure; one to fill in where there is none yet."""
    for line in lines:
        if line.is_missing:
            yield [line.indicator.value, line.name, *[""] * (len(TITLES) - 2)]
        for one in line.figures:
            yield _said(line, one)


def _said(line: IndicatorLine, one: FigureLine) -> list[object]:
    figure, latest = one.figure, one.revision
    in_addition = _("da") if latest.in_addition else _("nu")
    return [
        line.indicator.value, line.name, figure.audience, figure.part, latest.value,
        latest.qualifier, latest.get_method_display(), latest.source, latest.evidence,
        in_addition if line.is_fed_by_records else "",
    ]  # fmt: skip
