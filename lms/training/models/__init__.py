from lms.training.models.attendance import Attendance, HeadCount
from lms.training.models.certificates import Certificate
from lms.training.models.events import EventDecision, TrainingEvent, TrainingSitting
from lms.training.models.facilitators import (
    ConditionsAcceptance,
    Facilitator,
    FacilitatorDecision,
)
from lms.training.models.participants import Participant
from lms.training.models.parts import AgendaItem, ProgrammeAudience, ProgrammeMaterial
from lms.training.models.programmes import ProgrammeIndexPage, ProgrammePage
from lms.training.models.questionnaires import (
    Evaluation,
    EvaluationComment,
    EventQuestionnaire,
    QuestionnaireAnswer,
    QuestionnaireItem,
)
from lms.training.models.requests import RequestDecision, TrainingRequest

__all__ = [
    "AgendaItem",
    "Attendance",
    "Certificate",
    "ConditionsAcceptance",
    "Evaluation",
    "EvaluationComment",
    "EventDecision",
    "EventQuestionnaire",
    "Facilitator",
    "FacilitatorDecision",
    "HeadCount",
    "Participant",
    "ProgrammeAudience",
    "ProgrammeIndexPage",
    "ProgrammeMaterial",
    "ProgrammePage",
    "QuestionnaireAnswer",
    "QuestionnaireItem",
    "RequestDecision",
    "TrainingEvent",
    "TrainingRequest",
    "TrainingSitting",
]
