from lms.pages.models.home import Door, HomePage, HowStep
from lms.pages.models.members import MemberIndexPage, MemberPage
from lms.pages.models.search import PageWords, Synonyms
from lms.pages.models.standard import StandardPage

__all__ = [
    "Door",
    "HomePage",
    "HowStep",
    "MemberIndexPage",
    "MemberPage",
    "PageWords",
    "StandardPage",
    "Synonyms",
]
