"""How the parts of a report are called in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.classrooms.enums import Modality
from lms.core.enums import AgeBand, Cycle, Medium
from lms.core.periods import Period
from lms.organisations.models import County, MemberOrganisation
from lms.reach.counting import NO_ORGANISATION, Breakdown, OnlineCut, TrainingCut
from lms.reach.selectors.lessons import lesson_titles
from lms.reach.selectors.modules import module_titles
from lms.training.enums import EventMode
from lms.training.selectors import programme_titles

Cut = Breakdown | OnlineCut | TrainingCut
_MONTHS = (Breakdown.MONTH, OnlineCut.MONTH)
_FROM_ELSEWHERE = (Breakdown.LESSON, OnlineCut.MODULE)


@dataclass(frozen=True, slots=True)
class PartNames:
    """Names by cut and part. A part without a name, such as a lesson from elsewhere, is
    called by its code."""

    names: Mapping[Cut, Mapping[str, str | Promise]]

    def of(self, cut: Cut, part: str) -> str:
        """The name of one part."""
        if cut in _MONTHS:
            year, _dash, month = part.partition("-")
            return Period.month(int(year), int(month)).label
        return str(self.names.get(cut, {}).get(part) or part or _("fără"))

    def know(self, cut: Cut, part: str) -> bool:
        """Whether there is such a part. Any month is, and any lesson or module from elsewhere."""
        if cut in _MONTHS or cut in _FROM_ELSEWHERE:
            return True
        return part in self.names[cut]


def names_of() -> PartNames:
    """The names of counties, organisations, lessons, levels and the rest. Four queries, and
    one more for who asks for a programme."""
    language = get_language() or "ro"
    organisations = dict(MemberOrganisation.objects.values_list("code", "name"))
    counties = dict(County.objects.values_list("mnemonic", "name"))
    # Of a training that came by import nobody wrote it down; an online one is in no county.
    unknown = {"": _("nespecificat")}
    # Only the lists of trainings ask for them.
    programmes = cast(
        Mapping[str, str], SimpleLazyObject(lambda: unknown | programme_titles(language))
    )
    return PartNames(
        {
            Breakdown.COUNTY: counties,
            Breakdown.LEVEL: dict(Cycle.choices),
            Breakdown.MEDIUM: dict(Medium.choices),
            Breakdown.ORGANISATION: organisations | {NO_ORGANISATION: _("fără organizație")},
            Breakdown.LESSON: lesson_titles(language),
            Breakdown.MODALITY: dict(Modality.choices),
            OnlineCut.MODULE: module_titles(language),
            OnlineCut.AGE_BAND: dict(AgeBand.choices),
            TrainingCut.PROGRAMME: programmes,
            TrainingCut.COUNTY: {"": _("online sau nespecificat")} | counties,
            TrainingCut.PLACE: unknown | dict(EventMode.choices),
        }
    )
