from quizzes.models.questions import Choice, Question
from quizzes.models.quizzes import Quiz, QuizQuestion

__all__ = ["Choice", "Question", "Quiz", "QuizQuestion"]
