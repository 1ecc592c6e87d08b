"""Everything that is ever known of a pupil, model by model."""

from lessons.models import ModuleCompletion, StepDone
from lms.classrooms.models import Seat
from lms.people.models import Learner
from quizzes.models import ActivityItemResult, ActivityLaunch, ActivityResult, Answer, Attempt

# A field more needs a decision, not only a migration.
KNOWN_OF_A_PUPIL = {
    Learner: {"id", "age_band", "nickname", "pictures", "created_at", "expires_at"},
    Attempt: {"id", "learner", "activity", "group", "expires_at"},
    StepDone: {"id", "learner", "step"},
    ModuleCompletion: {
        "id",
        "learner_token",
        "module",
        "module_key",
        "group",
        "completed_on",
    },
    Seat: {"id", "school_class", "learner", "number", "client_id"},
    Answer: {
        "id",
        "attempt",
        "client_id",
        "version",
        "step",
        "number",
        "response",
        "score",
        "answered_at",
    },
    ActivityLaunch: {
        "id",
        "attempt",
        "step",
        "revision",
        "started_at",
        "expires_at",
        "number",
        "seen",
        "state",
        "state_at",
    },
    ActivityResult: {
        "id",
        "attempt",
        "step",
        "activity",
        "revision",
        "raw",
        "max",
        "by",
        "passed",
        "seconds",
        "updated_at",
    },
    ActivityItemResult: {
        "id",
        "launch",
        "item",
        "pending",
        "response",
        "raw",
        "max",
        "by",
        "passed",
        "seconds",
    },
}
