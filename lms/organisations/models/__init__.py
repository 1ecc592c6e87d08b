from lms.organisations.models.counties import County, Locality
from lms.organisations.models.mappings import SchoolColumnMapping
from lms.organisations.models.members import MemberOrganisation, Membership
from lms.organisations.models.projects import FundingProject
from lms.organisations.models.pupils import PupilNumber
from lms.organisations.models.schools import School, SchoolRequest

__all__ = [
    "County",
    "FundingProject",
    "Locality",
    "MemberOrganisation",
    "Membership",
    "PupilNumber",
    "School",
    "SchoolColumnMapping",
    "SchoolRequest",
]
