"""Public breakdowns, ready for the page: names, figures or their absence, bars."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.reach.counting import Breakdown
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.public import PublicImpact


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One part; `pupils` is None where the figure is hidden, and then it has no bar."""

    name: str
    pupils: int | None
    percent: str


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A breakdown of pupils; `total` is the national total, which is never hidden."""

    key: str
    title: str | Promise
    part_label: str | Promise
    rows: tuple[PublicRow, ...]
    total: int


def public_tables(impact: PublicImpact, names: PartNames) -> list[PublicTable]:
    """The public's fixed set of tables: by county and by level."""
    total = impact.counter.running.pupils
    return [
        _table(Breakdown.LEVEL, _("Pe niveluri"), impact.by_level, names, total),
        _table(Breakdown.COUNTY, _("Pe județe"), impact.by_county, names, total),
    ]


def _table(
    cut: Breakdown,
    title: str | Promise,
    parts: Mapping[str, int | None],
    names: PartNames,
    total: int,
) -> PublicTable:
    largest = max((pupils or 0 for pupils in parts.values()), default=0) or 1
    rows = tuple(
        PublicRow(names.of(cut, part), pupils, f"{100 * (pupils or 0) / largest:.1f}")
        for part, pupils in parts.items()
    )
    return PublicTable(cut.value, title, cut.label, rows, total)
