from media.models.activities import Activity, ActivityRevision, NeededLibrary
from media.models.documents import ContentDocument
from media.models.images import ContentImage, ContentRendition
from media.models.libraries import H5PLibrary, LibraryBundle
from media.models.recordings import CaptionTrack, Recording, Rendition
from media.models.stories import StoryPage

__all__ = [
    "Activity",
    "ActivityRevision",
    "CaptionTrack",
    "ContentDocument",
    "ContentImage",
    "ContentRendition",
    "H5PLibrary",
    "LibraryBundle",
    "NeededLibrary",
    "Recording",
    "Rendition",
    "StoryPage",
]
