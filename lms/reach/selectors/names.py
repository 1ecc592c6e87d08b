"""How the parts of a report are called in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.classrooms.enums import Modality
from lms.core.enums import Cycle, Medium
from lms.core.periods import Period
from lms.organisations.models import County, MemberOrganisation
from lms.reach.counting import NO_ORGANISATION, Breakdown
from lms.reach.selectors.lessons import lesson_titles


@dataclass(frozen=True, slots=True)
class PartNames:
    """Names by breakdown and part. A part without a name, such as a lesson from elsewhere, is
    called by its code."""

    names: Mapping[Breakdown, Mapping[str, str | Promise]]

    def of(self, breakdown: Breakdown, part: str) -> str:
        """The name of one part."""
        if breakdown is Breakdown.MONTH:
            year, _dash, month = part.partition("-")
            return Period.month(int(year), int(month)).label
        return str(self.names.get(breakdown, {}).get(part) or part or _("fără"))

    def know(self, breakdown: Breakdown, part: str) -> bool:
        """Whether there is such a part. Any month may be, and any lesson from elsewhere."""
        if breakdown in (Breakdown.MONTH, Breakdown.LESSON):
            return True
        return part in self.names[breakdown]


def names_of() -> PartNames:
    """The names of counties, organisations, lessons, levels and the rest. Three queries."""
    organisations = dict(MemberOrganisation.objects.values_list("code", "name"))
    return PartNames(
        {
            Breakdown.COUNTY: dict(County.objects.values_list("mnemonic", "name")),
            Breakdown.LEVEL: dict(Cycle.choices),
            Breakdown.MEDIUM: dict(Medium.choices),
            Breakdown.ORGANISATION: organisations | {NO_ORGANISATION: _("fără organizație")},
            Breakdown.LESSON: lesson_titles(get_language() or "ro"),
            Breakdown.MODALITY: dict(Modality.choices),
        }
    )
