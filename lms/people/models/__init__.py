from lms.people.models.learners import Learner
from lms.people.models.letters import Letter
from lms.people.models.users import User

__all__ = ["Learner", "Letter", "User"]
