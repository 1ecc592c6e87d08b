"""Lines to call, and the county services behind 119."""

from lms.helplines.models.checked import CHECK_EVERY
from lms.helplines.models.county_services import CountyService
from lms.helplines.models.lines import Helpline, HelplineText, HelplineUse

__all__ = ["CHECK_EVERY", "CountyService", "Helpline", "HelplineText", "HelplineUse"]
