"""T1: the seven figures of section 4, each with what it is made of."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lms.reach.annual.labels import indicator_label, qualifier_label
from lms.reach.annual.report import AnnualReport
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting.filters import SessionFilter
from lms.reach.counting.year import INFORMED


def section_4(annual: AnnualReport) -> AnnualTable:
    """Order and wording of the printed report; a qualifier stays with its figure."""
    return AnnualTable(
        key="T1",
        title=_("Beneficiari și persoane informate în %(year)s") % {"year": annual.year},
        note=_(
            "Secțiunea 4 a raportului. Șase rânduri vin numai din declarațiile organizațiilor; "
            "persoanele informate se arată întotdeauna cu componentele lor."
        ),
        columns=(
            Column("indicator", _("Indicator"), Kind.TEXT),
            Column("qualifier", _("Cât de exactă"), Kind.TEXT),
            Column("people", _("Persoane"), people=True),
        ),
        rows=tuple(_rows(annual)),
        public=True,
    )


def _rows(annual: AnnualReport) -> Iterator[AnnualRow]:
    report = annual.report
    for key, figure in report.section_4.items():
        informed = key == INFORMED
        qualifier = _("estimativ") if informed else _qualifier(annual, key)
        link = "" if informed else declared_link(indicator=key)
        yield AnnualRow(key, (indicator_label(key, annual.year), qualifier, figure), link)
        if informed:
            yield from _components(annual)


def _components(annual: AnnualReport) -> Iterator[AnnualRow]:
    informed = annual.report.informed
    unique = SessionFilter(one_a_cohort=True).query()
    adults = SessionFilter(with_adults=True).query()
    exact, estimate = qualifier_label("exact"), qualifier_label("estimativ")
    for key, label, qualifier, figure, link in (
        (
            "class_unique_pupils",
            _("elevi diferiți în sesiuni la clasă"),
            estimate,
            informed.class_unique_pupils,
            f"sesiuni/{unique}",
        ),
        (
            "class_adults",
            _("adulți prezenți la sesiuni"),
            exact,
            informed.class_adults,
            f"sesiuni/{adults}",
        ),
        (
            "online_unique_completers",
            _("persoane care au parcurs un modul online (estimare maximală)"),
            estimate,
            informed.online_unique_completers,
            "online/",
        ),
        (
            "campaigns",
            _("persoane în campanii (prezență sau vizitatori unici)"),
            exact,
            informed.campaigns,
            "campanii/",
        ),
        (
            "declared",
            _("declarate de organizații, în plus față de înregistrări"),
            _qualifier(annual, INFORMED),
            informed.declared,
            declared_link(indicator=INFORMED),
        ),
    ):
        cells = (_("din care: %(what)s") % {"what": label}, qualifier, figure)
        yield AnnualRow(f"{INFORMED}.{key}", cells, link if figure else "", is_part=True)


def _qualifier(annual: AnnualReport, indicator: str) -> str:
    return qualifier_label(annual.report.declared.qualifiers.get(indicator))


def declared_link(*, indicator: str, organisation: str = "", audience: str = "") -> str:
    """The list of the declared figures that make up a figure."""
    said = {"indicator": indicator, "org": organisation, "grup": audience}
    return "declarate/?" + "&".join(f"{key}={value}" for key, value in said.items() if value)
