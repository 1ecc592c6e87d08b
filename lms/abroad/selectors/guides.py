"""A country's guide: whom to call, what is owed, who checks it. One query, whatever there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.abroad.countries import COUNTRIES, OUTSIDE_EURES, Country
from lms.abroad.enums import Field, Scheme
from lms.abroad.models import LabourFact
from lms.abroad.selectors.shown import Shown, Source, Sources, begins, shown
from lms.core.numbers import format_date

# EURES has its pages in the languages of the Union.
_EURES = "https://eures.europa.eu/eures-services/help-and-support_{}"
_EURES_LANGUAGES = frozenset({"ro", "en", "hu"})


@dataclass(frozen=True)
class Row:
    """One line of the guide: what it is, and its values. Without values it is not verified yet."""

    key: str
    label: str
    items: tuple[Shown, ...]

    @property
    def is_known(self) -> bool:
        """Whether there is anything that readers may be shown."""
        return bool(self.items)


@dataclass(frozen=True)
class Guide:
    """Everything that a guide shows of a country."""

    country: Country
    name: str
    calls: Row
    advice: Row
    wages: tuple[Row, ...]
    wage_scheme: Row
    rights: tuple[Row, ...]
    institutions: tuple[Row, ...]
    sources: tuple[Source, ...]
    eures_address: str
    has_eures: bool
    is_collective: bool
    has_eurostat: bool
    today: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that two countries are compared by."""
        return (self.wage_scheme, *self.wages, *self.rights, *self.institutions)


def guide_of(code: str, language: str, today: date | None = None) -> Guide:
    """The guide of a country as of today, in the language that is active."""
    day = today or timezone.localdate()
    facts = LabourFact.objects.published().filter(country=code).on(day)
    return _guide(COUNTRIES[code], language, facts, day)


def guides_of(codes: Iterable[str], language: str) -> dict[str, Guide]:
    """The guides of these countries with one query."""
    wanted = list(codes)
    found: dict[str, list[LabourFact]] = {code: [] for code in wanted}
    today = timezone.localdate()
    for fact in LabourFact.objects.published().filter(country__in=wanted).on(today):
        found[fact.country].append(fact)
    return {code: _guide(COUNTRIES[code], language, rows, today) for code, rows in found.items()}


def eures_address(language: str) -> str:
    """The help page of EURES, in English where it has none in the reader's language."""
    return _EURES.format(language if language in _EURES_LANGUAGES else "en")


def _guide(country: Country, language: str, facts: Iterable[LabourFact], day: date) -> Guide:
    by_field: dict[str, list[LabourFact]] = {}
    for fact in facts:
        by_field.setdefault(fact.field, []).append(fact)
    sources = Sources()
    rows = _Rows(by_field, sources)
    calls = rows.of(Field.TRAFFICKING_LINE)
    advice = rows.joined(Field.ADVICE.label, Field.ADVICE, Field.ADVICE_REGIONAL)
    scheme = rows.of(Field.WAGE_SCHEME)
    wages = tuple(_wages(by_field, rows))
    rights = tuple(
        rows.of(field) for field in (Field.LEAVE, Field.HOLIDAYS, Field.HOURS, Field.HOURS_MAX)
    )
    return Guide(
        country=country,
        name=country.name(language),
        calls=calls,
        advice=advice,
        wages=wages,
        wage_scheme=scheme,
        rights=rights,
        institutions=_institutions(rows),
        sources=tuple(sources.all()),
        eures_address=eures_address(language),
        has_eures=country.code not in OUTSIDE_EURES,
        is_collective=_is_collective(by_field),
        has_eurostat=any(row.key == Field.WAGE_MONTH for row in wages),
        today=format_date(day, language),
    )


def _is_collective(by_field: dict[str, list[LabourFact]]) -> bool:
    schemes = by_field.get(Field.WAGE_SCHEME, [])
    return any(fact.text and fact.text != Scheme.NATIONAL for fact in schemes)


class _Rows:
    """Makes rows of facts; every fact that is shown has its source in the list."""

    def __init__(self, by_field: dict[str, list[LabourFact]], sources: Sources) -> None:
        self._by_field = by_field
        self._sources = sources

    def of(self, field: Field, *, is_older: bool = False) -> Row:
        """The row of one field."""
        facts = self._by_field.get(field, [])
        items = tuple(shown(fact, self._sources, is_older=is_older) for fact in facts)
        return Row(str(field.value), str(field.label), items)

    def joined(self, label: object, *fields: Field) -> Row:
        """One row of several fields: a name, its number, its page."""
        items = [item for field in fields for item in self.of(field).items]
        return Row(str(fields[0].value), str(label), tuple(items))


def _institutions(rows: _Rows) -> tuple[Row, ...]:
    return (
        rows.of(Field.EMERGENCY),
        rows.joined(
            _("Inspecția muncii"),
            Field.INSPECTORATE,
            Field.INSPECTORATE_PHONE,
            Field.INSPECTORATE_WEB,
        ),
        rows.joined(_("Oficiul de muncă"), Field.OFFICE, Field.OFFICE_WEB),
    )


def _wages(by_field: dict[str, list[LabourFact]], rows: _Rows) -> Iterable[Row]:
    """The wages that hold, as payslips have them. A wage in euro that is older than the one in the
    country's own money is left out: it is that wage before it was raised."""
    national, month = by_field.get(Field.WAGE_NATIONAL, []), by_field.get(Field.WAGE_MONTH, [])
    newest = max((begins(fact) for fact in (*national, *month)), default=date.min)
    order = (Field.WAGE_NATIONAL, Field.WAGE_MONTH, Field.WAGE_HOUR, Field.WAGE_HOUR_YOUNG)
    for field in (*order, Field.WAGE_HOUR_APPRENTICE, Field.WAGE_NET):
        facts = by_field.get(field, [])
        is_older = any(begins(fact) < newest for fact in facts)
        if not facts or (field == Field.WAGE_MONTH and is_older):
            continue
        yield rows.of(field, is_older=is_older)
