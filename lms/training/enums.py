"""Choices of trainings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TrainingKind(TextChoices):
    """What a programme is about. Values stand in import files and exports; never renamed."""

    AWARENESS = "constientizare", _("informare și conștientizare asupra fenomenului")
    DETECTION = "detectare", _("detectarea și notificarea cazurilor")
    TRAUMA = (
        "trauma",
        _("înțelegerea impactului traumei asupra victimelor și asupra celor care lucrează cu ele"),
    )
    TEACHING = "predare", _("predarea planurilor de lecție ale platformei")


# One word or two, where the whole name has no room, and the shape that stands beside the colour.
SHORT_NAMES = {
    TrainingKind.AWARENESS: _("Conștientizare"),
    TrainingKind.DETECTION: _("Detectare și notificare"),
    TrainingKind.TRAUMA: _("Traumă și grijă"),
    TrainingKind.TEACHING: _("Predare la clasă"),
}
SHAPES = {
    TrainingKind.AWARENESS: "circle",
    TrainingKind.DETECTION: "triangle",
    TrainingKind.TRAUMA: "hexagon",
    TrainingKind.TEACHING: "square",
}
