from lms.campaigns.models.addresses import ShortAddress, ShortAddressTaken
from lms.campaigns.models.pages import (
    AdvertLine,
    CampaignIndexPage,
    CampaignOrganisation,
    CampaignPage,
)
from lms.campaigns.models.runs import CampaignRun, CampaignRunRevision

__all__ = [
    "AdvertLine",
    "CampaignIndexPage",
    "CampaignOrganisation",
    "CampaignPage",
    "CampaignRun",
    "CampaignRunRevision",
    "ShortAddress",
    "ShortAddressTaken",
]
