from quizzes.models.activities import (
    ActivityItemResult,
    ActivityLaunch,
    ActivityResult,
    ActivityTally,
)
from quizzes.models.answers import Answer
from quizzes.models.attempts import Attempt
from quizzes.models.packages import QuestionPackage
from quizzes.models.questions import Choice, Question, Scene
from quizzes.models.quizzes import Quiz, QuizQuestion
from quizzes.models.tallies import OptionTally, PairTally, QuestionTally
from quizzes.models.versions import QuestionVersion

__all__ = [
    "ActivityItemResult",
    "ActivityLaunch",
    "ActivityResult",
    "ActivityTally",
    "Answer",
    "Attempt",
    "Choice",
    "OptionTally",
    "PairTally",
    "Question",
    "QuestionPackage",
    "QuestionTally",
    "QuestionVersion",
    "Quiz",
    "QuizQuestion",
    "Scene",
]
