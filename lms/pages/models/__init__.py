from lms.pages.models.home import Door, HomePage, HowStep
from lms.pages.models.members import (
    MemberIndexPage,
    MemberOffer,
    MemberPage,
    WorkingGroup,
    WorkingGroupsPage,
)
from lms.pages.models.resources import (
    ResourceAudience,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
)
from lms.pages.models.standard import StandardPage

__all__ = [
    "Door",
    "HomePage",
    "HowStep",
    "MemberIndexPage",
    "MemberOffer",
    "MemberPage",
    "ResourceAudience",
    "ResourceFile",
    "ResourceIndexPage",
    "ResourcePage",
    "StandardPage",
    "WorkingGroup",
    "WorkingGroupsPage",
]
