"""What a page's draft is looked through for: words, reading, care."""

from lms.core import advice
from lms.pages.advice import care, reading, wording


def register() -> None:
    """Tell `lms.core.advice` of them, in the order in which they are read."""
    advice.register("care", care.advise)
    advice.register("wording", wording.advise)
    advice.register("reading", reading.advise)
