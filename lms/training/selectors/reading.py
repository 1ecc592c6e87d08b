"""What is not for everybody."""

from lms.training.models import ProgrammeMaterial
from media.models import ContentDocument

# The permission that opens guides and whatever is marked "numai formatori".
READ_TRAINERS_PART = "training.read_trainers_part"


def is_for_trainers(document: ContentDocument) -> bool:
    """Whether a programme keeps this document for trainers; then it is kept at every address,
    also where another programme lists it as open."""
    return ProgrammeMaterial.objects.filter(document=document, trainers_only=True).exists()
