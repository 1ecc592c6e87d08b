from lms.pages.models.help import HelpPage
from lms.pages.models.home import Door, HomePage, HowStep
from lms.pages.models.members import MemberIndexPage, MemberPage
from lms.pages.models.standard import StandardPage

__all__ = [
    "Door",
    "HelpPage",
    "HomePage",
    "HowStep",
    "MemberIndexPage",
    "MemberPage",
    "StandardPage",
]
