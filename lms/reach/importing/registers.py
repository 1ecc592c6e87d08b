"""What the cells of a file may name: organisations, schools, lessons, projects; each read once."""

from django.conf import settings
from django.utils.translation import gettext as _

from lessons.models import LessonPlanPage
from lms.core.tables.problems import CellProblem
from lms.organisations.models import FundingProject, MemberOrganisation, School


class Registers:
    """Primary keys by code. A few megabytes for the schools of the country."""

    def __init__(self) -> None:
        self._organisations = dict(MemberOrganisation.objects.values_list("code", "pk"))

    def organisation(self, cell: str) -> int:
        """A member by its code."""
        try:
            return self._organisations[cell]
        except KeyError:
            raise CellProblem(
                _("nu cunoaștem organizația „%s”; scrieți codul ei din listă") % cell
            ) from None

    def organisation_if_any(self, cell: str) -> int | None:
        """A member by its code, or nobody."""
        return self.organisation(cell) if cell else None


class SessionRegisters(Registers):
    """What class sessions name besides."""

    def __init__(self) -> None:
        super().__init__()
        self._schools = dict(School.objects.values_list("siiir", "pk"))
        plans = LessonPlanPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        self._plans = dict(plans.order_by("-pk").values_list("slug", "pk"))
        self._projects = dict(FundingProject.objects.values_list("code", "pk"))

    def school(self, code: str) -> int | None:
        """A school by its SIIIR code; one that the register does not know is kept as it is."""
        return self._schools.get(code)

    def plan(self, code: str) -> int | None:
        """A plan of ours by its address word; any other code is a lesson from elsewhere."""
        return self._plans.get(code)

    def project(self, cell: str) -> int | None:
        """A funded project by its code, or none."""
        if not cell:
            return None
        try:
            return self._projects[cell]
        except KeyError:
            raise CellProblem(
                _("nu cunoaștem proiectul „%s”; scrieți codul lui din listă") % cell
            ) from None
