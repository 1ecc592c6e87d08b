"""What the code of a class that was held from an offline pack fills in."""

from lessons.selectors import OfflineClass
from lms.classrooms.enums import Modality
from lms.classrooms.models import ClassSession
from lms.core.class_labels import ClassLabel


def is_registered(held: OfflineClass) -> bool:
    """Whether this code was registered already, by anybody: it counts once."""
    return ClassSession.objects.filter(client_id=held.public_id).exists()


def initial_of(held: OfflineClass) -> dict[str, object]:
    """The first values of the form. The code's own id goes with it, so that sending the form
    twice, or typing the code twice, is registering once."""
    result = held.result
    initial: dict[str, object] = {
        "undisclosed": result.pupils,
        "modality": Modality.IN_PERSON,
        "client_id": str(held.public_id),
    }
    if result.day:
        initial["date"] = result.day
    if result.grade is not None:
        initial["class_label"] = str(ClassLabel(result.grade, result.letter))
    return initial
