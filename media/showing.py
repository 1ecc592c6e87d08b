"""An activity as a page shows it before it is opened: what it is, what it costs, what it says."""

from dataclasses import dataclass

from django.utils.translation import get_language

from lms.core.numbers import format_size
from media.addresses import player_address
from media.credits import Credits, credits_of
from media.h5p.whitelist import is_image
from media.kinds import kind_of
from media.models import Activity, ActivityRevision
from media.twins import Part, parts_of

# Core with the fonts of a page in Romanian, compressed. A test holds it to what it is.
CORE_TRAVELS = 95_000
# How much smaller JSON becomes on the line, seen on forty packages: three to six times.
_PACKING = 4


@dataclass(frozen=True)
class ShownActivity:
    """What the template of the block needs."""

    key: str
    revision: str
    player: str
    title: str
    does: str
    language: str
    kind: str
    size: str
    credits: Credits
    text: list[Part]


def show_activity(activity: Activity) -> ShownActivity | None:
    """The activity as readers see it; None while it cannot be shown."""
    revision = activity.shown
    if revision is None or not activity.is_ready:
        return None
    return ShownActivity(
        key=str(activity.key),
        revision=str(revision.key),
        player=player_address(revision),
        title=activity.title,
        does=activity.alternative_text,
        language=activity.language,
        kind=kind_of(revision.main_library),
        size=format_size(opening_size(revision), get_language() or "ro"),
        credits=credits_of(revision.manifest),
        text=parts_of(activity.text),
    )


def opening_size(revision: ActivityRevision) -> int:
    """Roughly how many bytes travel when it is opened for the first time. Nothing is read for it:
    films and sounds come when they are played, images at once."""
    bundle = revision.bundle
    joined = bundle.script_size + bundle.style_size if bundle else 0
    images = sum(size for path, (_sha, size) in revision.files.items() if is_image(path))
    whole = CORE_TRAVELS + joined + images + len(revision.content) // _PACKING
    return max(10_000, round(whole, -4))
