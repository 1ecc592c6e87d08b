"""Everything that the tables of a year are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lms.reach.counting import Cell
from lms.reach.counting.year import YearReport
from lms.reach.selectors.names import PartNames

# (county's mnemonic, level's code)
CountyLevel = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A figure that was promised. `whose` is empty for the platform; `reached` is None where the
    records cannot say it: no training names a project."""

    indicator: str
    value: int
    whose: str = ""
    reached: int | None = None


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """Where an organisation stands with its figures of the year. `state` is a value of
    SubmissionState, empty when it has not begun."""

    organisation: str
    state: str = ""
    submitted_on: date | None = None


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """A year, the year before (None: nothing is known of it) and what stands beside them.

    `county_levels` cuts the counted sessions by county and level, in the order of the counties.
    `published` and `published_before` are the figures of the last published versions of the two
    years by their keys in T8, empty where none was published. `pupils` is how many there are by
    county, "" for the country, only where a source says it; `pupil_sources` names the sources.
    `version` is the number of the frozen report that this is, 0 for the live one.
    """

    report: YearReport
    names: PartNames
    before: YearReport | None = None
    county_levels: Mapping[CountyLevel, Cell] = field(default_factory=dict)
    published: Mapping[str, int] = field(default_factory=dict)
    published_before: Mapping[str, int] = field(default_factory=dict)
    pupils: Mapping[str, int] = field(default_factory=dict)
    pupil_sources: str = ""
    targets: tuple[TargetLine, ...] = ()
    submissions: tuple[SubmissionLine, ...] = ()
    software_version: str = ""
    version: int = 0

    @property
    def year(self) -> int:
        """The calendar year that is reported."""
        return self.report.year
