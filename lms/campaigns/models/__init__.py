from lms.campaigns.models.runs import CampaignRun, CampaignRunRevision

__all__ = ["CampaignRun", "CampaignRunRevision"]
