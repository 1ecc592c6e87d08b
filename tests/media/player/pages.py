"""Pages with an activity, for tests."""

from typing import Any

from lms.pages.models import StandardPage
from media.models import Activity
from tests.factories import make_home
from tests.media.activities.builders import make_activity


def make_page(activity: Activity | None = None, **changes: Any) -> StandardPage:
    """A page of words and one activity, below a new home, at /cu-activitate/."""
    activity = activity or make_activity(**changes)
    page = StandardPage(title="Cu activitate", slug="cu-activitate")
    page.body = [("paragraph", "<p>Înainte.</p>"), ("activity", {"activity": activity})]
    make_home().add_child(instance=page)
    return page
