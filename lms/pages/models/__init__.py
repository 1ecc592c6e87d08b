from lms.pages.models.home import Door, HomePage, HowStep
from lms.pages.models.keeping import PageReview, TranslationState
from lms.pages.models.members import MemberIndexPage, MemberPage
from lms.pages.models.reviews import SecondPersonTask
from lms.pages.models.standard import StandardPage

__all__ = [
    "Door",
    "HomePage",
    "HowStep",
    "MemberIndexPage",
    "MemberPage",
    "PageReview",
    "SecondPersonTask",
    "StandardPage",
    "TranslationState",
]
