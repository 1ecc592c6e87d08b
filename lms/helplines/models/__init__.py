"""Lines to call, and the county services behind 119."""

from lms.helplines.models.county_services import CountyService
from lms.helplines.models.lines import Helpline, HelplineText, HelplineUse

__all__ = ["CountyService", "Helpline", "HelplineText", "HelplineUse"]
