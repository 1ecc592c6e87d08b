"""Activities that stand in the words of a step."""

from uuid import UUID

from wagtail.blocks import StreamValue

from lessons.models import StepPage
from lms.core import generation
from media.models import Activity

BLOCK = "activity"


def activity_keys(page: StepPage) -> frozenset[UUID]:
    """The public keys of a step's activities, kept by each worker while nothing changes."""
    return generation.kept(
        f"activities:{page.pk}",
        lambda: frozenset(activity.key for activity in activities_in(page.body)),
    )


def playable_activity(page: StepPage, key: UUID) -> Activity | None:
    """The activity of this key, if it stands in the step and can play now."""
    if key not in activity_keys(page):
        return None
    playable = Activity.objects.exclude(shown=None).select_related("shown")
    return playable.filter(key=key).first()


def activities_in(body: StreamValue) -> list[Activity]:
    """The activities of a story, in order."""
    values = [child.value for child in body if child.block_type == BLOCK]
    return [one["activity"] for one in values if one["activity"] is not None]
