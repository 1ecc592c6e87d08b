from lms.pages.models.consents import StoryCheck, StoryConsent, StoryWithdrawal
from lms.pages.models.help import HelpPage
from lms.pages.models.home import Door, HomePage, HowStep
from lms.pages.models.keeping import PageReview, TranslationState
from lms.pages.models.magazine import MagazineArticlePage, MagazineIndexPage, MagazineIssuePage
from lms.pages.models.members import (
    MemberIndexPage,
    MemberOffer,
    MemberPage,
    WorkingGroup,
    WorkingGroupsPage,
)
from lms.pages.models.news import NewsIndexPage, NewsPage
from lms.pages.models.resources import (
    ResourceAudience,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
)
from lms.pages.models.reviews import SecondPersonTask
from lms.pages.models.search import PageWords, Synonyms
from lms.pages.models.standard import StandardPage
from lms.pages.models.stories import PersonStoryPage

__all__ = [
    "Door",
    "HelpPage",
    "HomePage",
    "HowStep",
    "MagazineArticlePage",
    "MagazineIndexPage",
    "MagazineIssuePage",
    "MemberIndexPage",
    "MemberOffer",
    "MemberPage",
    "NewsIndexPage",
    "NewsPage",
    "PageReview",
    "PageWords",
    "PersonStoryPage",
    "ResourceAudience",
    "ResourceFile",
    "ResourceIndexPage",
    "ResourcePage",
    "SecondPersonTask",
    "StandardPage",
    "StoryCheck",
    "StoryConsent",
    "StoryWithdrawal",
    "Synonyms",
    "TranslationState",
    "WorkingGroup",
    "WorkingGroupsPage",
]
