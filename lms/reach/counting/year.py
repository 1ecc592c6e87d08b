"""Everything that is reported of a year, counted: the one value that every output is made of."""

from dataclasses import dataclass
from datetime import datetime

from lms.reach.counting.campaigns import CampaignReport
from lms.reach.counting.declared import DeclaredReport
from lms.reach.counting.report import Report
from lms.reach.counting.trainings import TrainingReport

# Section 4 of the printed report, in its order; the eighth is section 8.
ASSISTANCE = (
    "centre_rezidentiale",
    "centre_de_zi",
    "reintegrare_piata_muncii",
    "proceduri_penale",
    "repatriere",
    "consiliere",
)
INFORMED = "persoane_informate"
TRAINED = "persoane_instruite"
SECTION_4 = (*ASSISTANCE[:3], INFORMED, *ASSISTANCE[3:])


@dataclass(frozen=True, slots=True)
class Informed:
    """The components of "persoane informate" (RR12): the only figure in which they stand together,
    and it is always shown with them."""

    class_unique_pupils: int
    class_adults: int
    online_unique_completers: int
    campaigns: int
    declared: int

    @property
    def total(self) -> int:
        """The printed figure."""
        return (
            self.class_unique_pupils
            + self.class_adults
            + self.online_unique_completers
            + self.campaigns
            + self.declared
        )


@dataclass(frozen=True, slots=True)
class YearReport:
    """The year's class sessions and online completions, campaigns, trainings, declarations."""

    year: int
    as_of: datetime
    sessions: Report
    campaigns: CampaignReport
    trainings: TrainingReport
    declared: DeclaredReport

    @property
    def informed(self) -> Informed:
        """RR12."""
        return Informed(
            class_unique_pupils=self.sessions.unique_pupils.pupils,
            class_adults=self.sessions.contacts.adults,
            online_unique_completers=self.sessions.online.online.completers,
            campaigns=self.campaigns.people,
            declared=self.declared.totals.get(INFORMED, 0),
        )

    @property
    def trained(self) -> int:
        """People trained: of the records and of what members declare beside them."""
        return self.trainings.whole.persons + self.declared_trained

    @property
    def declared_trained(self) -> int:
        """People trained that members declare in addition to the records."""
        return self.declared.totals.get(TRAINED, 0)

    @property
    def trained_by_audience(self) -> dict[str, int]:
        """People trained by audience. A person on the lists of two audiences is in both; what is
        declared without an audience is in none, so the parts need not add up to the whole."""
        persons = {code: cell.persons for code, cell in self.trainings.by_audience.items()}
        for code, value in self.declared.trained_by_audience.items():
            if code:
                persons[code] = persons.get(code, 0) + value
        return dict(sorted(persons.items()))

    @property
    def section_4(self) -> dict[str, int]:
        """The seven printed figures by indicator, in their order."""
        return {
            key: self.informed.total if key == INFORMED else self.declared.totals.get(key, 0)
            for key in SECTION_4
        }
