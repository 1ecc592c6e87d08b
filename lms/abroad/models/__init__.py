from lms.abroad.models.facts import LabourFact
from lms.abroad.models.pages import AbroadIndexPage, CountryGuidePage

__all__ = ["AbroadIndexPage", "CountryGuidePage", "LabourFact"]
