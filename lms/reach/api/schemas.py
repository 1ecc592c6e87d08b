"""What the API answers, as it is written down in its OpenAPI document."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema

# "c": confidential, hidden so that no figure below ten can be read or computed.
Hidden = Literal["c"]
Figure = int | Hidden


class Message(Schema):
    """What went wrong, in a sentence."""

    message: str


class InTwoLanguages(Schema):
    """Words in Romanian and in English."""

    ro: str
    en: str


class Links(Schema):
    """Where everything is."""

    openapi: str
    guide: str
    years: str
    provisional: str
    indicators: str
    organisations: str
    counties: str


class Year(Schema):
    """A year and its published versions; without any, its figures are provisional."""

    year: int
    state: Literal["published", "provisional"]
    versions: list[int]


class Version(Schema):
    """A published version. `sha256` is the sum of the bytes that `report` leads to."""

    year: int
    version: int
    as_of: datetime
    published_at: datetime
    reason: str
    rules_version: str
    software_version: str
    sha256: str
    report: str


class Provisional(Schema):
    """An open year as of the first of the month; every figure means "at least"."""

    year: int
    as_of: date
    rounded_down_to: int
    figures: dict[str, int]


class Cell(Schema):
    """One part of a breakdown of class sessions."""

    sessions: Figure
    girls: Figure
    boys: Figure
    undisclosed: Figure
    pupils: Figure
    adults: Figure


class UniquePupils(Schema):
    """Different pupils, estimated."""

    girls: int
    boys: int
    undisclosed: int
    pupils: int


class Sessions(Schema):
    """Class sessions: national figures, then the breakdowns after suppression."""

    contacts: Cell
    verified: Cell
    unconfirmed: Cell
    by_county: dict[str, Cell]
    by_level: dict[str, Cell]
    by_medium: dict[str, Cell]
    by_org: dict[str, Cell]
    by_lesson: dict[str, Cell]
    by_month: dict[str, Cell]
    by_modality: dict[str, Cell]
    unique_pupils: UniquePupils
    unique_by_county: dict[str, Figure]
    schools: int
    teachers: int
    quarantined: Hidden
    duplicates: Hidden


class Section8(Schema):
    """People trained."""

    persoane_instruite: int
    participari: int
    declared: int
    by_audience: dict[str, Figure]


class Snapshot(Schema):
    """Which version this is. The sum of the complete report is not public."""

    version: int
    approved_at: datetime
    sha256: None


class Report(Schema):
    """The public report of a year."""

    year: int
    as_of: datetime
    sessions: Sessions
    section4: dict[str, int]
    qualifiers: dict[str, str] = {}
    persoane_informate_components: dict[str, int]
    campaigns_by_org: dict[str, Figure]
    campaigns_excluded: dict[str, int]
    section8: Section8
    rules_version: str
    software_version: str
    snapshot: Snapshot


class Indicator(Schema):
    """What is counted, in which unit, by which rule."""

    key: str
    order: int
    name: InTwoLanguages
    unit: str
    unit_name: InTwoLanguages
    level: Literal["output", "outcome"]
    rule: InTwoLanguages


class YearFigure(Schema):
    """A national figure of the last version of a year."""

    year: int
    version: int
    figure: int


class IndicatorSeries(Schema):
    """One indicator and its published figures."""

    indicator: Indicator
    figures: list[YearFigure]


class Membership(Schema):
    """A period of membership; `until` is empty while it lasts."""

    since: date
    until: date | None


class Organisation(Schema):
    """A member organisation by the code that reports use."""

    code: str
    name: str
    memberships: list[Membership]


class County(Schema):
    """A county by the code that reports use."""

    code: str
    name: str
    iso_code: str
    nuts3: str
    region: str
