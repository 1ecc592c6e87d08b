from media.models.documents import ContentDocument
from media.models.images import ContentImage, ContentRendition
from media.models.stories import StoryPage

__all__ = ["ContentDocument", "ContentImage", "ContentRendition", "StoryPage"]
