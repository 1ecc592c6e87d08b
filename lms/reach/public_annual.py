"""The public's tables as values, made of the public report alone: "c" is a hidden figure."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from lms.reach.annual.labels import audience_label, indicator_label
from lms.reach.annual.sessions import session_columns
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind, Value
from lms.reach.counting import Breakdown
from lms.reach.counting.year import INFORMED, TRAINED
from lms.reach.public_report import CUTS
from lms.reach.selectors.names import PartNames

Content = Mapping[str, Any]


def public_annual_tables(public: Content, names: PartNames) -> tuple[AnnualTable, ...]:
    """Every table of a public report. `public` is what `public_content` gave, or the stored public
    content of a published version: never a complete one."""
    return (
        _national(public),
        _components(public),
        *(_cut(public, Breakdown(cut), names) for cut in CUTS),
        _single(
            public["section8"]["by_audience"],
            "section8_by_audience",
            _("Persoane instruite pe grup-țintă"),
            _("Grup-țintă"),
            {part: audience_label(part) for part in public["section8"]["by_audience"]},
        ),
        _single(
            public["campaigns_by_org"],
            "campaigns_by_org",
            _("Persoane în campanii, pe organizații"),
            _("Organizație"),
            {p: names.of(Breakdown.ORGANISATION, p) for p in public["campaigns_by_org"]},
        ),
    )


def _national(public: Content) -> AnnualTable:
    sessions, trained = public["sessions"], public["section8"]
    year = public["year"]
    figures: dict[str, tuple[str, Value]] = {
        **{key: (indicator_label(key, year), n) for key, n in public["section4"].items()},
        TRAINED: (indicator_label(TRAINED, year), trained["persoane_instruite"]),
        "participari_formari": (_("Participări la formări"), trained["participari"]),
        "contacts": (_("Participări ale elevilor"), sessions["contacts"]["pupils"]),
        "sessions": (_("Sesiuni la clasă"), sessions["contacts"]["sessions"]),
        "adults": (_("Adulți prezenți la sesiuni"), sessions["contacts"]["adults"]),
        "unique_pupils": (_("Elevi diferiți (estimat)"), sessions["unique_pupils"]["pupils"]),
        "schools": (_("Școli"), sessions["schools"]),
        "teachers": (_("Profesori"), sessions["teachers"]),
    }
    return _pairs("national", _("Cifrele pe țară"), _("Cifra"), figures)


def _components(public: Content) -> AnnualTable:
    words = {
        "class_unique_pupils": _("elevi diferiți în sesiuni la clasă"),
        "class_adults": _("adulți prezenți la sesiuni"),
        "online_unique_completers": _(
            "persoane care au parcurs un modul online (estimare maximală)"
        ),
        "campaigns": _("persoane în campanii (prezență sau vizitatori unici)"),
        "declared": _("declarate de organizații, în plus față de înregistrări"),
    }
    found = public["persoane_informate_components"]
    figures: dict[str, tuple[str, Value]] = {
        key: (name, found[key]) for key, name in words.items() if key in found
    }
    title = indicator_label(INFORMED, public["year"])
    return _pairs("persoane_informate", title, _("Componenta"), figures)


def _single(
    parts: Content, key: str, title: str, part_label: str, names: Mapping[str, str]
) -> AnnualTable:
    return _pairs(key, title, part_label, {part: (names[part], n) for part, n in parts.items()})


def _pairs(
    key: str, title: str, part_label: str, figures: Mapping[str, tuple[str, Value]]
) -> AnnualTable:
    return AnnualTable(
        key=key,
        title=title,
        note="",
        columns=(
            Column("code", _("Cod"), Kind.TEXT),
            Column("name", part_label, Kind.TEXT),
            Column("figure", _("Cifra"), people=True),
        ),
        rows=tuple(AnnualRow(part, (part, name, n)) for part, (name, n) in figures.items()),
        public=True,
    )


def _cut(public: Content, cut: Breakdown, names: PartNames) -> AnnualTable:
    sessions = public["sessions"]
    unique = sessions.get("unique_by_county", {}) if cut is Breakdown.COUNTY else {}
    more = (Column("unique", _("Elevi diferiți (estimat)"), people=True),) if unique else ()
    columns = session_columns()
    return AnnualTable(
        key=cut.value,
        title=_("Sesiuni la clasă: %(cut)s") % {"cut": str(cut.label).lower()},
        note="",
        columns=(
            Column("code", _("Cod"), Kind.TEXT),
            Column("name", str(cut.label), Kind.TEXT),
            *columns,
            *more,
        ),
        rows=tuple(_cut_rows(sessions.get(cut.value, {}), unique, cut, names)),
        public=True,
    )


def _cut_rows(
    cells: Content, unique: Content, cut: Breakdown, names: PartNames
) -> Iterator[AnnualRow]:
    keys = [column.key for column in session_columns()]
    for part, cell in cells.items():
        figures = (*(cell[key] for key in keys), *([unique[part]] if unique else []))
        yield AnnualRow(part, (part, names.of(cut, part), *figures))
