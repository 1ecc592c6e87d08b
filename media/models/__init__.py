from media.models.documents import ContentDocument
from media.models.images import ContentImage, ContentRendition
from media.models.recordings import CaptionTrack, Recording, Rendition
from media.models.stories import StoryPage

__all__ = [
    "CaptionTrack",
    "ContentDocument",
    "ContentImage",
    "ContentRendition",
    "Recording",
    "Rendition",
    "StoryPage",
]
