"""The public page of a published year, as values: figures with their rule, their exactness and what
an earlier version said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.core.qualifiers import Qualifier
from lms.reach.counting.year import INFORMED
from lms.reach.indicators import INDICATORS, PRINTED, PrintedIndicator
from lms.reach.public_figures import PATHS, Path, figure_at
from lms.reach.public_tables import PublicTable, public_tables
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.published import PublicVersion, Was, was

Text = str | Promise
# Beside the printed figures, in this order.
_COUNTED = (
    "participari", "elevi_diferiti", "adulti", "sesiuni", "scoli", "profesori", "persoane_online",
    "locuri_formari",
)  # fmt: skip
_COMPONENTS: tuple[tuple[str, Text], ...] = (
    ("class_unique_pupils", _("elevi diferiți în sesiuni la clasă")),
    ("class_adults", _("adulți prezenți la sesiuni")),
    (
        "online_unique_completers",
        _("persoane care au parcurs un modul online (estimare maximală)"),
    ),
    ("campaigns", _("persoane în campanii (prezență sau vizitatori unici)")),
    ("declared", _("declarate de organizații, în plus față de înregistrări")),
)


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """A national figure. `qualifier` is empty for an exact one."""

    key: str
    name: Text
    figure: int
    qualifier: Text
    rule: Text
    was: Was | None


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The last version of a year. `printed` are the eight figures of the annual report in their
    order; `components` are what people informed are made of."""

    version: PublicVersion
    versions: tuple[PublicVersion, ...]
    printed: tuple[PublicFigure, ...]
    components: tuple[PublicFigure, ...]
    counted: tuple[PublicFigure, ...]
    tables: tuple[PublicTable, ...]

    @property
    def informed(self) -> PublicFigure:
        """People informed, the one figure that is never shown without its components."""
        return next(one for one in self.printed if one.key == INFORMED)

    @property
    def has_records(self) -> bool:
        """Whether anything of the year was recorded. A year from before the platform has declared
        figures only: that nobody counted its sessions does not mean that there were none."""
        return any(one.figure or one.was for one in self.counted)

    @property
    def is_restated(self) -> bool:
        """Whether anything that is shown was another figure in an earlier version."""
        figures = (*self.printed, *self.components, *self.counted)
        rows = (row for table in self.tables for row in table.rows)
        return any(one.was for one in figures) or any(row.was for row in rows)


def public_page(versions: Sequence[PublicVersion], names: PartNames) -> PublicPage:
    """The page of the last of a year's versions, oldest first. Raises ValueError without one."""
    if not versions:
        raise ValueError("a year without a published report has no such page")
    return PublicPage(
        version=versions[-1],
        versions=tuple(versions),
        printed=tuple(_figures([one.key for one in PRINTED], versions)),
        components=tuple(_components(versions)),
        counted=tuple(_figures(_COUNTED, versions)),
        tables=tuple(public_tables(versions, names)),
    )


def indicator_name(key: str, year: int) -> Text:
    """How an indicator is called in the report of a year."""
    if key in PrintedIndicator.values:
        return PrintedIndicator(key).printed(year)
    return INDICATORS[key].name


def _figures(keys: Sequence[str], versions: Sequence[PublicVersion]) -> Iterator[PublicFigure]:
    last = versions[-1]
    qualifiers = last.content.get("qualifiers", {})
    for key in keys:
        figure = last.figures.get(key)
        if figure is None:
            continue
        qualifier = Qualifier.ESTIMATED if key == INFORMED else Qualifier(
            qualifiers.get(key, Qualifier.EXACT)
        )  # fmt: skip
        yield PublicFigure(
            key=key,
            name=indicator_name(key, last.year),
            figure=figure,
            qualifier="" if qualifier is Qualifier.EXACT else qualifier.label,
            rule=INDICATORS[key].rule,
            was=was(PATHS[key], versions),
        )


def _components(versions: Sequence[PublicVersion]) -> Iterator[PublicFigure]:
    for key, name in _COMPONENTS:
        path: Path = ("persoane_informate_components", key)
        figure = figure_at(versions[-1].content, path)
        if figure is not None:
            yield PublicFigure(key, name, figure, "", "", was(path, versions))
