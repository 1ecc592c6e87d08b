"""What a demonstration's report is made of: class sessions, what members declared, and last year's
report, published."""

from django.conf import settings
from django.utils import timezone

from lms.reach.starter import cascade, figures, sessions
from lms.reach.starter.published import publish_last_year


def load() -> str:
    """Load it all, once; nothing at all without DEMO."""
    if not settings.DEMO:
        return "no demo sessions: this is not a demonstration"
    done = f"{sessions.load()}; {cascade.load()}; {figures.load()}"
    report = publish_last_year(timezone.localdate())
    return f"{done}, {1 if report else 0} published report"
