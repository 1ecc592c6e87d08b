"""Which records a list shows: the same words in an address, in a test and in a table's link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from lms.core.record_status import RecordStatus
from lms.reach.annual.labels import audience_label, indicator_label
from lms.reach.annual.trained import NOWHERE
from lms.reach.annual.values import AnnualTable
from lms.reach.counting import Breakdown, TrainingCut
from lms.reach.counting.placing import Fact, Placed
from lms.reach.counting.trainings import TrainingFact, part_of_cut
from lms.reach.counting.year import SECTION_4, TRAINED
from lms.reach.enums import Placing
from lms.reach.figures import Figure
from lms.reach.listing import Choice
from lms.reach.selectors.names import PartNames

NO_AUDIENCE = "fara"
_INDICATORS = (*SECTION_4, TRAINED)


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """What the records of a figure have in common; without anything, all of the year.

    `placing` narrows what is listed, never what the figure on top adds up to.
    """

    organisation: str = ""
    audience: str = ""
    indicator: str = ""
    placing: Placing | None = None
    # Of trainings: {cut: its part}, the part that nobody knows under NOWHERE.
    parts: Mapping[TrainingCut, str] = field(default_factory=dict)

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """Read the filter of an address. Raises ValueError for an unknown state or indicator."""
        indicator = query.get("indicator", "")
        if indicator and indicator not in _INDICATORS:
            raise ValueError(f"no such indicator: {indicator!r}")
        return cls(
            organisation=query.get("org", ""),
            audience=query.get("grup", ""),
            indicator=indicator,
            placing=Placing(query["stare"]) if query.get("stare") else None,
            parts={cut: query[cut.value] for cut in TrainingCut if query.get(cut.value)},
        )

    def query(self) -> str:
        """The filter as an address ends with it; empty for all records of the year."""
        values = {
            "indicator": self.indicator,
            "org": self.organisation,
            "grup": self.audience,
            "stare": self.placing.value if self.placing else "",
            **{cut.value: part for cut, part in self.parts.items()},
        }
        said = {key: value for key, value in values.items() if value}
        return f"?{urlencode(said)}" if said else ""

    def holds(self, *, organisation: str, audience: str = "", indicator: str = "") -> bool:
        """Whether a record with these belongs to the figure."""
        return (
            self.organisation in ("", organisation)
            and self.audience in ("", audience or NO_AUDIENCE)
            and self.indicator in ("", indicator)
        )

    def holds_training(self, fact: TrainingFact) -> bool:
        """Whether a training, or the part of it that is of one audience, belongs to the figure."""
        return self.holds(organisation=fact.organisation, audience=fact.audience) and all(
            part == (part_of_cut(fact, cut) or NOWHERE) for cut, part in self.parts.items()
        )

    def chosen(self, names: PartNames, year: int) -> list[Choice]:
        """What narrows the figure, each with the query that takes it away."""
        choices = []
        if self.indicator:
            name = indicator_label(self.indicator, year)
            choices.append(Choice(name, replace(self, indicator="").query()))
        if self.organisation:
            name = names.of(Breakdown.ORGANISATION, self.organisation)
            choices.append(Choice(name, replace(self, organisation="").query()))
        if self.audience:
            name = audience_label(self.audience.removeprefix(NO_AUDIENCE))
            choices.append(Choice(name, replace(self, audience="").query()))
        for cut, part in self.parts.items():
            name = names.of(cut, "" if part == NOWHERE else part)
            others = {one: value for one, value in self.parts.items() if one is not cut}
            choices.append(Choice(name, replace(self, parts=others).query()))
        return choices

    def shown(self, placed: Sequence[Placed[Fact]]) -> list[Placed[Fact]]:
        """The records of the chosen state."""
        return [one for one in placed if self.placing in (None, one.placing)]

    def states(self, placed: Sequence[Placed[Fact]]) -> list[Choice]:
        """The same figure in every state that its records have; none where there is only one."""
        there: set[Placing] = {one.placing for one in placed}
        if len(there) < 2 and self.placing is None:
            return []
        return [
            Choice(
                _("toate") if state is None else state.label,
                replace(self, placing=state).query(),
                current=state is self.placing,
            )
            for state in (None, *(state for state in Placing if state in there))
        ]


@dataclass(frozen=True, slots=True)
class RecordList:
    """A list ready to be shown: its figures, its states and its lines."""

    figures: list[Figure]
    states: list[Choice]
    table: AnnualTable


def status_label(status: str) -> str:
    """What was said last of a record."""
    return str(RecordStatus(status).label)
