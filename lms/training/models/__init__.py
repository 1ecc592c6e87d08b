from lms.training.models.parts import AgendaItem, ProgrammeAudience, ProgrammeMaterial
from lms.training.models.programmes import ProgrammeIndexPage, ProgrammePage

__all__ = [
    "AgendaItem",
    "ProgrammeAudience",
    "ProgrammeIndexPage",
    "ProgrammeMaterial",
    "ProgrammePage",
]
