"""What is not for everybody."""

from uuid import UUID

from lms.training.models import ProgrammeMaterial
from media.models import ContentDocument

# The permission that opens guides and whatever is marked "numai formatori".
READ_TRAINERS_PART = "training.read_trainers_part"


def keeping_programmes(document: ContentDocument) -> set[UUID]:
    """The programmes that keep this document for trainers, by the key that their languages share.
    If there is any, it is kept at every address, also where another programme lists it as open."""
    rows = ProgrammeMaterial.objects.filter(document=document, trainers_only=True)
    return set(rows.values_list("programme__translation_key", flat=True))
