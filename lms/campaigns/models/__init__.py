from lms.campaigns.models.pages import AdvertLine, CampaignIndexPage, CampaignPage
from lms.campaigns.models.runs import CampaignRun, CampaignRunRevision

__all__ = [
    "AdvertLine",
    "CampaignIndexPage",
    "CampaignPage",
    "CampaignRun",
    "CampaignRunRevision",
]
