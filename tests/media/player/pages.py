"""Pages with an activity, for tests."""

import io
import uuid
from typing import Any

from lms.pages.models import StandardPage
from media.models import Activity
from media.services import add_activity, install_package, judge
from tests.factories import make_home
from tests.media.activities.builders import make_activity
from tests.media.h5p.packages import archive, files
from tests.media.h5p.probe import FOLDER


def make_page(activity: Activity | None = None, **changes: Any) -> StandardPage:
    """A page of words and one activity, below a new home, at /cu-activitate/."""
    activity = activity or make_activity(**changes)
    page = StandardPage(title="Cu activitate", slug="cu-activitate")
    page.body = [("paragraph", "<p>Înainte.</p>"), ("activity", {"activity": activity})]
    make_home().add_child(instance=page)
    return page


def scripted_activity(script: str) -> Activity:
    """An activity whose library, approved, has another script."""
    package = archive({**files(), f"{FOLDER}/scripts/probe.js": script.encode()})
    install_package(file=io.BytesIO(package))
    return add_activity(
        key=uuid.uuid4(),
        package=judge(io.BytesIO(package)),
        language="ro",
        alternative_text="O întrebare cu da și nu",
        twin="Îți cere să nu spui nimănui. E în regulă? Nu.",
    )
