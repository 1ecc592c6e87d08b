"""Public breakdowns, ready for the page: names, figures or their absence, bars."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.reach.annual.labels import audience_label
from lms.reach.counting import Breakdown
from lms.reach.public_figures import Path, figure_at
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.published import PublicVersion, Was, was

Text = str | Promise
# The public's fixed set of tables.
_TITLES: Mapping[Breakdown, Text] = {
    Breakdown.LEVEL: _("Pe niveluri"),
    Breakdown.COUNTY: _("Pe județe"),
    Breakdown.MONTH: _("Pe luni"),
    Breakdown.MEDIUM: _("Pe medii"),
    Breakdown.MODALITY: _("Față în față sau online"),
    Breakdown.ORGANISATION: _("Pe organizații"),
    Breakdown.LESSON: _("Pe lecții"),
}
_PARTICIPATIONS = _("Participări ale elevilor")


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One part; `figure` is None where it is hidden, and then it has no bar."""

    name: str
    figure: int | None
    percent: str
    was: Was | None


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A breakdown of one unit. `total` is the national total, which is never hidden; None where
    the parts do not add up to one."""

    key: str
    title: Text
    part_label: Text
    unit: Text
    rows: tuple[PublicRow, ...]
    total: int | None


def public_tables(versions: Sequence[PublicVersion], names: PartNames) -> list[PublicTable]:
    """The tables of the last of these versions, with what the earlier ones said."""
    sessions = versions[-1].content["sessions"]
    total = figure_at(sessions, ("contacts", "pupils"))
    found = [
        _table(
            versions,
            PublicTable(cut.value, title, cut.label, _PARTICIPATIONS, (), total),
            {part: ("sessions", cut.value, part, "pupils") for part in sessions.get(cut.value, {})},
            lambda part, cut=cut: names.of(cut, part),  # type: ignore[misc]
        )
        for cut, title in _TITLES.items()
    ]
    return [table for table in (*found, _audiences(versions), _campaigns(versions, names)) if table]


def _audiences(versions: Sequence[PublicVersion]) -> PublicTable | None:
    parts = versions[-1].content["section8"]["by_audience"]
    return _table(
        versions,
        PublicTable(
            "by_audience", _("Persoane instruite, pe grupuri-țintă"), _("Grup-țintă"),
            _("Persoane"), (), None,
        ),
        {part: ("section8", "by_audience", part) for part in parts},
        audience_label,
    )  # fmt: skip


def _campaigns(versions: Sequence[PublicVersion], names: PartNames) -> PublicTable | None:
    parts = versions[-1].content["campaigns_by_org"]
    return _table(
        versions,
        PublicTable(
            "campaigns_by_org", _("Persoane în campanii, pe organizații"), _("Organizație"),
            _("Persoane"), (), None,
        ),
        {part: ("campaigns_by_org", part) for part in parts},
        lambda part: names.of(Breakdown.ORGANISATION, part),
    )  # fmt: skip


def _table(
    versions: Sequence[PublicVersion],
    empty: PublicTable,
    paths: Mapping[str, Path],
    name: Callable[[str], str],
) -> PublicTable | None:
    """The table with its rows; None when there are none."""
    content = versions[-1].content
    figures = {part: figure_at(content, path) for part, path in paths.items()}
    largest = max((figure or 0 for figure in figures.values()), default=0) or 1
    rows = tuple(
        PublicRow(name(part), figure, f"{100 * (figure or 0) / largest:.1f}", was(path, versions))
        for (part, path), figure in zip(paths.items(), figures.values(), strict=True)
    )
    if not rows or not (empty.total is None or empty.total):
        return None
    return PublicTable(empty.key, empty.title, empty.part_label, empty.unit, rows, empty.total)
