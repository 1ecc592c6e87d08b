"""An activity opened within a module: like an answer, it hangs on the attempt of the class."""

from uuid import UUID

from lessons.places import ClassPlace
from lms.people.models import Learner
from media.models import Activity
from quizzes.services import Launch, open_activity


def launch_activity(
    *,
    learner: Learner,
    place: ClassPlace,
    module: UUID,
    step: UUID,
    activity: Activity,
    anew: bool,
) -> Launch:
    """The learner's launch of the file that the activity shows now. Raises what
    `quizzes.services.open_activity` does, and ValueError for an activity that shows none."""
    if activity.shown is None:
        raise ValueError("no file of this activity can play")
    return open_activity(
        learner=learner,
        activity=module,
        group=place.group,
        expires_at=place.expires_at,
        step=step,
        revision=activity.shown,
        anew=anew,
    )
